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
import java.util.function.DoubleSupplier;

/** Runs one thing over and over on a few threads, each waiting for its answer before it goes on. */
final class Load implements AutoCloseable {

    /** One thread's way of doing the thing: a connection to the service or to the database. */
    interface Worker {
        void run(SplittableRandom random) throws Exception;
    }

    private final ExecutorService threads;
    private final int width;
    private final DoubleSupplier database;
    private int seed;

    /**
     * @param width how many at a time
     * @param database CPU time of PostgreSQL so far, in milliseconds
     */
    Load(int width, DoubleSupplier database) {
        this.threads = Executors.newFixedThreadPool(width);
        this.width = width;
        this.database = database;
    }

    int width() {
        return width;
    }

    /**
     * Runs the workers, one for each thread, for the time given.
     *
     * @param program CPU time so far of what is measured, in milliseconds
     */
    Window run(Duration time, List<? extends Worker> workers, DoubleSupplier program) throws Exception {
        double databaseBefore = database.getAsDouble();
        double programBefore = program.getAsDouble();
        long began = System.nanoTime();
        long end = began + time.toNanos();
        List<Future<int[]>> running = new ArrayList<>();
        for (Worker worker : workers) {
            SplittableRandom random = new SplittableRandom(++seed);
            running.add(threads.submit(() -> loop(worker, random, end)));
        }
        int[] latencies = new int[0];
        for (Future<int[]> each : running) {
            int[] more = result(each);
            int[] all = Arrays.copyOf(latencies, latencies.length + more.length);
            System.arraycopy(more, 0, all, latencies.length, more.length);
            latencies = all;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Window window = new Window(
                seconds, latencies, program.getAsDouble() - programBefore, database.getAsDouble() - databaseBefore);
        Arrays.sort(window.latencies());
        return window;
    }

    private static int[] result(Future<int[]> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static int[] loop(Worker worker, SplittableRandom random, long end) throws Exception {
        int[] latencies = new int[1 << 12];
        int count = 0;
        long began = System.nanoTime();
        while (began < end) {
            worker.run(random);
            long now = System.nanoTime();
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * count);
            }
            latencies[count++] = (int) ((now - began) / 1_000);
            began = now;
        }
        return Arrays.copyOf(latencies, count);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
