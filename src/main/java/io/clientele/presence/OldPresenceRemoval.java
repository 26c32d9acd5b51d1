package io.clientele.presence;

import io.clientele.shared.Batches;
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

    void remove() {
        Instant before = clock.instant().minus(config.visitorLifetime());
        Batches.remove(most -> visitors.removeOld(before, most));
        Batches.remove(most -> presence.removeOld(before, most));
    }
}
