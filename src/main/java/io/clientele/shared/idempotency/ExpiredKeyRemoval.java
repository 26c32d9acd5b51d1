package io.clientele.shared.idempotency;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes the answers that were kept long enough, a batch at a time. Any number of instances may do it. */
@ApplicationScoped
class ExpiredKeyRemoval {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final IdempotencyKeyRepository keys;
    private final Clock clock;

    ExpiredKeyRemoval(IdempotencyKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "remove expired idempotency keys", this::remove);
    }

    void remove() {
        Instant now = clock.instant();
        Batches.remove(most -> keys.removeExpired(now, most));
    }
}
