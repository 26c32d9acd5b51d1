package io.clientele.segment;

import io.clientele.shared.job.JobStatus;
import io.clientele.shared.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Asks for segments to be recomputed in the background, in the transaction that is the cause. */
@ApplicationScoped
class RecomputeRequests {

    private static final String KIND = "segment_recompute";

    /** Other instances have read changed settings by then. */
    private static final Duration SETTINGS_SPREAD = Duration.ofSeconds(2);

    private final RecomputeRepository requests;
    private final Jobs jobs;
    private final SegmentConfig config;
    private final Clock clock;

    @Inject
    RecomputeRequests(RecomputeRepository requests, Jobs jobs, SegmentConfig config, Clock clock) {
        this.requests = requests;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
    }

    /** Returns the id of the job by which its progress is seen. */
    @Transactional(Transactional.TxType.MANDATORY)
    long add(long segmentId, ChangeReason reason) {
        long job = jobs.add(KIND);
        requests.add(job, segmentId, reason.code(), clock.instant());
        return job;
    }

    /** Asks once, however often it is called before the recomputation begins. */
    @Transactional(Transactional.TxType.MANDATORY)
    void addUnlessWaiting(long segmentId, ChangeReason reason, boolean afterSettings) {
        if (!requests.isWaiting(segmentId)) {
            Duration pause = afterSettings ? SETTINGS_SPREAD : Duration.ZERO;
            requests.add(
                    jobs.add(KIND), segmentId, reason.code(), clock.instant().plus(pause));
        }
    }

    /** The same for a segment whose customers are ranked: whatever anybody does would have it recomputed. */
    @Transactional(Transactional.TxType.MANDATORY)
    void addRankedUnlessWaiting(long segmentId, ChangeReason reason) {
        if (!requests.isWaiting(segmentId)) {
            requests.addAfterPause(jobs.add(KIND), segmentId, reason.code(), clock.instant(), config.rankInterval());
        }
    }

    /** Gives up what waits for a segment that goes. */
    @Transactional(Transactional.TxType.MANDATORY)
    void dropAll(long segmentId) {
        jobs.finish(requests.removeAll(segmentId), JobStatus.FAILED, "The segment was deleted.");
    }
}
