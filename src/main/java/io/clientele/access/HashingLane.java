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
import org.jboss.logging.Logger;

/**
 * The threads that hash passwords, half the cores by default if the heap has room, and the line in front of them. Whoever finds the line full
 * is refused: a flood of sign-ins takes neither the processor nor the threads that other requests need.
 */
@ApplicationScoped
class HashingLane {

    private static final Logger LOG = Logger.getLogger(HashingLane.class);

    private static final int PATIENCE_SECONDS = 8;

    /** After so long without work a thread ends, and what it keeps goes with it. */
    private static final int IDLE_SECONDS = 60;

    /** How long a refusal takes for those who can wait for it at no cost, and for how many at most. */
    private static final int LINGER_SECONDS = 1;

    private static final int MOST_LINGERING = 1_000;

    private final Semaphore lingering = new Semaphore(MOST_LINGERING);
    private final ThreadPoolExecutor threads;
    private final int places;

    /** What a hash takes of the heap at most: one that a shop has brought along takes more than ours. */
    private static final long HASH_BYTES = 64L << 20;

    /** What everything else needs of the heap. */
    private static final long REST_BYTES = 112L << 20;

    HashingLane(HashingConfig config) {
        Runtime machine = Runtime.getRuntime();
        int wanted = config.threads().orElse(machine.availableProcessors() / 2);
        int size = threads(wanted, machine.maxMemory());
        if (size < wanted) {
            LOG.warnf(
                    "%d threads hash passwords and not %d: the heap of %d MiB (-Xmx) has no room for more",
                    size, wanted, machine.maxMemory() >> 20);
        }
        places = Math.max(1, config.queue());
        threads = new ThreadPoolExecutor(
                size,
                size,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(places),
                Thread.ofPlatform().daemon().name("hashing-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    /** As many as are wanted and as the heap has room for, at least one. */
    static int threads(int wanted, long heapBytes) {
        return (int) Math.max(1, Math.min(wanted, (heapBytes - REST_BYTES) / HASH_BYTES));
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
