package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The database hangs, or breaks: the service says so, answers in time, and goes on by itself (reliability goal R3). Of
 * what was being written nothing is half there afterwards.
 */
class LostDatabaseIT {

    /** More than the pool has connections, so that some requests wait for one. */
    private static final int CALLERS = 30;

    /** At least; in the build short, and 30 s for the goal: {@code -Dclientele.outage.seconds=30}. */
    private static final Duration OUTAGE = Duration.ofSeconds(Long.getLong("clientele.outage.seconds", 3));

    private static final Duration NOTICED = Duration.ofSeconds(5);
    private static final Duration ANSWERED = Duration.ofSeconds(10);
    private static final Duration BACK = Duration.ofSeconds(5);
    private static final int ADDRESSES = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path folder;
    private static EmbeddedServer server;
    private static PackagedService service;
    private static String token;

    /** The e-mail addresses that were sent to register while the database was gone. */
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() throws Exception {
        folder = Files.createTempDirectory("clientele-faults");
        server = EmbeddedServer.start(folder, TestDatabase.BINARIES, Durability.SAFE, Map.of());
        service = PackagedService.on(server).start();
        HttpResponse<String> signedIn = service.post(
                "/rest/V1/integration/admin/token", "{\"username\":\"root\",\"password\":\"Only-4-tests!\"}");
        token = signedIn.body().replace("\"", "");
        assertThat(read().statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        server.close();
        TestDatabase.delete(folder);
    }

    @Test
    void a_database_that_hangs_makes_503_in_time_and_the_service_goes_on_after_it() throws Exception {
        List<ProcessHandle> processes = processes();
        try {
            signal("STOP", processes);
            theServiceSaysSo();
        } finally {
            signal("CONT", processes);
        }
        theServiceIsBack();
        nothingIsHalfWritten();
    }

    @Test
    void a_database_that_dies_makes_503_in_time_and_the_service_goes_on_after_it() throws Exception {
        List<ProcessHandle> processes = processes();
        signal("KILL", processes);
        for (ProcessHandle process : processes) {
            process.onExit().get();
        }
        theServiceSaysSo();
        // Gives the folder back; the new server takes the port of the last one.
        server.close();
        server = EmbeddedServer.start(folder, TestDatabase.BINARIES, Durability.SAFE, Map.of());
        theServiceIsBack();
        nothingIsHalfWritten();
    }

    /** Lasts as long as the outage, with callers all the time, and until everybody has been answered. */
    private void theServiceSaysSo() throws Exception {
        long lost = System.nanoTime();
        Queue<Future<Answer>> answers = new ConcurrentLinkedQueue<>();
        try (ExecutorService callers = Executors.newCachedThreadPool();
                ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            Runnable pair = () -> {
                answers.add(callers.submit(() -> timed(LostDatabaseIT::read)));
                answers.add(callers.submit(() -> timed(this::write)));
            };
            for (int i = 0; i < CALLERS; i += 2) {
                pair.run();
            }
            while (service.isReady()) {
                assertThat(since(lost)).as("readiness").isLessThan(NOTICED);
            }
            assertThat(since(lost)).as("readiness").isLessThan(NOTICED);
            // Somebody calls each second for as long as it lasts; those who look after it ask as often.
            for (long second = 1; second <= OUTAGE.toSeconds(); second++) {
                long due = Duration.ofSeconds(second).minus(since(lost)).toMillis();
                clock.schedule(pair, due, TimeUnit.MILLISECONDS).get();
                assertThat(service.isReady()).isFalse();
                assertThat(service.get("/q/health/live").statusCode()).isEqualTo(200);
            }
            for (Future<Answer> each : answers) {
                Answer answer = each.get();
                assertThat(answer.took()).as("answered").isLessThan(ANSWERED);
                assertThat(answer.response().statusCode())
                        .as(answer.response().body())
                        .isEqualTo(503);
                assertThat(answer.response().headers().firstValue("Retry-After"))
                        .isPresent();
            }
        }
    }

    private static void theServiceIsBack() throws Exception {
        long back = System.nanoTime();
        while (!service.isReady() || read().statusCode() != 200) {
            assertThat(since(back)).as("back").isLessThan(BACK);
        }
        assertThat(since(back)).as("back").isLessThan(BACK);
    }

    private record Answer(HttpResponse<String> response, Duration took) {}

    private static Answer timed(Callable<HttpResponse<String>> request) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> response = request.call();
        return new Answer(response, since(start));
    }

    /** A read that reaches the database. */
    private static HttpResponse<String> read() throws Exception {
        return service.client()
                .send(
                        service.request("/rest/V1/taxClasses/search?searchCriteria%5BpageSize%5D=1")
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** A registration with addresses: several statements in one transaction. */
    private HttpResponse<String> write() throws Exception {
        String email = "outage" + System.nanoTime() + "-" + sent.size() + "@example.com";
        sent.add(email);
        return register(email);
    }

    private static HttpResponse<String> register(String email) throws Exception {
        Map<String, Object> address = Map.of(
                "firstname", "Ada",
                "lastname", "Lovelace",
                "street", List.of("1 Main Street"),
                "city", "Austin",
                "postcode", "78701",
                "country_id", "US",
                "region_id", 57,
                "telephone", "+1 512 555 0100");
        return service.post(
                "/rest/V1/customers",
                JSON.writeValueAsString(Map.of(
                        "customer",
                        Map.of(
                                "email",
                                email,
                                "firstname",
                                "Ada",
                                "lastname",
                                "Lovelace",
                                "addresses",
                                Collections.nCopies(ADDRESSES, address)))));
    }

    /** A registration that was told to come back is there as a whole or not at all, and can be sent again. */
    private void nothingIsHalfWritten() throws Exception {
        assertThat(sent).isNotEmpty();
        for (String email : sent) {
            JsonNode found = find(email);
            if (!found.isEmpty()) {
                assertThat(found).hasSize(1);
                assertThat(found.get(0).get("addresses")).as(email).hasSize(ADDRESSES);
            }
            HttpResponse<String> again = register(email);
            assertThat(again.statusCode()).as(again.body()).isEqualTo(found.isEmpty() ? 200 : 400);
            assertThat(find(email).get(0).get("addresses")).as(email).hasSize(ADDRESSES);
        }
    }

    private static JsonNode find(String email) throws Exception {
        String filter = "searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D";
        HttpResponse<String> answer = service.client()
                .send(
                        service.request("/rest/V1/customers/search?" + filter + "%5Bfield%5D=email&" + filter
                                        + "%5Bvalue%5D=" + email)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("items");
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The server and the processes that serve its connections: a hang of the first alone would not be noticed. */
    private static List<ProcessHandle> processes() throws IOException {
        ProcessHandle first =
                Orphan.find(folder.toRealPath().resolve("postgres")).orElseThrow();
        return Stream.concat(Stream.of(first), first.descendants()).toList();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        new ProcessBuilder(command).start().waitFor();
    }
}
