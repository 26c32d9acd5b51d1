package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.TestDatabase;
import io.clientele.activity.ActivityFixture;
import io.clientele.customer.CustomerFixture;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Erasures that are killed in the middle, and erasures after which the database is set back to a backup (reliability goal S16). */
class ErasureIT {

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path folder;
    private static Path ledger;
    private static Map<String, String> environment;
    private static Instances instances;
    private static ServerQueries database;
    private static PackagedService service;

    private String token = "";

    @BeforeAll
    static void start() throws Exception {
        folder = Files.createTempDirectory("clientele-ledger");
        ledger = folder.resolve("erasures.ndjson");
        environment = Map.of(
                "CLIENTELE_PRIVACY_ERASURES_FILE",
                ledger.toString(),
                "CLIENTELE_PRIVACY_ERASURES_KEY",
                "the key of the ledger, kept elsewhere");
        instances = Instances.start(1, environment);
        database = instances.queries();
        service = instances.get(0);
    }

    @AfterAll
    static void stop() throws Exception {
        instances.close();
        TestDatabase.delete(folder);
    }

    @Test
    void an_erasure_that_is_killed_in_the_middle_is_whole_in_the_end() throws Exception {
        signIn();
        long ada = customer("killed");
        order("customer_id", ada, "killed");
        long request;
        try (Connection other = instances.server().asSuperuser().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from sales_order where customer_id = " + ada + " for update");
            request = asked("customer_id", ada);
            database.await("select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and query like 'update sales_order%')");
            service.kill();
            other.rollback();
        }
        assertThat(tablesWith("killed")).contains("customer", "customer_address", "sales_order");
        // Whoever holds a job that is not gone on with is taken for dead after half a minute.
        database.run("update job set due_at = now() where due_at is not null");
        service.start();
        database.await("select status = 'done' from privacy_request where id = " + request);
        assertThat(tablesWith("killed")).isEmpty();
        assertThat(keys(ada)).isZero();
        assertThat(Files.readAllLines(ledger))
                .filteredOn(line -> line.contains("\"customer_id\":" + ada + ","))
                .hasSize(1);
    }

    @Test
    void whoever_was_erased_after_the_backup_is_erased_again_after_it_was_restored() throws Exception {
        signIn();
        long ada = customer("restored");
        order("customer_id", ada, "restored");
        order("customer_email", "guest-visited@example.com", "visited");
        long grace = customer("harmless");
        long gone = customer("deleted");
        send("DELETE", "/rest/V1/customers/" + gone, null);
        offline("create database backup template clientele");
        service.start();

        signIn();
        // The backup knows her by the address before.
        assertThat(send("PUT", "/rest/V1/customers/" + ada, Map.of("customer", Map.of("email", "moved@example.com")))
                        .get("email")
                        .asText())
                .isEqualTo("moved@example.com");
        long bob = customer("late");
        long erased = erased("customer_id", ada);
        erased("email", "guest-visited@example.com");
        erased("customer_id", bob);
        assertThat(keys(gone)).as("what is kept of deleted accounts is sealed").isOne();
        erased("email", "deleted@example.com");
        assertThat(keys(gone)).isZero();
        assertThat(tablesWith("restored")).isEmpty();
        assertThat(tablesWith("visited")).isEmpty();
        assertThat(Files.readString(ledger)).doesNotContain("@", "restored", "visited", "late");

        offline(
                "drop database clientele",
                "create database clientele owner " + EmbeddedServer.OWNER + " template backup",
                "revoke all on database clientele from public",
                "grant connect on database clientele to " + EmbeddedServer.SERVICE);
        database.run("insert into outbox (topic, key, payload, created_at, due_at)"
                + " select 'mail', 'waited-in-the-backup', '{}', now(), now()");
        repeated(1, "this database has not seen 4 of them", "--check");
        assertThat(
                        database.number(
                                "select count(*) from outbox where key = 'waited-in-the-backup' and tries = 0 and parked_at is null"))
                .as("a mail that waited in the backup still does")
                .isOne();
        service.start();
        signIn();
        awaitOutput("4 erasures of " + ledger + " are not in this database");
        long carol = customer("somebody");
        assertThat(carol)
                .as("whoever comes now gets the id of somebody who was erased")
                .isEqualTo(bob);
        assertThat(tablesWith("restored")).contains("customer", "customer_address", "sales_order");
        assertThat(tablesWith("visited")).contains("sales_order");
        assertThat(keys(ada)).isOne();
        assertThat(keys(gone)).isOne();

        repeated(
                0,
                "Erased again: customer " + ada + ", for request " + erased + ".",
                "Erased again: 1 accounts, what was done under 1 addresses without one, keys of 1 accounts that are not there.");
        assertThat(tablesWith("restored")).isEmpty();
        assertThat(tablesWith("visited")).isEmpty();
        assertThat(keys(ada)).isZero();
        assertThat(keys(gone)).isZero();
        assertThat(database.number("select count(*) from sales_order where pseudonym is not null"))
                .isGreaterThanOrEqualTo(2);
        assertThat(send("GET", "/rest/V1/customers/" + carol, null)
                        .get("lastname")
                        .asText())
                .isEqualTo("Last-somebody");
        assertThat(send("GET", "/rest/V1/customers/" + grace, null)
                        .get("lastname")
                        .asText())
                .isEqualTo("Last-harmless");
        repeated(0, "this database has not seen 0 of them");
    }

