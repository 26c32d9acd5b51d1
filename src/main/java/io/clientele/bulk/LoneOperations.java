package io.clientele.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Carries out operations that make their own transactions, which are taken for a while and noted as done afterwards. */
@ApplicationScoped
class LoneOperations {

    /** How long such an operation is left alone. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final QueueRepository queue;
    private final OperationExecution execution;
    private final Clock clock;

    @Inject
    LoneOperations(QueueRepository queue, OperationExecution execution, Clock clock) {
        this.queue = queue;
        this.execution = execution;
        this.clock = clock;
    }

    /** Takes it, in the transaction in hand; false when somebody was faster. */
    boolean lease(Waiting operation) {
        return queue.lease(operation, clock.instant().plus(LEASE));
    }

    /** Carries out one that was taken. */
    void carryOut(Waiting leased) {
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
    void settle(Outcome failure) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (OperationFailures.isTriedAgain(failure)) {
                queue.later(failure, clock.instant().plus(OperationFailures.pause(failure)));
            } else {
                queue.end(List.of(failure), clock.instant());
            }
        });
    }
}
