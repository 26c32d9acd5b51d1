package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Instances are killed while they carry out an action on many customers. Each customer has it done exactly once in the end, with
 * exactly one event and one entry.
 */
class KilledJobsIT {

    /** {@code -Dclientele.job.kills=10} for the long run, {@code -Dclientele.job.customers=100000} for the goal. */
    private static final int KILLS = Integer.getInteger("clientele.job.kills", 2);

    private static final int CUSTOMERS = Integer.getInteger("clientele.job.customers", 20_000);
    private static final long SEED = Long.getLong("clientele.job.seed", 17);

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Instances instances;
    private static ServerQueries database;
    private static PackagedService one;
    private static PackagedService other;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void start() throws Exception {
        instances = Instances.start(1, Map.of());
        database = instances.queries();
        one = instances.get(0);
        other = instances.another();
        database.run(
                "insert into customer (account_scope, website_id, store_id, group_id, email, email_key, firstname, lastname,"
                        + " created_in, attributes, created_at, updated_at) select 1, 1, 1, 1, n || '@example.com', n || '@example.com',"
                        + " 'K', 'Number ' || n, 'Default', '{}', now(), now() from generate_series(1, " + CUSTOMERS
                        + ") n");
        database.run("analyze");
    }

    @AfterAll
    static void stop() throws Exception {
        instances.close();
    }

    @Test
    void an_action_whose_instances_are_killed_is_done_to_each_customer_once() throws Exception {
        String token = Calls.asRoot(one).token();
        long begun = System.nanoTime();
        long calm = started(token, 2);
        database.await("select status = 'done' from job where id = " + calm);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        isDoneOnce(calm, 2);
        System.out.printf("%d customers moved to a group in %d ms%n", CUSTOMERS, took.toMillis());

        other.start();
        long job = started(token, 3);
        for (int kill = 0; kill < KILLS; kill++) {
            PackagedService dies = kill % 2 == 0 ? one : other;
            long part = CUSTOMERS * (kill + 1L) / (KILLS + 2L) + random.nextInt(400);
            database.await("select done >= " + part + " or status = 'done' from job where id = " + job);
            dies.kill();
            // Whoever holds a job that is not gone on with is taken for dead after half a minute.
            database.run("update job set due_at = now() where id = " + job + " and due_at is not null");
            dies.start();
        }
        database.await("select status = 'done' from job where id = " + job);
        isDoneOnce(job, 3);
        System.out.println(KILLS + " kills with seed " + SEED + ": " + CUSTOMERS + " customers moved once each");
    }

    private static void isDoneOnce(long job, int group) throws SQLException {
        assertThat(database.number("select done from job where id = " + job)).isEqualTo(CUSTOMERS);
        assertThat(database.number("select failed from job where id = " + job)).isZero();
        assertThat(database.number("select count(*) from customer where group_id = " + group))
                .isEqualTo(CUSTOMERS);
        String events = "select customer_id from event where type = 'customer.group_changed'"
                + " and (data ->> 'to_group_id')::int = " + group;
        assertThat(database.number("select count(*) from (" + events + ") e")).isEqualTo(CUSTOMERS);
        assertThat(database.number("select count(distinct customer_id) from (" + events + ") e"))
                .isEqualTo(CUSTOMERS);
        // Of this action and of the one before.
        assertThat(database.number("select count(*) from audit_entry where action = 'customer.group.changed'"))
                .isEqualTo((group - 1L) * CUSTOMERS);
    }

    private static long started(String token, int group) throws Exception {
        HttpRequest request = one.request("/rest/V1/customers/massActions")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of(
                        "action",
                        Map.of("name", "group", "params", Map.of("group_id", group), "search_criteria", Map.of())))))
                .build();
        HttpResponse<String> answer = one.client().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode body = JSON.readTree(answer.body());
        return body.get("job_id").asLong();
    }
}