    private void signIn() throws Exception {
        token = JSON.readValue(
                service.post("/rest/V1/integration/admin/token", """
                        {"username": "root", "password": "Only-4-tests!"}""").body(), String.class);
    }

    /** A customer in whose every value the mark stands. */
    private long customer(String mark) throws Exception {
        Map<String, Object> address = new HashMap<>(CustomerFixture.address());
        address.putAll(Map.of(
                "firstname",
                "First-" + mark,
                "lastname",
                "Last-" + mark,
                "street",
                List.of("1 " + mark),
                "city",
                "City " + mark));
        Map<String, Object> customer = Map.of(
                "email",
                mark + "@example.com",
                "firstname",
                "First-" + mark,
                "lastname",
                "Last-" + mark,
                "addresses",
                List.of(address),
                "extension_attributes",
                Map.of("is_subscribed", true));
        return send("POST", "/rest/V1/customers", Map.of("customer", customer))
                .get("id")
                .asLong();
    }

    private void order(String owner, Object who, String mark) throws Exception {
        Map<String, Object> order = ActivityFixture.order(
                owner,
                who,
                "status",
                "complete",
                "billing_address",
                Map.of("firstname", "First-" + mark, "lastname", "Last-" + mark, "country_id", "US"));
        send("POST", "/rest/V1/activity/orders", Map.of("orders", List.of(order)));
    }

    private long asked(String name, Object value) throws Exception {
        return send(
                        "POST",
                        "/rest/V1/privacy/requests",
                        Map.of("request", Map.of("kind", "erase", name, value, "evidence", "Letter")))
                .get("id")
                .asLong();
    }

    private long erased(String name, Object value) throws Exception {
        long request = asked(name, value);
        database.await("select status = 'done' from privacy_request where id = " + request);
        return request;
    }

    private JsonNode send(String method, String path, @Nullable Object body) throws Exception {
        HttpRequest request = service.request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = service.client().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Repeats the ledger's erasures beside the service; words are options where they begin so. */
    private static void repeated(int code, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("repeat-erasures", ledger.toString()));
        List<String> said = new ArrayList<>();
        for (String word : words) {
            (word.startsWith("--") ? command : said).add(word);
        }
        try (PackagedService process = PackagedService.on(instances.server(), environment)
                .commanded(command.toArray(String[]::new))
                .launch()) {
            assertThat(process.awaitExit()).as("%s", process.output()).isEqualTo(code);
            assertThat(process.output()).contains(said);
        }
    }

    /** Stops the service and does something to the databases, which nobody uses then. */
    private static void offline(String... statements) throws Exception {
        service.terminate();
        assertThat(service.awaitExit()).isZero();
        PGSimpleDataSource server = (PGSimpleDataSource) instances.server().asSuperuser();
        server.setDatabaseName("postgres");
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** The tables in whose rows the text stands, in letters or as bytes. */
    private static List<String> tablesWith(String mark) throws SQLException {
        String bytes = HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        for (String table : database.lines("select table_name from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            if (database.number("select count(*) from " + table + " t where position('" + mark
                            + "' in lower(t::text)) > 0 or position('" + bytes + "' in t::text) > 0")
                    > 0) {
                found.add(table);
            }
        }
        return found;
    }

    /** How many keys there are that what is sealed of the customer can be read with. */
    private static long keys(long customer) throws SQLException {
        return database.number(
                "select count(*) from person_key where person = 'customer:" + customer + "' and secret is not null");
    }

    private static void awaitOutput(String text) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!service.output().contains(text)) {
            assertThat(System.nanoTime()).as("%s", service.output()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
