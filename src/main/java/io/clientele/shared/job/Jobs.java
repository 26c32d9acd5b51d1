package io.clientele.shared.job;

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
    private final CurrentCaller caller;
    private final Clock clock;

    @Inject
    Jobs(JobRepository jobs, CurrentCaller caller, Clock clock) {
        this.jobs = jobs;
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

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void advance(Collection<Long> ids, long done, String message) {
        jobs.advance(ids, done, message);
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
