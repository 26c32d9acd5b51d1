package io.clientele.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Lets one attempt at a time through for each login on this instance. An attempt counts as a failure until it has
 * succeeded; without the gate a burst of right passwords would look like a burst of failures.
 */
@ApplicationScoped
class LoginGate {

    private static final int GATES = 1_024;
    private static final int PATIENCE_SECONDS = 8;

    /** How many workers may be in an attempt or wait for their turn; a virtual thread that waits is nobody's loss. */
    private static final int PLACES = 64;

    private final Semaphore places = new Semaphore(PLACES);
    private final ReentrantLock[] gates =
            IntStream.range(0, GATES).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    boolean pass(Object login, BooleanSupplier attempt) {
        if (Thread.currentThread().isVirtual()) {
            return inTurn(login, attempt);
        }
        if (!places.tryAcquire()) {
            throw AccessRefusals.unavailable();
        }
        try {
            return inTurn(login, attempt);
        } finally {
            places.release();
        }
    }

    private boolean inTurn(Object login, BooleanSupplier attempt) {
        ReentrantLock gate = gates[Math.floorMod(login.hashCode(), GATES)];
        try {
            if (!gate.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw AccessRefusals.unavailable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AccessRefusals.unavailable();
        }
        try {
            return attempt.getAsBoolean();
        } finally {
            gate.unlock();
        }
    }
}
