package io.clientele.access;

import io.clientele.shared.Recurring;
import io.clientele.shared.Refusals;
import io.clientele.store.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * Makes new signing keys and removes those whose last token has ended. Every instance does it, one at a time.
 *
 * <p>A new key is used a second after it was made: by then every instance has read it, and one that has not looks it up.
 */
@ApplicationScoped
class KeyRotation {

    /** Before everything else of this feature. */
    private static final int FIRST = 1_000;

    static final Duration ANNOUNCED = Duration.ofSeconds(1);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofHours(1);
    /** So that a token made in a slow transaction, or read by a clock that is late, finds its key. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final SigningKeys keys;
    private final SigningKeyRepository repository;
    private final AccessAudit audit;
    private final Settings settings;
    private final Duration rotateEvery;
    private final Clock clock;

    KeyRotation(
            SigningKeys keys,
            SigningKeyRepository repository,
            AccessAudit audit,
            Settings settings,
            SigningKeyConfig config,
            Clock clock) {
        this.keys = keys;
        this.repository = repository;
        this.audit = audit;
        this.settings = settings;
        this.rotateEvery = config.rotateEvery();
        this.clock = clock;
        if (!rotateEvery.isZero() && rotateEvery.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "clientele.signing-keys.rotate-every must be 0 or an hour at least, but is " + rotateEvery);
        }
    }

    void start(@Observes @Priority(FIRST) StartupEvent event, Recurring recurring) {
        if (isDue(keys.ring())) {
            rotateWhenDue();
        }
        recurring.every(EVERY, "keep the signing keys", this::keep);
    }

    private void keep() {
        if (isDue(keys.ring())) {
            rotateWhenDue();
        }
        if (keys.ring().keys().stream().anyMatch(key -> hasEnded(key, keys.ring()))) {
            removeEnded();
        }
    }

    /** Makes a key that signs from a second later on; what others of its purpose signed counts until it ends. */
    @Transactional
    SigningKey rotate(KeyPurpose purpose, SigningAlgorithm algorithm) {
        repository.lock();
        return make(purpose, algorithm);
    }

    /** Unless another instance has done it meanwhile. */
    @Transactional
    void rotateWhenDue() {
        repository.lock();
        KeyRing ring = repository.ring();
        for (KeyPurpose purpose : KeyPurpose.values()) {
            if (isDue(purpose, ring)) {
                make(purpose, algorithm(settings, purpose));
            }
        }
    }

    @Transactional
    void removeEnded() {
        repository.lock();
        KeyRing ring = repository.ring();
        ring.keys().stream().filter(key -> hasEnded(key, ring)).forEach(this::removeFromRing);
        keys.changed();
    }

    /**
     * Ends a key and with it, everywhere within a second, every token it signed.
     *
     * @throws io.clientele.shared.Refusal for one that is not there, and for the one that signs
     */
    @Transactional
    void remove(String kid) {
        repository.lock();
        KeyRing ring = repository.ring();
        SigningKey key = ring.find(kid).orElseThrow(() -> Refusals.noSuchEntity("kid", kid));
        KeyRing same = ring.of(key.purpose());
        if (same.at(clock.instant()).filter(key::equals).isPresent()
                || same.newest().filter(key::equals).isPresent()) {
            throw AccessRefusals.keyInUse();
        }
        removeFromRing(key);
        keys.changed();
    }

    private void removeFromRing(SigningKey key) {
        repository.remove(key.kid());
        audit.signingKeyDeleted(key);
    }

    private SigningKey make(KeyPurpose purpose, SigningAlgorithm algorithm) {
        Instant now = clock.instant();
        // The very first one has nobody to wait for.
        Instant from = repository.ring().of(purpose).at(now).isPresent() ? now.plus(ANNOUNCED) : now;
        String kid = UUID.randomUUID().toString();
        repository.add(kid, purpose, algorithm, algorithm.generate(), now, from);
        keys.changed();
        SigningKey made = repository.find(kid).orElseThrow();
        audit.signingKeyCreated(made);
        return made;
    }

    private boolean isDue(KeyRing ring) {
        return Arrays.stream(KeyPurpose.values()).anyMatch(purpose -> isDue(purpose, ring));
    }

    private boolean isDue(KeyPurpose purpose, KeyRing ring) {
        return ring.of(purpose)
                .newest()
                .filter(key -> key.algorithm() == algorithm(settings, purpose))
                .filter(key -> rotateEvery.isZero()
                        || key.activatesAt().plus(rotateEvery).isAfter(clock.instant()))
                .isEmpty();
    }

    /** Superseded, and without a token that still lives. */
    private boolean hasEnded(SigningKey key, KeyRing ring) {
        Instant then = clock.instant().minus(MARGIN);
        return ring.of(key.purpose())
                        .at(then)
                        .filter(signer -> signer.activatesAt().isAfter(key.activatesAt()))
                        .isPresent()
                && key.lastTokenEndsAt().isBefore(then);
    }

    static SigningAlgorithm algorithm(Settings settings, KeyPurpose purpose) {
        return SigningAlgorithm.named(settings.text(purpose.setting())).orElse(purpose.usual());
    }
}
