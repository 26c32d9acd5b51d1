package io.clientele.segment;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Judges customers soon after their facts have changed, and when time has passed. One instance at a time takes from the
 * queue, so that no judgement is overtaken by an older one; what it has taken is done in the same transaction.
 */
@ApplicationScoped
class SegmentWorker {

    private static final Logger LOG = Logger.getLogger(SegmentWorker.class);
    private static final Duration EVERY = Duration.ofMillis(150);
    private static final int MOST_FAILURES = 3;

    /** How long before its moments of change have run out a segment is recomputed. */
    static final Duration RENEWED_BEFORE = Duration.ofDays(1);

    private final SegmentQueueRepository queue;
    private final MembershipRepository members;
    private final LiveSegments live;
    private final Judging judging;
    private final WholeSegments whole;
    private final SegmentConfig config;
    private final Clock clock;
    private int failures;

    @Inject
    SegmentWorker(
            SegmentQueueRepository queue,
            MembershipRepository members,
            LiveSegments live,
            Judging judging,
            WholeSegments whole,
            SegmentConfig config,
            Clock clock) {
        this.queue = queue;
        this.members = members;
        this.live = live;
        this.judging = judging;
        this.whole = whole;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "judge customers whose facts have changed", this::goOn);
        recurring.every(Duration.ofMinutes(1), "forget who came and went long ago", this::tidy);
    }

    /** Does what there is to do, part by part. */
    void goOn() {
        for (SegmentQueueRepository.Work work = work(); work.any(); work = work()) {
            SegmentQueueRepository.Work found = work;
            try {
                boolean more = QuarkusTransaction.requiringNew().call(() -> round(found, failures >= MOST_FAILURES));
                failures = 0;
                if (!more) {
                    return;
                }
            } catch (RuntimeException e) {
                failures++;
                LOG.warnf(e, "Customers could not be judged together (%d times now)", failures);
                return;
            }
        }
    }

    private SegmentQueueRepository.Work work() {
        Instant now = clock.instant();
        return queue.work(now, now.plus(RENEWED_BEFORE));
    }

    /**
     * One part.
     *
     * @param work what was found a moment before; what was not is left to the next time, so that nothing is asked in vain
     * @param givenUp whether the segments in question are to be recomputed instead, each by itself, since judging
     *     together fails again and again
     * @return whether there may be more to do now
     */
    private boolean round(SegmentQueueRepository.Work work, boolean givenUp) {
        // An instance that has not read the segments as they are now would not know whom a fact concerns.
        if (!queue.tryLock() || !live.versions().equals(queue.activeVersions())) {
            return false;
        }
        Instant now = clock.instant();
        int most = Math.max(1, config.batchSize());
        List<SegmentQueueRepository.Mark> marks = work.marked() ? queue.takeMarks(most) : List.of();
        List<SegmentQueueRepository.Pair> due = work.due() ? queue.takeDue(now, most) : List.of();
        List<SegmentQueueRepository.Pair> pending =
                work.pending() ? queue.takePending(members.tryShare(queue.pendingSegments()), most) : List.of();
        JudgedPairs pairs = new JudgedPairs();
        ChangedFacts facts = new ChangedFacts(marks);
        whole.request(facts);
        if (work.exhausted()) {
            whole.renew(queue.exhausted(now.plus(RENEWED_BEFORE)));
        }
        live.all().forEach(segment -> facts.addTo(pairs, segment));
        whole.requestRanks(due).forEach(each -> pairs.add(each.segmentId(), each.customerId(), each.reason()));
        pending.forEach(each -> pairs.add(each.segmentId(), each.customerId(), each.reason()));
        if (givenUp) {
            whole.request(pairs.segments());
        } else {
            leaveThoseInTransactions(pairs);
            judging.judge(pairs, now);
        }
        return marks.size() == most || due.size() == most || pending.size() == most;
    }

    /** Whoever judges a customer before a commit holds the customer: the worker comes back instead of waiting. */
    private void leaveThoseInTransactions(JudgedPairs pairs) {
        if (live.anyInTransaction() && !pairs.isEmpty()) {
            JudgedPairs held = pairs.takeAllBut(queue.tryLockCustomers(pairs.customers()));
            if (!held.isEmpty()) {
                members.pend(held);
            }
        }
    }

    private void tidy() {
        Instant now = clock.instant();
        Batches.remove(most -> queue.forgetChanges(now.minus(config.changesKept()), most));
        queue.foldCounts(now.atOffset(ZoneOffset.UTC).toLocalDate().toString());
    }
}
