package io.clientele.shared.idempotency;

import io.clientele.shared.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A transaction's hold on a key: made before its first effect, and ending with it, whether by commit or by a crash. */
final class Reservation {

    private final IdempotencyKeyRepository keys;
    private final KeyedRequest request;
    private final Clock clock;
    private boolean made;
    private @Nullable Refusal stopped;
    private @Nullable KeptAnswer earlier;

    Reservation(IdempotencyKeyRepository keys, KeyedRequest request, Clock clock) {
        this.keys = keys;
        this.request = request;
        this.clock = clock;
    }

    /**
     * Takes the key unless it is taken already.
     *
     * @throws Refusal when the transaction must not go on; every time it is asked again
     */
    void make() {
        if (!made) {
            made = true;
            tryToMake();
        }
        if (stopped != null) {
            throw stopped;
        }
    }

    private void tryToMake() {
        try {
            // Another transaction may have ended between the first look and the lock.
            boolean mine = keys.lock(request);
            earlier = mine ? keys.find(request, clock.instant()).orElse(null) : null;
            if (!mine || earlier != null) {
                stopped = IdempotencyRefusals.stillRunning();
            }
        } catch (Refusal e) {
            stopped = e;
        }
    }

    /** The answer of a transaction that was faster; the one in hand must be rolled back. */
    Optional<KeptAnswer> earlier() {
        return Optional.ofNullable(earlier);
    }

    /** Why the transaction in hand was stopped, or null. */
    @Nullable
    Refusal stopped() {
        return stopped;
    }
}
