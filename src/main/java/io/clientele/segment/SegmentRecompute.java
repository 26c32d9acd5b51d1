package io.clientele.segment;

import io.clientele.shared.Recurring;
import io.clientele.shared.job.JobStatus;
import io.clientele.shared.job.Jobs;
import io.clientele.shared.sql.DatabaseFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Recomputes segments that were asked for, each in one transaction: an instance that is killed leaves the members as
 * they were and the request where it was, for itself or another one.
 */
@ApplicationScoped
class SegmentRecompute {

    private static final Logger LOG = Logger.getLogger(SegmentRecompute.class);
    private static final Duration EVERY = Duration.ofMillis(150);

    /** When a segment is renewed again that could not be. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    /** Each brings relations of its own, and planning takes longer the more are joined. */
    private static final int MOST_TOGETHER = 25;

    private static final String CANCELLED = "57014";
    private static final String NO_SUCH_CUSTOMER = "23503";

    private final RecomputeRepository requests;
    private final Recomputation recomputation;
    private final SharedRecomputation shared;
    private final RecomputeLimit limits;
    private final Jobs jobs;
    private final SegmentConfig config;
    private final Clock clock;
    private final Semaphore running = new Semaphore(1);

    @Inject
    SegmentRecompute(
            RecomputeRepository requests,
            Recomputation recomputation,
            SharedRecomputation shared,
            RecomputeLimit limits,
            Jobs jobs,
            SegmentConfig config,
            Clock clock) {
        this.requests = requests;
        this.recomputation = recomputation;
        this.shared = shared;
        this.limits = limits;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "recompute segments", this::goOn);
    }

    /**
     * Recomputes what waits: together what has most of its reading in common, the rest one by one. A segment that another instance
     * recomputes is passed over. Does nothing while it is done already on this instance.
     */
    void goOn() {
        if (running.tryAcquire()) {
            try {
                recomputeWaiting();
            } finally {
                running.release();
            }
        }
    }

    private void recomputeWaiting() {
        for (List<Long> next = together(); next.size() > 1 && recompute(next); next = together()) {
            LOG.debugf("%d segments were recomputed together", next.size());
        }
        int passedOver = 0;
        Optional<Long> next = requests.next(clock.instant(), passedOver);
        while (next.isPresent()) {
            if (!recompute(next.get())) {
                passedOver++;
            }
            next = requests.next(clock.instant(), passedOver);
        }
    }

    private List<Long> together() {
        return requests.nextTogether(clock.instant(), config.recomputeLimit(), MOST_TOGETHER);
    }

    /** Whether some of the segments are done with. Where it fails, each is recomputed by itself, and it is said what of it failed. */
    private boolean recompute(List<Long> segmentIds) {
        Duration limit = limits.now();
        try {
            return QuarkusTransaction.requiringNew().timeout(seconds(limit)).call(() -> shared.run(segmentIds, limit));
        } catch (RuntimeException e) {
            LOG.debugf(e, "%d segments are recomputed one by one", segmentIds.size());
            return false;
        }
    }

    /** The statements have a limit of their own; this one is for all of them. */
    private static int seconds(Duration limit) {
        return Math.toIntExact(limit.toSeconds() * 2 + 60);
    }

    /** Whether the segment's requests are done with. */
    private boolean recompute(long segmentId) {
        Duration limit = limits.now();
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(seconds(limit))
                    .call(() -> recomputation.run(segmentId, limit));
        } catch (RuntimeException e) {
            SQLException failure = DatabaseFailure.in(e);
            boolean cancelled = failure != null && CANCELLED.equals(failure.getSQLState());
            boolean again = failure != null
                    && !cancelled
                    && (DatabaseFailure.isUnavailable(failure) || NO_SUCH_CUSTOMER.equals(failure.getSQLState()));
            if (again) {
                // The database was gone, or a customer was deleted meanwhile: the request is still there.
                LOG.debugf(e, "segment %d is recomputed once more", segmentId);
            } else {
                LOG.errorf(e, "Segment %d could not be recomputed", segmentId);
                giveUp(
                        segmentId,
                        cancelled
                                ? "The rule could not be judged within " + limit.toSeconds() + " seconds."
                                : "The rule could not be judged.");
            }
            return !again;
        }
    }

    private void giveUp(long segmentId, String message) {
        QuarkusTransaction.requiringNew().run(() -> {
            List<Long> ids = requests.take(segmentId).stream()
                    .map(RecomputeRepository.Request::jobId)
                    .toList();
            requests.remove(ids);
            requests.renewLater(
                    segmentId,
                    clock.instant().plus(SegmentWorker.RENEWED_BEFORE).plus(AGAIN));
            jobs.finish(ids, JobStatus.FAILED, message);
        });
    }
}
