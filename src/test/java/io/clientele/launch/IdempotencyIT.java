package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Idempotency-Keys over two instances, one of which is killed while it works. */
class IdempotencyIT {

    /** {@code -Dclientele.race.keys=1000} for the long run. */
    private static final int KEYS = Integer.getInteger("clientele.race.keys", 60);

    private static final int SENDERS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Instances instances;
    private static PackagedService first;
    private static PackagedService second;

    private final Map<String, String> answers = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        instances = Instances.start(2, Map.of());
        first = instances.get(0);
        second = instances.get(1);
    }

    @AfterAll
    static void stop() throws Exception {
        instances.close();
    }

    @Test
    void every_key_has_one_effect_although_an_instance_is_killed() throws Exception {
        assertThat(second.post("/rest/V1/customers", """
                        {"customer": {"email": "once@example.com", "firstname": "On", "lastname": "Ce"},
                         "password": "Right-Passw0rd"}""").statusCode()).isEqualTo(200);
        String token = JSON.readValue(
                second.post("/rest/V1/integration/customer/token", """
                                {"username": "once@example.com", "password": "Right-Passw0rd"}""").body(), String.class);
        CountDownLatch half = new CountDownLatch(KEYS * SENDERS / 2);
        try (ExecutorService senders = Executors.newFixedThreadPool(2 * SENDERS)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < KEYS * SENDERS; i++) {
                String key = "key-" + i / SENDERS;
                PackagedService to = i % 2 == 0 ? first : second;
                sent.add(senders.submit(() -> {
                    try {
                        note(key, send(to, token, key));
                    } catch (IOException e) {
                        // Unknown: the instance is gone. It is sent again below.
                    } finally {
                        half.countDown();
                    }
                    return null;
                }));
            }
            assertThat(half.await(120, TimeUnit.SECONDS)).isTrue();
            first.kill();
            for (Future<?> each : sent) {
                each.get();
            }
        }
        for (int i = 0; i < KEYS; i++) {
            String key = "key-" + i;
            HttpResponse<String> again = send(second, token, key);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (again.statusCode() == 409 && System.nanoTime() < end) {
                again = send(second, token, key);
            }
            assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
            note(key, again);
        }
        assertThat(instances.queries().lines("select city from customer_address"))
                .hasSize(KEYS)
                .doesNotHaveDuplicates();
    }

    /** Whoever is answered at all is answered the same. */
    private void note(String key, HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            assertThat(answer.body()).contains(key).doesNotContain("errors");
            assertThat(answers.merge(key, answer.body(), (one, other) -> one)).isEqualTo(answer.body());
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        }
    }

    private static HttpResponse<String> send(PackagedService to, String token, String key) throws Exception {
        String add = "mutation { createCustomerAddress(input: {firstname: \"On\", lastname: \"Ce\", street: [\"1\"],"
                + " city: \"" + key + "\", postcode: \"78701\", country_code: US, region: {region_id: 57},"
                + " telephone: \"1\"}) { id city } }";
        return to.client()
                .send(
                        to.request("/graphql")
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + token)
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(
                                        JSON.writeValueAsBytes(Map.of("query", add))))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
