package io.clientele.transfer;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Removes files of imports that ended a week ago, as the errors in them go with the jobs. */
@ApplicationScoped
class ExpiredFileRemoval {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(7);

    private final FilePieceRepository pieces;
    private final Clock clock;

    @Inject
    ExpiredFileRemoval(FilePieceRepository pieces, Clock clock) {
        this.pieces = pieces;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "remove files of old imports", this::run);
    }

    void run() {
        Batches.remove(most -> pieces.remove(clock.instant().minus(KEPT), most));
    }
}
