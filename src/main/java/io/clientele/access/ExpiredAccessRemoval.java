package io.clientele.access;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Removes tokens and login failures that ended an hour ago, a batch at a time. Any number of instances may do it. */
@ApplicationScoped
class ExpiredAccessRemoval {

    private static final Logger LOG = Logger.getLogger(ExpiredAccessRemoval.class);
    private static final long EVERY_SECONDS = 60;
    private static final int BATCH = 1_000;
    private static final int BATCHES = 50;
    /** So that a clock that is set back does not ask for rows that are gone. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final TokenRepository tokens;
    private final ThrottleRepository throttle;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("expired-access-removal").factory());

    ExpiredAccessRemoval(TokenRepository tokens, ThrottleRepository throttle, Clock clock) {
        this.tokens = tokens;
        this.throttle = throttle;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        var _ = timer.scheduleWithFixedDelay(this::tryRemove, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Removes at most fifty batches of each; the rest waits for the next time. */
    void remove() {
        Instant before = clock.instant().minus(KEPT);
        for (int i = 0; i < BATCHES && tokens.removeExpired(before, BATCH) == BATCH; i++) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < BATCHES && throttle.removeExpired(before, BATCH) == BATCH; i++) {
            Thread.onSpinWait();
        }
    }

    private void tryRemove() {
        try {
            remove();
        } catch (RuntimeException e) {
            LOG.debug("Expired tokens stay for now", e);
        }
    }
}
