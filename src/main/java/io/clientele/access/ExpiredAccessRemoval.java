package io.clientele.access;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes tokens and login failures that ended an hour ago, a batch at a time. Any number of instances may do it. */
@ApplicationScoped
class ExpiredAccessRemoval {

    private static final Duration EVERY = Duration.ofMinutes(1);
    /** So that a clock that is set back does not ask for rows that are gone. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final TokenRepository tokens;
    private final ThrottleRepository throttle;
    private final RateWindowRepository windows;
    private final Clock clock;

    ExpiredAccessRemoval(
            TokenRepository tokens, ThrottleRepository throttle, RateWindowRepository windows, Clock clock) {
        this.tokens = tokens;
        this.throttle = throttle;
        this.windows = windows;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "remove expired tokens", this::remove);
    }

    void remove() {
        Instant before = clock.instant().minus(KEPT);
        Batches.remove(most -> tokens.removeExpired(before, most));
        Batches.remove(most -> windows.removeExpired(before, most));
        Batches.remove(most -> throttle.removeExpired(before, most));
    }
}
