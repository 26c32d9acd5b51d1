package io.clientele.shared.job;

import io.clientele.shared.AfterCommit;
import io.clientele.shared.Batches;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Recurring;
import io.clientele.shared.Refusals;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Notes how far work in the background is. Each step is seen at once, whatever becomes of the work's own transaction;
 * only {@link #add} and {@link #finish} belong to the transaction in hand.
 */
@ApplicationScoped
public class Jobs {

    private static final Duration KEPT = Duration.ofDays(7);

    private final JobRepository jobs;
    private final JobRunner runner;
    private final AfterCommit afterCommit;
    private final CurrentCaller caller;
    private final Clock clock;

    @Inject
    Jobs(JobRepository jobs, JobRunner runner, AfterCommit afterCommit, CurrentCaller caller, Clock clock) {
        this.jobs = jobs;
        this.runner = runner;
        this.afterCommit = afterCommit;
        this.caller = caller;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(Duration.ofMinutes(1), "forget jobs that ended long ago", this::removeOld);
    }

    /** A new job that waits, started by the caller in hand, or by the service itself when nobody calls. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long add(String kind) {
        Caller starter = caller.get();
        return jobs.add(kind, starter.isGuest() ? null : starter, clock.instant());
    }

    /**
     * A new job of a {@link JobWork}, which any instance goes on with as soon as the transaction in hand has committed, in
     * the name of the caller in hand.
     *
     * @param kind what the work is called
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long submit(String kind) {
        long id = jobs.submit(kind, Accepted.of(caller), clock.instant());
        // Only a hint: whoever misses it finds the row within a second.
        afterCommit.run(runner::nudge);
        return id;
    }

    /**
     * Ends a job that the caller has started before its next part. What is done stays done.
     *
     * @throws io.clientele.shared.Refusal when it has ended, or cannot be stopped
     */
    @Transactional
    public Job cancel(long id) {
        ofCaller(id);
        if (!jobs.cancel(id, clock.instant())) {
            throw JobRefusals.cannotBeCancelled();
        }
        afterCommit.run(runner::nudge);
        return ofCaller(id);
    }

    /**
     * The job, which the caller has started.
     *
     * @throws io.clientele.shared.Refusal when there is none, or somebody else has started it
     */
    public Job ofCaller(long id) {
        return jobs.find(id, caller.get()).orElseThrow(() -> Refusals.noSuchEntity("id", id));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void begin(Collection<Long> ids, long total, String message) {
        jobs.begin(ids, total, message, clock.instant());
    }

    /** Ends jobs that have not ended yet. */
    @Transactional
    public void finish(Collection<Long> ids, JobStatus status, @Nullable String message) {
        jobs.finish(ids, status, message, clock.instant());
    }

    void removeOld() {
        Batches.remove(most -> jobs.removeOld(clock.instant().minus(KEPT), most));
    }
}
