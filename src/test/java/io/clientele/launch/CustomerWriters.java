package io.clientele.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Make customers and change each of them a few times, through several instances, some of which may be killed meanwhile. What is not
 * answered may have been done.
 */
final class CustomerWriters implements AutoCloseable {

    private static final int THREADS = 3;
    private static final List<String> NAMES = List.of("Once", "Twice");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CUSTOMERS = "/rest/V1/customers";
    private static final String BODY = """
            {"customer": {"email": "%s%d@example.com", "firstname": "K", "lastname": "%s", "website_id": 1}}""";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String prefix;
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean over;

    /** @param prefix of their addresses */
    CustomerWriters(Calls root, Instances instances, String prefix) {
        this.prefix = prefix;
        for (int i = 0; i < THREADS; i++) {
            Calls calls = root.at(instances.get(i % instances.all().size()));
            running.add(threads.submit(() -> {
                while (!over) {
                    write(calls, number.incrementAndGet());
                }
                return null;
            }));
        }
    }

    /** How many changes have been acknowledged so far. */
    int changes() {
        return changes.get();
    }

    void awaitChanges(int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (changes.get() < count) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("of " + count + " changes only " + changes + " were acknowledged");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private void write(Calls calls, int own) throws Exception {
        try {
            HttpResponse<String> made = calls.send("POST", CUSTOMERS, BODY.formatted(prefix, own, "New"));
            if (!counts(made)) {
                return;
            }
            long id = JSON.readTree(made.body()).get("id").asLong();
            for (String next : NAMES) {
                counts(calls.send("PUT", CUSTOMERS + "/" + id, BODY.formatted(prefix, own, next)));
            }
        } catch (IOException e) {
            // Being killed or started: a moment later, so that it does not spin.
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private boolean counts(HttpResponse<String> answer) {
        boolean done = answer.statusCode() == 200;
        if (done) {
            changes.incrementAndGet();
        }
        return done;
    }

    /** Has all of them end, and says why if one ended badly. */
    void finish() throws Exception {
        over = true;
        for (Future<?> each : running) {
            each.get();
        }
    }

    @Override
    public void close() {
        over = true;
        threads.close();
    }
}
