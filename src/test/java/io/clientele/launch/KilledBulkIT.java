package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

    private static final String THERE = "select count(*) from customer where lastname like 'Bulk%'";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Instances instances;
    private static ServerQueries database;
    private static PackagedService service;

    @BeforeAll
    static void start() throws Exception {
        instances = Instances.start(1, Map.of());
        database = instances.queries();
        service = instances.get(0);
    }

    @AfterAll
    static void stop() throws Exception {
        instances.close();
    }

    @Test
    void a_bulk_whose_instance_is_killed_again_and_again_is_carried_out_whole_and_once() throws Exception {
        String token = Calls.asRoot(service).token();
        HttpResponse<String> accepted = send(token, body());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String uuid = JSON.readTree(accepted.body()).get("bulk_uuid").asText();
        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            database.await("select (" + THERE + ") >= " + (before + BETWEEN_KILLS));
            service.kill();
            before = database.number(THERE);
            assertThat(before).as("it was killed in the middle").isBetween(1L, CUSTOMERS - 1L);
            service.start();
        }
        database.await("select (" + THERE + ") >= " + CUSTOMERS);
        database.await("select not exists (select from bulk where finished_at is null)");
        // Once each, by the numbers in their names, and nobody else.
        assertThat(database.number(THERE)).isEqualTo(CUSTOMERS);
        assertThat(database.number("select count(distinct lastname) from customer where lastname like 'Bulk%'"))
                .isEqualTo(CUSTOMERS);
        assertThat(database.number("""
                select count(*) from audit_entry e join customer c on e.object_id = c.id::text
                where e.action = 'customer.created' and c.lastname like 'Bulk%'""")).isEqualTo(CUSTOMERS);
        assertThat(database.number("select count(*) from audit_entry where action = 'customer.created'"))
                .isEqualTo(CUSTOMERS);
        assertThat(database.number("select count(*) from event where type = 'customer.created'"))
                .isEqualTo(CUSTOMERS);
        assertThat(database.number("select count(*) from bulk_operation where status = 1 and body is null"))
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
}
