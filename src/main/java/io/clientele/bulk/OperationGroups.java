package io.clientele.bulk;

import io.clientele.shared.operation.Deferral;
import io.clientele.shared.operation.WriteOperation;
import io.clientele.shared.operation.WriteOperations;
import io.clientele.shared.sql.LaterStatements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries out operations that are due, many in one transaction, which also notes that they are done: it has all of that or
 * nothing, whatever happens to the instance. Those of one request whose operation is for many are done together, the others one
 * after another. When one fails the transaction is rolled back; those before it are done again without it, and it once more by
 * itself, so that no failure is another one's.
 */
@ApplicationScoped
class OperationGroups {

    /** The most operations of one transaction that are carried out one after another. */
    static final int MOST = 50;

    /** The most of them where all may be done together: as many rows as the driver makes one statement of. */
    private static final int MOST_TOGETHER = 128;

    /** After how long a transaction takes no further operation. */
    private static final long LONGEST_NANOS = Duration.ofSeconds(2).toNanos();

    private final QueueRepository queue;
    private final OperationExecution execution;
    private final LoneOperations lone;
    private final WriteOperations operations;
    private final LaterStatements later;
    private final Clock clock;

    @Inject
    OperationGroups(
            QueueRepository queue,
            OperationExecution execution,
            LoneOperations lone,
            WriteOperations operations,
            LaterStatements later,
            Clock clock) {
        this.queue = queue;
        this.execution = execution;
        this.lone = lone;
        this.operations = operations;
        this.later = later;
        this.clock = clock;
    }

    /** An operation that succeeds in spite of a failure inside, which takes its transaction with it: it needs its own ones. */
    private static final class SpoiltTransaction extends RuntimeException {}

    /** What one transaction came to. */
    private static final class Attempt {
        private final long end = System.nanoTime() + LONGEST_NANOS;
        private List<Waiting> taken = List.of();
        private final List<Outcome> done = new ArrayList<>();
        private final List<Waiting> alone = new ArrayList<>();
        private final List<Waiting> apart = new ArrayList<>();
        private List<Waiting> failedTogether = List.of();
        private @Nullable Waiting failed;
        private @Nullable Throwable failure;

        private List<Waiting> before() {
            return done.stream().map(Outcome::operation).toList();
        }

        /** Those to be carried out one after another. */
        private List<Waiting> left() {
            Set<Waiting> others = new HashSet<>(before());
            others.addAll(apart);
            return taken.stream().filter(each -> !others.contains(each)).toList();
        }
    }

    /**
     * Carries out some of those that are due.
     *
     * @return how many were taken; 0 when there is nothing to do
     */
    int round() {
        return carryOut(this::take);
    }

    private List<Waiting> take() {
        Instant now = clock.instant();
        List<Waiting> taken = queue.take(now, MOST);
        if (taken.size() < MOST || !taken.stream().allMatch(this::isForMany)) {
            return taken;
        }
        List<Waiting> all = new ArrayList<>(taken);
        all.addAll(queue.takeMore(now, taken.getLast(), MOST_TOGETHER - MOST));
        return all;
    }

    private int carryOut(Supplier<List<Waiting>> take) {
        Attempt attempt = new Attempt();
        QuarkusTransaction.begin();
        try {
            attempt.taken = take.get();
            later.collect();
            together(attempt);
            if (attempt.failure == null) {
                oneByOne(attempt);
            }
            if (attempt.failure == null) {
                later.run();
                queue.end(attempt.done, clock.instant());
                attempt.alone.removeIf(each -> !lone.lease(each));
                QuarkusTransaction.commit();
            }
        } catch (RuntimeException e) {
            attempt.failure = e;
        } finally {
            if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                QuarkusTransaction.rollback();
            }
        }
        if (attempt.failure != null) {
            mend(attempt, attempt.failure);
        } else {
            attempt.alone.forEach(lone::carryOut);
        }
        attempt.apart.forEach(this::apart);
        return attempt.taken.size();
    }

    private void together(Attempt attempt) {
        for (List<Waiting> alike : runs(attempt.taken)) {
            if (attempt.failure == null) {
                together(attempt, alike);
            }
        }
    }

    /** Those of each request whose operation is for many, where they are several. */
    private List<List<Waiting>> runs(List<Waiting> taken) {
        return taken.stream()
                .filter(each -> each.body() != null && isForMany(each))
                .collect(Collectors.groupingBy(Waiting::bulkId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(alike -> alike.size() > 1)
                .toList();
    }

    private void together(Attempt attempt, List<Waiting> alike) {
        try {
            OperationExecution.Together together = execution.together(alike);
            if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
                throw new SpoiltTransaction();
            }
            attempt.done.addAll(together.done());
            attempt.apart.addAll(together.apart());
        } catch (RuntimeException e) {
            attempt.failedTogether = alike;
            attempt.failure = e;
        }
    }

    private void oneByOne(Attempt attempt) {
        int begun = 0;
        for (Waiting each : attempt.left()) {
            if (begun++ == MOST) {
                return;
            }
            if (way(each) == Deferral.Way.ALONE) {
                attempt.alone.add(each);
                continue;
            }
            try {
                Outcome outcome = execution.inTransaction(each);
                if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
                    throw new SpoiltTransaction();
                }
                attempt.done.add(outcome);
            } catch (RuntimeException e) {
                attempt.failed = each;
                attempt.failure = e;
                return;
            }
            if (System.nanoTime() - attempt.end > 0) {
                return;
            }
        }
    }

    private boolean isForMany(Waiting operation) {
        return operations
                .find(operation.operation())
                .map(WriteOperation::isForMany)
                .orElse(false);
    }

    private Deferral.Way way(Waiting operation) {
        return operations.find(operation.operation()).map(WriteOperation::way).orElse(Deferral.Way.TOGETHER);
    }

    private void mend(Attempt attempt, Throwable failure) {
        List<Waiting> before = attempt.before();
        Waiting failed = attempt.failed;
        if (!attempt.failedTogether.isEmpty()) {
            if (!before.isEmpty()) {
                carryOut(() -> queue.takeAgain(before));
            }
            attempt.failedTogether.forEach(this::apart);
        } else if (failed == null) {
            // The commit failed, or the database is gone: then the next attempt says so.
            if (before.isEmpty()) {
                throw new IllegalStateException("operations could not be taken", failure);
            }
            if (before.size() == 1) {
                lone.settle(OperationFailures.of(before.get(0), failure));
            } else {
                before.forEach(this::apart);
            }
        } else if (before.isEmpty() && failure instanceof SpoiltTransaction) {
            if (QuarkusTransaction.requiringNew().call(() -> lone.lease(failed))) {
                lone.carryOut(failed);
            }
        } else if (before.isEmpty()) {
            lone.settle(OperationFailures.of(failed, failure));
        } else {
            carryOut(() -> queue.takeAgain(before));
            apart(failed);
        }
    }

    /** Carries it out in a transaction with no other. */
    private void apart(Waiting operation) {
        carryOut(() -> queue.takeAgain(List.of(operation)));
    }
}
