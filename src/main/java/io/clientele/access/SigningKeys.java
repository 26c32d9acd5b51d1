package io.clientele.access;

import io.clientele.shared.Snapshot;
import io.clientele.shared.Snapshots;
import io.clientele.shared.sql.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** The signing keys as this instance knows them: in memory, a second behind the database at most. */
@ApplicationScoped
class SigningKeys {

    private static final Pattern KID = Pattern.compile("[0-9a-f-]{36}");
    private static final long LOOKUP_NANOS = Duration.ofMillis(100).toNanos();

    private final Snapshot<KeyRing> ring;
    private final SigningKeyRepository repository;
    private final Clock clock;
    private final AtomicLong nextLookup = new AtomicLong(System.nanoTime());

    SigningKeys(Snapshots snapshots, SigningKeyRepository repository, Clock clock) {
        this.ring = snapshots.of("signing_key", repository::ring);
        this.repository = repository;
        this.clock = clock;
    }

    KeyRing ring() {
        return ring.get();
    }

    /** The transaction in hand changes the keys. */
    void changed() {
        ring.changed();
    }

    /** The key that signs for the purpose now. */
    SigningKey current(KeyPurpose purpose) {
        return ring().of(purpose).at(clock.instant()).orElseThrow(AccessRefusals::unavailable);
    }

    /** The key to sign a token with that ends then; in the transaction that makes the token. */
    SigningKey forToken(KeyPurpose purpose, Instant endsAt) {
        SigningKey key = current(purpose);
        repository.noteToken(key.kid(), endsAt);
        return key;
    }

    /** Whether what the key signed counts still. */
    boolean knows(String kid) {
        return ring().find(kid).isPresent();
    }

    /** The key of that name. One that others know already is looked up, ten times a second at most: names are free to send. */
    Optional<SigningKey> find(String kid) {
        Optional<SigningKey> known = ring().find(kid);
        return known.isPresent() || !KID.matcher(kid).matches() || !mayLookUp() ? known : lookUp(kid);
    }

    private Optional<SigningKey> lookUp(String kid) {
        try {
            return repository.find(kid);
        } catch (DatabaseFailure e) {
            throw AccessRefusals.unavailable();
        }
    }

    private boolean mayLookUp() {
        long now = System.nanoTime();
        long next = nextLookup.get();
        return now - next >= 0 && nextLookup.compareAndSet(next, now + LOOKUP_NANOS);
    }
}
