package io.clientele.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signing keys, the one that becomes active last first. */
record KeyRing(List<SigningKey> keys) {

    /** Those of one purpose. */
    KeyRing of(KeyPurpose purpose) {
        return new KeyRing(keys.stream().filter(key -> key.purpose() == purpose).toList());
    }

    Optional<SigningKey> find(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** The key that signs at the moment. */
    Optional<SigningKey> at(Instant moment) {
        return keys.stream().filter(key -> !key.activatesAt().isAfter(moment)).findFirst();
    }

    /** The key that was made last, active or not. */
    Optional<SigningKey> newest() {
        return keys.stream().findFirst();
    }
}
