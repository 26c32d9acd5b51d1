package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.TestDatabase;
import io.clientele.event.webhook.WebhookReceiver;
import io.clientele.event.webhook.WebhookReceiver.Received;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whichever of two instances delivers to a webhook is killed in mid-delivery, again and again, while customers change. Every event is
 * delivered, those of one customer in their order, and what comes twice has the same id.
 */
class WebhookIT {

    /** {@code -Dclientele.kills=20} for the long run. */
    private static final int KILLS = Integer.getInteger("clientele.kills", 2);

    private static final int WRITERS = 3;
    private static final int TAKEN_BETWEEN_KILLS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path folder;
    private static EmbeddedServer server;
    private static final PackagedService[] INSTANCES = new PackagedService[2];

    @BeforeAll
    static void start() throws Exception {
        folder = Files.createTempDirectory("clientele-webhook");
        server = EmbeddedServer.start(folder, TestDatabase.BINARIES, Durability.FAST, Map.of());
        for (int i = 0; i < INSTANCES.length; i++) {
            INSTANCES[i] = PackagedService.on(server, Map.of("CLIENTELE_OUTGOING_ALLOW_PRIVATE", "true"))
                    .start();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (PackagedService each : INSTANCES) {
            each.close();
        }
        server.close();
        TestDatabase.delete(folder);
    }

    @Test
    void nothing_is_lost_and_each_customer_s_order_is_kept_although_whoever_delivers_is_killed() throws Exception {
        String token = token(INSTANCES[0]);
        AtomicBoolean over = new AtomicBoolean();
        try (WebhookReceiver receiver = new WebhookReceiver();
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            JsonNode webhook = post(INSTANCES[0], token, "/rest/V1/webhooks", """
                    {"webhook": {"url": "%s", "events": ["customer.*"]}}""".formatted(receiver.url()));
            List<Future<?>> writers = new ArrayList<>();
            AtomicInteger number = new AtomicInteger();
            for (int i = 0; i < WRITERS; i++) {
                int own = i;
                writers.add(threads.submit(() -> {
                    while (!over.get()) {
                        write(INSTANCES[own % 2], token, "hook" + number.incrementAndGet());
                    }
                    return null;
                }));
            }
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    receiver.await(receiver.received(_ -> true).size() + TAKEN_BETWEEN_KILLS, _ -> true);
                    PackagedService victim = INSTANCES[kill % 2];
                    victim.kill();
                    victim.start();
                }
                receiver.await(receiver.received(_ -> true).size() + TAKEN_BETWEEN_KILLS, _ -> true);
            } finally {
                over.set(true);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            check(receiver, token, webhook.get("id").asLong());
        }
    }

    @Test
    void in_production_nothing_private_is_called_unless_the_deployment_says_so() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver();
                PackagedService strict = PackagedService.on(server).start()) {
            String token = token(strict);
            String refused = send(strict, token, "/rest/V1/webhooks", """
                    {"webhook": {"url": "%s", "events": ["*"]}}""".formatted(receiver.url()))
                    .body();
            assertThat(refused).contains("is a private address, which this deployment does not call.");
            JsonNode named = post(strict, token, "/rest/V1/webhooks", """
                    {"webhook": {"url": "http://localhost:%d/", "events": ["*"], "is_active": false}}""".formatted(receiver.port()));
            JsonNode tried =
                    post(strict, token, "/rest/V1/webhooks/" + named.get("id").asLong() + "/test", "");
            assertThat(tried.get("is_delivered").asBoolean()).isFalse();
            assertThat(tried.get("error").asText())
                    .isEqualTo("\"localhost\" is a private address, which this deployment does not call.");
            assertThat(receiver.received(_ -> true)).isEmpty();
        }
    }

    private static void check(WebhookReceiver receiver, String token, long webhook) throws Exception {
        List<JsonNode> told = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = get(INSTANCES[1], token, "/rest/V1/events?limit=1000&after=" + cursor);
            if (page.get("items").isEmpty()) {
                break;
            }
            page.get("items").forEach(told::add);
            cursor = page.get("next").asText();
        }
        told.removeIf(event -> !event.get("type").asText().startsWith("customer."));
        List<String> ids = told.stream().map(event -> event.get("id").asText()).toList();
        for (String id : ids) {
            receiver.await(1, each -> each.id().equals(id));
        }
        int doubles = 0;
        Set<String> seen = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        for (Received each : receiver.received(_ -> true)) {
            if (!seen.add(each.id())) {
                doubles++;
                continue;
            }
            Long before = last.put(each.subject(), each.sequence());
            assertThat(each.sequence()).as("of %s", each.subject()).isGreaterThan(before == null ? 0 : before);
        }
        assertThat(doubles).as("events that came twice").isLessThan(200 * KILLS);
        assertThat(get(INSTANCES[0], token, "/rest/V1/webhooks/" + webhook)
                        .at("/delivery/waiting")
                        .asInt())
                .isZero();
        System.out.println(KILLS + " kills, " + ids.size() + " events: none lost, each customer's in order, " + doubles
                + " came twice");
    }

    /** Makes a customer and changes it twice; what is not answered may have been done. */
    private static void write(PackagedService to, String token, String name) throws Exception {
        String body = """
                {"customer": {"email": "%1$s@example.com", "firstname": "K", "lastname": "%2$s", "website_id": 1}}""";
        try {
            HttpResponse<String> made = send(to, token, "/rest/V1/customers", body.formatted(name, name));
            if (made.statusCode() != 200) {
                return;
            }
            long id = JSON.readTree(made.body()).get("id").asLong();
            for (String next : List.of("Once", "Twice")) {
                to.client()
                        .send(
                                authorised(to, token, "/rest/V1/customers/" + id)
                                        .PUT(HttpRequest.BodyPublishers.ofString(body.formatted(name, next)))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
            }
        } catch (IOException e) {
            // Being killed or started: a moment later, so that it does not spin.
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(20).toNanos());
        }
    }

    private static String token(PackagedService service) throws Exception {
        return JSON.readTree(
                        service.post("/rest/V1/integration/admin/token", """
                        {"username": "root", "password": "Only-4-tests!"}""").body())
                .asText();
    }

    private static JsonNode get(PackagedService from, String token, String path) throws Exception {
        HttpResponse<String> answer =
                from.client().send(authorised(from, token, path).GET().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode post(PackagedService to, String token, String path, String body) throws Exception {
        HttpResponse<String> answer = send(to, token, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> send(PackagedService to, String token, String path, String body)
            throws Exception {
        return to.client()
                .send(
                        authorised(to, token, path)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder authorised(PackagedService to, String token, String path) {
        return to.request(path).header("Content-Type", "application/json").header("Authorization", "Bearer " + token);
    }
}
