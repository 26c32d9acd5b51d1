package io.clientele.shared.idempotency;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the key when a service begins to write, not earlier: what it does before, such as hashing a password, holds no
 * connection then.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 201)
class ReservedTransactions {

    private final TransactionSynchronizationRegistry transactions;

    ReservedTransactions(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    @AroundInvoke
    @Nullable
    Object reserve(InvocationContext call) throws Exception {
        if (transactions.getResource(Reservation.class) instanceof Reservation reservation) {
            reservation.make();
        }
        return call.proceed();
    }
}
