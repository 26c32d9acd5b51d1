package io.clientele.segment;

import io.clientele.shared.sql.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Judges the customers of a transaction before it commits, by the segments that are to be right at once. The marks stay:
 * the worker judges once more, and sees what other transactions did meanwhile.
 */
@ApplicationScoped
class JudgingBeforeCommit {

    private static final Logger LOG = Logger.getLogger(JudgingBeforeCommit.class);

    /** A transaction that touches more customers than that leaves them to the worker. */
    private static final int MOST = 100;

    private final LiveSegments live;
    private final SegmentQueueRepository queue;
    private final Judging judging;
    private final WholeSegments whole;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    @Inject
    JudgingBeforeCommit(
            LiveSegments live,
            SegmentQueueRepository queue,
            Judging judging,
            WholeSegments whole,
            EntityManager entities,
            TransactionSynchronizationRegistry transactions,
            Clock clock) {
        this.live = live;
        this.queue = queue;
        this.judging = judging;
        this.whole = whole;
        this.entities = entities;
        this.transactions = transactions;
        this.clock = clock;
    }

    void beforeEnd(@Observes @BeforeDestroyed(TransactionScoped.class) Object event) {
        if (!live.anyInTransaction() || transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return;
        }
        entities.flush();
        List<SegmentQueueRepository.Mark> marks = queue.ownMarks(MOST * 4);
        ChangedFacts facts = new ChangedFacts(marks);
        if (facts.customers() > 0 && facts.customers() <= MOST && marks.size() < MOST * 4) {
            judge(facts);
        }
    }

    private void judge(ChangedFacts facts) {
        JudgedPairs pairs = new JudgedPairs();
        live.all().stream()
                .filter(segment -> segment.mode() == SegmentMode.TRANSACTION && !whole.ranks(segment))
                .forEach(segment -> facts.addTo(pairs, segment));
        if (pairs.isEmpty()) {
            return;
        }
        queue.beginPart();
        try {
            queue.lockCustomers(facts.ids());
            judging.judge(pairs, clock.instant());
        } catch (DatabaseFailure e) {
            // A rule that cannot be judged must not keep anybody from writing.
            queue.undoPart();
            LOG.debugf(e, "%d customers are left to the worker", facts.customers());
        }
    }
}
