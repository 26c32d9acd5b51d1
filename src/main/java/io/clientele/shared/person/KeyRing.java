package io.clientele.shared.person;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The keys of several persons, read at once, to open a list of values. For the request in hand only. */
public final class KeyRing {

    private final Map<Person, Seal> seals;

    KeyRing(Map<Person, Seal> seals) {
        this.seals = seals;
    }

    /** The value; empty once the person's key is destroyed. */
    public Optional<String> open(Person person, byte[] sealed) {
        return Optional.ofNullable(seals.get(person))
                .flatMap(seal -> seal.open(sealed))
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
