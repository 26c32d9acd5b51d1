package io.clientele;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets callers go at the same moment, round after round. */
public final class Race implements AutoCloseable {

    private final int callers;
    private final ExecutorService threads;

    public Race(int callers) {
        this.callers = callers;
        this.threads = Executors.newFixedThreadPool(callers);
    }

    /** Runs one task for each caller, all from the same moment on, and returns their answers by number. */
    public <T> List<T> round(IntFunction<Callable<T>> tasks) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            Callable<T> task = tasks.apply(i);
            running.add(threads.submit(() -> {
                start.await();
                return task.call();
            }));
        }
        start.countDown();
        List<T> answers = new ArrayList<>();
        for (Future<T> each : running) {
            answers.add(each.get());
        }
        return answers;
    }

    @Override
    public void close() {
        threads.close();
    }
}
