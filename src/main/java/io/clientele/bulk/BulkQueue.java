package io.clientele.bulk;

import io.clientele.shared.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Takes operations in. */
@ApplicationScoped
class BulkQueue {

    private final BulkRepository bulks;
    private final BulkWorker worker;
    private final AfterCommit afterCommit;
    private final Clock clock;

    @Inject
    BulkQueue(BulkRepository bulks, BulkWorker worker, AfterCommit afterCommit, Clock clock) {
        this.bulks = bulks;
        this.worker = worker;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    @Transactional
    public void add(NewBulk bulk) {
        Instant now = clock.instant();
        bulks.add(bulk, now);
        // Only a hint: whoever misses it finds the rows within a second.
        afterCommit.run(() -> worker.nudgeFor(bulk.operations().size()));
    }
}
