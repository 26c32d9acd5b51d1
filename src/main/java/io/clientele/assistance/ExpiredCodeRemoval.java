package io.clientele.assistance;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes one-time codes whose time is over, a batch at a time. Any number of instances may do it. */
@ApplicationScoped
class ExpiredCodeRemoval {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final OneTimeCodeRepository codes;
    private final Clock clock;

    @Inject
    ExpiredCodeRemoval(OneTimeCodeRepository codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "remove expired one-time codes", this::remove);
    }

    void remove() {
        Instant now = clock.instant();
        Batches.remove(most -> codes.removeExpired(now, most));
    }
}
