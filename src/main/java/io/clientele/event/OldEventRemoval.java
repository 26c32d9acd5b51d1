package io.clientele.event;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes events that were kept long enough, a batch at a time. Any number of instances may do it. */
@ApplicationScoped
class OldEventRemoval {

    private static final Duration EVERY = Duration.ofMinutes(5);

    private final EventRepository events;
    private final EventConfig config;
    private final Clock clock;

    OldEventRemoval(EventRepository events, EventConfig config, Clock clock) {
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "remove old events", this::remove);
    }

    void remove() {
        Instant before = clock.instant().minus(config.retention());
        Batches.remove(most -> events.removeOld(before, most));
    }
}
