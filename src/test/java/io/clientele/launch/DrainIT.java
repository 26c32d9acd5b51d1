package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.TestDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A stop under load cuts no request: readiness goes first, callers go elsewhere, what runs ends (goal R18). */
class DrainIT {

    private static final int ROUNDS = Integer.getInteger("clientele.drain.rounds", 3);
    private static final int CALLERS = 8;
    private static final int WARM = 200;

    private final ConcurrentLinkedQueue<String> cut = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicBoolean elsewhere = new AtomicBoolean();

    @Test
    void sigterm_under_load_cuts_no_request_and_exits_with_0() throws Exception {
        Path folder = Files.createTempDirectory("clientele-drain");
        try (EmbeddedServer server = EmbeddedServer.start(folder, TestDatabase.BINARIES, Durability.FAST, Map.of())) {
            for (int round = 0; round < ROUNDS; round++) {
                stopUnderLoad(server);
            }
        } finally {
            TestDatabase.delete(folder);
        }
    }

    private void stopUnderLoad(EmbeddedServer server) throws Exception {
        answered.set(0);
        elsewhere.set(false);
        try (PackagedService service = PackagedService.on(server).start();
                ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(() -> call(service)));
            }
            while (answered.get() < WARM && cut.isEmpty()) {
                Thread.onSpinWait();
            }
            service.terminate();
            // What a load balancer does: it asks, and sends nothing more once the answer is no.
            while (service.isReady()) {
                Thread.onSpinWait();
            }
            elsewhere.set(true);
            for (Future<?> caller : callers) {
                caller.get();
            }
            assertThat(cut).isEmpty();
            assertThat(service.awaitExit()).as("%s", service.output()).isZero();
        }
    }

    /** Sends POSTs, which a client never repeats by itself, until the service is not ready any more. */
    private void call(PackagedService service) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = service.request("/graphql")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ countries { id } }\"}"))
                    .build();
            while (!elsewhere.get()) {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != 200) {
                    cut.add(response.statusCode() + " " + response.body());
                }
                answered.incrementAndGet();
            }
        } catch (IOException e) {
            cut.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
