package io.clientele.presence;

import io.clientele.shared.Recurring;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Forgets visitors, and when customers were last there, a batch at a time. Any number of instances may do it. */
@ApplicationScoped
class OldPresenceRemoval {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int BATCH = 1_000;
    private static final int BATCHES = 50;

    private final VisitorRepository visitors;
    private final PresenceRepository presence;
    private final PresenceConfig config;
    private final Clock clock;

    OldPresenceRemoval(VisitorRepository visitors, PresenceRepository presence, PresenceConfig config, Clock clock) {
        this.visitors = visitors;
        this.presence = presence;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "forget old visitors", this::remove);
    }

    /** Removes at most fifty batches of each; the rest waits for the next time. */
    void remove() {
        Instant before = clock.instant().minus(config.visitorLifetime());
        for (int i = 0; i < BATCHES && visitors.removeOld(before, BATCH) == BATCH; i++) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < BATCHES && presence.removeOld(before, BATCH) == BATCH; i++) {
            Thread.onSpinWait();
        }
    }
}
