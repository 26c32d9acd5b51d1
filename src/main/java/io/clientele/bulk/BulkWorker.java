package io.clientele.bulk;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Sets runners on the operations that wait: every second, and at once when this instance has taken some in. */
@ApplicationScoped
class BulkWorker {

    private static final Logger LOG = Logger.getLogger(BulkWorker.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration TIDY = Duration.ofMinutes(1);

    private final OperationGroups groups;
    private final BulkRepository bulks;
    private final BulkConfig config;
    private final Recurring recurring;
    private final Clock clock;
    private final Semaphore places;
    private volatile boolean stopping;

    @Inject
    BulkWorker(OperationGroups groups, BulkRepository bulks, BulkConfig config, Recurring recurring, Clock clock) {
        this.groups = groups;
        this.bulks = bulks;
        this.config = config;
        this.recurring = recurring;
        this.clock = clock;
        this.places = new Semaphore(Math.max(0, config.runners()));
    }

    void start(@Observes StartupEvent event) {
        recurring.every(EVERY, "look for operations that wait", () -> {
            nudge();
            end();
        });
        recurring.every(TIDY, "forget operations that ended long ago", this::tidy);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Sets as many runners on so many new ones as have something to do. */
    void nudgeFor(int operations) {
        for (int first = 0; first < operations; first += OperationGroups.MOST) {
            nudge();
        }
    }

    /** Sets one more runner on them, unless enough are. */
    void nudge() {
        if (stopping || !places.tryAcquire()) {
            return;
        }
        recurring.once("carry out operations", () -> {
            try {
                drain();
            } finally {
                places.release();
            }
        });
    }

    private void drain() {
        try {
            for (int taken = groups.round(); taken > 0 && !stopping; taken = groups.round()) {
                if (taken >= OperationGroups.MOST) {
                    // There is more than this one takes at a time.
                    nudge();
                }
            }
        } catch (RuntimeException e) {
            LOG.warnf("Operations have to wait: %s", e.getCause() == null ? e : e.getCause());
        }
    }

    /** Notes of requests whose operations have ended that they have. */
    void end() {
        bulks.end(clock.instant());
    }

    void tidy() {
        Instant before = clock.instant().minus(config.retention());
        Batches.remove(most -> bulks.removeOperations(before, most));
        Batches.remove(most -> bulks.remove(before, most));
    }
}
