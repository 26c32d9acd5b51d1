package io.clientele.customer.life;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes mailed tokens a day after their time, and requests that no longer count. Any number of instances may do it. */
@ApplicationScoped
class ExpiredLifeRemoval {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final AccountTokenRepository tokens;
    private final ResetRequestRepository requests;
    private final Clock clock;

    ExpiredLifeRemoval(AccountTokenRepository tokens, ResetRequestRepository requests, Clock clock) {
        this.tokens = tokens;
        this.requests = requests;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "remove expired tokens of accounts", this::remove);
    }

    void remove() {
        Instant now = clock.instant();
        Batches.remove(most -> tokens.removeExpired(now.minus(Duration.ofDays(1)), most));
        Batches.remove(most -> requests.removeBefore(now.minus(ResetThrottle.WINDOW), most));
    }
}
