package io.clientele.shared.idempotency;

import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a request once for each key of its caller. Effect and answer are written in one transaction: there is never
 * the one without the other, and a crash frees the key.
 */
@ApplicationScoped
public class IdempotencyKeys {

    /** How long a key and its answer are kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    private final IdempotencyKeyRepository keys;
    private final TransactionManager transactions;
    private final TransactionSynchronizationRegistry resources;
    private final Clock clock;

    IdempotencyKeys(
            IdempotencyKeyRepository keys,
            TransactionManager transactions,
            TransactionSynchronizationRegistry resources,
            Clock clock) {
        this.keys = keys;
        this.transactions = transactions;
        this.resources = resources;
        this.clock = clock;
    }

    /** An answer: a new one, or the kept one of an earlier request. */
    public record Outcome<T>(@Nullable T answer, @Nullable KeptAnswer earlier) {}

    /**
     * Does the work, or gives the answer that it had.
     *
     * @param work runs in one transaction of its own
     * @param toKeep what to keep of its answer; empty when the work did not succeed, which takes it back
     * @throws Refusal when the key was sent with another request, or the same one is still running
     */
    public <T> Outcome<T> once(KeyedRequest request, Callable<T> work, Function<T, Optional<KeptAnswer>> toKeep)
            throws Exception {
        Optional<KeptAnswer> kept = keys.find(request, clock.instant());
        if (kept.isPresent()) {
            return new Outcome<>(null, kept.get());
        }
        Reservation reservation = new Reservation(keys, request, clock);
        T answer;
        transactions.begin();
        try {
            answer = work(request, reservation, work, toKeep);
        } finally {
            // Committed already, unless the work failed or was stopped.
            rollBack();
        }
        if (reservation.earlier().isPresent()) {
            return new Outcome<>(null, reservation.earlier().get());
        }
        return new Outcome<>(answer, null);
    }

    private <T> @Nullable T work(
            KeyedRequest request, Reservation reservation, Callable<T> work, Function<T, Optional<KeptAnswer>> toKeep)
            throws Exception {
        resources.putResource(Reservation.class, reservation);
        T answer = null;
        try {
            answer = work.call();
            Optional<KeptAnswer> kept = toKeep.apply(answer);
            if (kept.isPresent()) {
                keep(request, reservation, kept.get());
                transactions.commit();
            }
        } catch (Exception e) {
            if (reservation.stopped() == null) {
                throw e;
            }
        }
        if (reservation.stopped() != null && reservation.earlier().isEmpty()) {
            throw reservation.stopped();
        }
        return answer;
    }

    private void keep(KeyedRequest request, Reservation reservation, KeptAnswer answer) {
        reservation.make();
        if (!keys.keep(request, answer, clock.instant(), clock.instant().plus(KEPT))) {
            throw IdempotencyRefusals.stillRunning();
        }
    }

    private void rollBack() throws SystemException {
        if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
            transactions.rollback();
        }
    }
}
