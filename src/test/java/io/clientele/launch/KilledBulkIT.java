package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The service is killed again and again while it carries out a bulk of new customers, and started again. In the end each of
 * them is there once, with its entry, and each operation knows which one it made.
 */
class KilledBulkIT {

    /** {@code -Dclientele.kills=20} for the long run. */
    private static final int KILLS = Integer.getInteger("clientele.kills", 2);

    private static final int CUSTOMERS = 1_500;

    /** At this many new ones after each start the next kill comes. */
    private static final int BETWEEN_KILLS = 120;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Instances instances;
    private static PackagedService service;

    @BeforeAll
    static void start() throws Exception {
        instances = Instances.start(1, Map.of());
        service = instances.get(0);
    }

    @AfterAll
    static void stop() throws Exception {
        instances.close();
    }

    @Test
    void a_bulk_whose_instance_is_killed_again_and_again_is_carried_out_whole_and_once() throws Exception {
        String token = JSON.readValue(
                service.post("/rest/V1/integration/admin/token", """
                        {"username": "root", "password": "Only-4-tests!"}""").body(), String.class);
        HttpResponse<String> accepted = send(token, body());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String uuid = JSON.readTree(accepted.body()).get("bulk_uuid").asText();
        int before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            awaitCustomers(before + BETWEEN_KILLS);
            service.kill();
            before = customers();
            assertThat(before).as("it was killed in the middle").isBetween(1, CUSTOMERS - 1);
            service.start();
        }
        awaitCustomers(CUSTOMERS);
        awaitNoneOpen();
        // Once each, by the numbers in their names, and nobody else.
        assertThat(customers()).isEqualTo(CUSTOMERS);
        assertThat(count("select count(distinct lastname) from customer where lastname like 'Bulk%'"))
                .isEqualTo(CUSTOMERS);
        assertThat(count("""
                select count(*) from audit_entry e join customer c on e.object_id = c.id::text
                where e.action = 'customer.created' and c.lastname like 'Bulk%'""")).isEqualTo(CUSTOMERS);
        assertThat(count("select count(*) from audit_entry where action = 'customer.created'"))
                .isEqualTo(CUSTOMERS);
        assertThat(count("select count(*) from event where type = 'customer.created'"))
                .isEqualTo(CUSTOMERS);
        assertThat(count("select count(*) from bulk_operation where status = 1 and body is null"))
                .isEqualTo(CUSTOMERS);
        JsonNode done = JSON.readTree(get(token, "/rest/V1/bulk/" + uuid + "/detailed-status"));
        for (JsonNode operation : done.get("operations_list")) {
            JsonNode made =
                    JSON.readTree(operation.get("result_serialized_data").asText());
            assertThat(made.get("lastname").asText())
                    .isEqualTo("Bulk" + operation.get("id").asInt());
        }
    }

    private static String body() {
        return IntStream.range(0, CUSTOMERS).mapToObj(i -> """
                {"customer": {"email": "bulk%1$d@example.com", "firstname": "B", "lastname": "Bulk%1$d"}}""".formatted(i)).collect(Collectors.joining(",", "[", "]"));
    }

    private static HttpResponse<String> send(String token, String body) throws Exception {
        HttpRequest request = service.request("/rest/async/bulk/V1/customers")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return service.client().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String get(String token, String path) throws Exception {
        HttpRequest request =
                service.request(path).header("Authorization", "Bearer " + token).build();
        return service.client()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void awaitCustomers(int most) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (customers() < most) {
            assertThat(System.nanoTime()).as("%d customers", customers()).isLessThan(end);
        }
    }

    private static void awaitNoneOpen() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (count("select count(*) from bulk where finished_at is null") > 0) {
            assertThat(System.nanoTime()).as("still open").isLessThan(end);
        }
    }

    private static int customers() throws Exception {
        return count("select count(*) from customer where lastname like 'Bulk%'");
    }

    private static int count(String query) throws Exception {
        try (Connection connection = instances.server().asSuperuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
