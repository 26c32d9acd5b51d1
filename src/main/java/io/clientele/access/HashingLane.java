package io.clientele.access;

import io.clientele.shared.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The threads that hash passwords, half the cores by default, and the line in front of them. Whoever finds the line full
 * is refused: a flood of sign-ins takes neither the processor nor the threads that other requests need.
 */
@ApplicationScoped
class HashingLane {

    private static final int PATIENCE_SECONDS = 8;

    /** After so long without work a thread ends, and what it keeps goes with it. */
    private static final int IDLE_SECONDS = 60;

    /** How long a refusal takes for those who can wait for it at no cost, and for how many at most. */
    private static final int LINGER_SECONDS = 1;

    private static final int MOST_LINGERING = 1_000;

    private final Semaphore lingering = new Semaphore(MOST_LINGERING);
    private final ThreadPoolExecutor threads;
    private final int places;

    HashingLane(HashingConfig config) {
        int size = config.threads().orElseGet(() -> threads(Runtime.getRuntime().availableProcessors()));
        places = Math.max(1, config.queue());
        threads = new ThreadPoolExecutor(
                Math.max(1, size),
                Math.max(1, size),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(places),
                Thread.ofPlatform().daemon().name("hashing-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    static int threads(int cores) {
        return Math.max(1, cores / 2);
    }

    int places() {
        return places;
    }

    /**
     * Asked before anything is looked up. A virtual thread waits a second before it is refused: otherwise whoever asks
     * without a pause takes the processor with refusals.
     *
     * @throws Refusal of kind UNAVAILABLE when nobody else may wait
     */
    void requireRoom() {
        if (threads.getQueue().remainingCapacity() == 0) {
            if (Thread.currentThread().isVirtual() && lingering.tryAcquire()) {
                linger();
            }
            throw AccessRefusals.unavailable();
        }
    }

    private void linger() {
        try {
            TimeUnit.SECONDS.sleep(LINGER_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lingering.release();
        }
    }

    /**
     * Runs the work there and waits for it.
     *
     * @throws Refusal of kind UNAVAILABLE when the line is full, or does not move
     */
    void run(Runnable work) {
        Future<?> done;
        try {
            done = threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw AccessRefusals.unavailable();
        }
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            done.cancel(false);
            throw AccessRefusals.unavailable();
        } catch (InterruptedException e) {
            done.cancel(false);
            Thread.currentThread().interrupt();
            throw AccessRefusals.unavailable();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        }
    }
}
