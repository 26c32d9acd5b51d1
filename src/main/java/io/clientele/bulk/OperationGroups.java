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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out operations that are due, many in one transaction, which also notes that they are done: it has all of that or
 * nothing, whatever happens to the instance. When one fails the transaction is rolled back; those before it are done again
 * without it, and it once more by itself, so that no failure is another one's.
 */
@ApplicationScoped
class OperationGroups {

    /** The most operations of one transaction. */
    static final int MOST = 50;

    /** After how long a transaction takes no further operation. */
    private static final long LONGEST_NANOS = Duration.ofSeconds(2).toNanos();

    /** How long an operation that makes its own transactions is left alone. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final QueueRepository queue;
    private final OperationExecution execution;
    private final WriteOperations operations;
    private final LaterStatements later;
    private final Clock clock;

    @Inject
    OperationGroups(
            QueueRepository queue,
            OperationExecution execution,
            WriteOperations operations,
            LaterStatements later,
            Clock clock) {
        this.queue = queue;
        this.execution = execution;
        this.operations = operations;
        this.later = later;
        this.clock = clock;
    }

    /** An operation that succeeds in spite of a failure inside, which takes its transaction with it: it needs its own ones. */
    private static final class SpoiltTransaction extends RuntimeException {}

    /** What one transaction came to. */
    private static final class Attempt {
        private List<Waiting> taken = List.of();
        private final List<Outcome> done = new ArrayList<>();
        private final List<Waiting> alone = new ArrayList<>();
        private @Nullable Waiting failed;
        private @Nullable Throwable failure;

        private List<Waiting> before() {
            return done.stream().map(Outcome::operation).toList();
        }
    }

    /**
     * Carries out some of those that are due.
     *
     * @return how many were taken; 0 when there is nothing to do
     */
    int round() {
        return carryOut(() -> queue.take(clock.instant(), MOST));
    }

    private int carryOut(Supplier<List<Waiting>> take) {
        Attempt attempt = new Attempt();
        QuarkusTransaction.begin();
        try {
            attempt.taken = take.get();
            later.collect();
            go(attempt);
            if (attempt.failure == null) {
                later.run();
                queue.end(attempt.done, clock.instant());
                attempt.alone.removeIf(
                        each -> !queue.lease(each, clock.instant().plus(LEASE)));
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
            attempt.alone.forEach(this::alone);
        }
        return attempt.taken.size();
    }

    private void go(Attempt attempt) {
        long end = System.nanoTime() + LONGEST_NANOS;
        for (Waiting each : attempt.taken) {
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
            if (System.nanoTime() > end) {
                return;
            }
        }
    }

    private Deferral.Way way(Waiting operation) {
        return operations.find(operation.operation()).map(WriteOperation::way).orElse(Deferral.Way.TOGETHER);
    }

    private void mend(Attempt attempt, Throwable failure) {
        List<Waiting> before = attempt.before();
        Waiting failed = attempt.failed;
        if (failed == null) {
            // The commit failed, or the database is gone: then the next attempt says so.
            if (before.isEmpty()) {
                throw new IllegalStateException("operations could not be taken", failure);
            }
            if (before.size() == 1) {
                settle(OperationFailures.of(before.get(0), failure));
            } else {
                before.forEach(each -> carryOut(() -> queue.takeAgain(List.of(each))));
            }
        } else if (before.isEmpty() && failure instanceof SpoiltTransaction) {
            if (QuarkusTransaction.requiringNew().call(() -> lease(failed))) {
                alone(failed);
            }
        } else if (before.isEmpty()) {
            settle(OperationFailures.of(failed, failure));
        } else {
            carryOut(() -> queue.takeAgain(before));
            carryOut(() -> queue.takeAgain(List.of(failed)));
        }
    }

    private boolean lease(Waiting operation) {
        return queue.lease(operation, clock.instant().plus(LEASE));
    }

    private void alone(Waiting leased) {
        Waiting operation = new Waiting(
                leased.bulkId(),
                leased.number(),
                leased.tries() + 1,
                leased.uuid(),
                leased.operation(),
                leased.key(),
                leased.sender(),
                leased.body());
        try {
            Outcome outcome = execution.alone(operation);
            QuarkusTransaction.requiringNew().run(() -> queue.end(List.of(outcome), clock.instant()));
        } catch (RuntimeException e) {
            settle(OperationFailures.of(operation, e));
        }
    }

    /** Notes a failure: for good, or until another try. */
    private void settle(Outcome failure) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (OperationFailures.isTriedAgain(failure)) {
                queue.later(failure, clock.instant().plus(OperationFailures.pause(failure)));
            } else {
                queue.end(List.of(failure), clock.instant());
            }
        });
    }
}
