package io.clientele.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs one thing at a fixed rate, whether the one before has ended or not. A latency counts from the moment the run was
 * due: whoever had to wait for a free worker has waited.
 */
final class OpenLoop implements AutoCloseable {

    /** After so many times the time meant nothing is begun any more: the rate is beyond what there is. */
    private static final int PATIENCE = 3;

    private final ExecutorService threads;
    private int seed = 1 << 20;

    /** @param width the most that are under way at a time */
    OpenLoop(int width) {
        this.threads = Executors.newFixedThreadPool(width);
    }

    /**
     * @param rate runs in a second
     * @return the latencies in microseconds, ascending; of what was never begun, how long it was overdue when that was given up
     */
    int[] run(Duration time, int rate, List<? extends Load.Worker> workers) throws Exception {
        int count = (int) (time.toMillis() * rate / 1_000);
        int[] latencies = new int[count];
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime() + Duration.ofMillis(50).toNanos();
        long givenUp = began + PATIENCE * time.toNanos();
        List<Future<?>> running = new ArrayList<>();
        for (Load.Worker worker : workers) {
            SplittableRandom random = new SplittableRandom(++seed);
            running.add(threads.submit(() -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    long due = began + i * 1_000_000_000L / rate;
                    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    if (System.nanoTime() - givenUp < 0) {
                        worker.run(random);
                    }
                    latencies[i] = (int) ((System.nanoTime() - due) / 1_000);
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
        Arrays.sort(latencies);
        return latencies;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
