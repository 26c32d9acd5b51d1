package io.clientele.transfer;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.clientele.store.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Removes files of imports that ended as many days ago as the setting says; the errors in them go with the jobs. */
@ApplicationScoped
class ExpiredFileRemoval {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private final FilePieceRepository pieces;
    private final Settings settings;
    private final Clock clock;

    @Inject
    ExpiredFileRemoval(FilePieceRepository pieces, Settings settings, Clock clock) {
        this.pieces = pieces;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "remove files of old imports", this::run);
    }

    void run() {
        Duration kept = Duration.ofDays(Math.max(0, settings.number(TransferSettings.FILE_DAYS)));
        Batches.remove(most -> pieces.remove(clock.instant().minus(kept), most));
    }
}
