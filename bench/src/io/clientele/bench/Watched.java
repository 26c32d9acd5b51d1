package io.clientele.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * What something long took, and the memory of the service meanwhile.
 *
 * @param cpu of the service and PostgreSQL, in milliseconds
 * @param residentMiB the service's memory before
 * @param firstHalfMiB the most of it in the first half of the time
 * @param secondHalfMiB the most of it in the second half
 */
record Watched<T>(T result, double seconds, double cpu, long residentMiB, long firstHalfMiB, long secondHalfMiB) {

    private static final long SAMPLE_NANOS = 100_000_000L;

    static <T> Watched<T> of(Service service, Database database, Callable<T> work) throws Exception {
        List<Long> samples = new ArrayList<>();
        long before = Cpu.residentMiB(service.pid());
        Thread watching = Thread.ofPlatform().daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                samples.add(Cpu.residentMiB(service.pid()));
                LockSupport.parkNanos(SAMPLE_NANOS);
            }
        });
        double cpu = service.cpu() + database.cpu();
        long began = System.nanoTime();
        try {
            T result = work.call();
            double seconds = (System.nanoTime() - began) / 1e9;
            double used = service.cpu() + database.cpu() - cpu;
            watching.interrupt();
            watching.join();
            int half = samples.size() / 2;
            return new Watched<>(
                    result,
                    seconds,
                    used,
                    before,
                    most(samples.subList(0, half)),
                    most(samples.subList(half, samples.size())));
        } finally {
            watching.interrupt();
        }
    }

    private static long most(List<Long> samples) {
        return samples.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
