package io.clientele.attribute;

import io.clientele.shared.Recurring;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Removes files that belong to nobody. In a folder every file is removed this way: a row that goes can come back when
 * its transaction fails, a file cannot.
 */
@ApplicationScoped
class OrphanFileRemoval {

    private static final Duration EVERY = Duration.ofMinutes(10);
    /** Longer than any transaction takes. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final int PART = 500;

    private final AttributeFileRepository repository;
    private final AttributeFiles files;
    private final Clock clock;

    OrphanFileRemoval(AttributeFileRepository repository, AttributeFiles files, Clock clock) {
        this.repository = repository;
        this.files = files;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "remove files that belong to nobody", this::remove);
    }

    void remove() {
        Instant before = clock.instant().minus(KEPT);
        repository.removeUnowned(before);
        for (int attribute : repository.deletedAttributes()) {
            while (repository.removeSome(attribute, PART) == PART) {
                Thread.onSpinWait();
            }
        }
        files.folder().ifPresent(folder -> folder.sweep(before, repository::knows));
    }
}
