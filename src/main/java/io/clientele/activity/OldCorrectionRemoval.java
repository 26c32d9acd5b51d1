package io.clientele.activity;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Forgets corrections whose orders have not come, a batch at a time. Any number of instances may do it. */
@ApplicationScoped
class OldCorrectionRemoval {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final CorrectionRepository corrections;
    private final ActivityConfig config;
    private final Clock clock;

    OldCorrectionRemoval(CorrectionRepository corrections, ActivityConfig config, Clock clock) {
        this.corrections = corrections;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "forget corrections without orders", this::remove);
    }

    void remove() {
        Duration lifetime = config.correctionLifetime();
        Instant before = clock.instant().minus(lifetime.compareTo(EVERY) < 0 ? EVERY : lifetime);
        Batches.remove(most -> corrections.removeOld(before, most));
    }
}
