package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Instances are killed while they recompute segments and while they judge customers whose facts have changed. Members are the
 * old ones or the new ones, and in the end exactly those whom a plain statement finds. Rules that take too long are cut short.
 */
class KilledSegmentsIT {

    /** {@code -Dclientele.segment.kills=20} for the long run. */
    private static final int KILLS = Integer.getInteger("clientele.segment.kills", 2);

    private static final long SEED = Long.getLong("clientele.segment.seed", 17);
    private static final int CUSTOMERS = 20_000;

    private static final String WAITS =
            "select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query like '%s%%')";
    private static final String RECOMPUTES = WAITS.formatted("with judged as (");
    private static final String JUDGES = WAITS.formatted("with scope as");
    private static final String BEGINS = WAITS.formatted("select pg_advisory_xact_lock(");

    private static final String QUIET = "select not exists (select from segment_recompute) and not exists (select from"
            + " segment_dirty) and not exists (select from segment_pending)";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random = new Random(SEED);

    private static Instances instances;
    private static ServerQueries database;
    private static PackagedService victim;
    private static PackagedService other;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> limits =
                Map.of("CLIENTELE_SEGMENT_PREVIEW_LIMIT", "1s", "CLIENTELE_SEGMENT_RECOMPUTE_LIMIT", "10s");
        instances = Instances.start(1, limits);
        database = instances.queries();
        victim = instances.get(0);
        other = instances.another();
        fill();
    }

    @AfterAll
    static void stop() throws Exception {
        instances.close();
    }

    /** Customers with none to nine orders of 10 to 100 each, in the last two hundred days. */
    private static void fill() throws SQLException {
        database.run(
                "insert into customer (account_scope, website_id, store_id, group_id, email, email_key, firstname, lastname,"
                        + " created_in, attributes, created_at, updated_at) select 1, 1, 1, 1, n || '@example.com', n || '@example.com',"
                        + " 'K', 'Number ' || n, 'Default', '{}', now(), now() from generate_series(1, " + CUSTOMERS
                        + ") n");
        database.run(orders("select c.id, n from customer c cross join generate_series(1, 9) n where c.id % 10 >= n"));
        database.run("analyze");
    }

    /** Orders for rows of a customer's id and a number. */
    private static String orders(String rows) {
        return "insert into sales_order (external_id, website_id, customer_id, status, cancelled, placed_at, changed_at, currency,"
                + " subtotal, tax, shipping, discount, grand_total, refunded, base_total, total_qty, received_at)"
                + " select gen_random_uuid()::text, 1, r.id, 'complete', false, m.moment, m.moment, 'USD', a.amount, 0, 0, 0,"
                + " a.amount, 0, a.amount, 1, m.moment from (" + rows + ") r (id, n)"
                + " cross join lateral (select now() - (r.id * 7 + r.n * 31) % 200 * interval '1 day' - interval '3 hours'"
                + " as moment) m cross join lateral (select 10 + (r.id * 13 + r.n * 17) % 90 as amount) a";
    }

    /** A segment, and the plain statement that finds its members. */
    private record Kept(long id, String rule, String members) {}

    private static final String SPENT =
            "select customer_id from sales_order where not cancelled and customer_id is not null"
                    + " group by 1 having sum(base_total) >= ";

    private Kept spenders(long id, int amount) {
        return new Kept(id, "orders.total >= " + amount, SPENT + amount);
    }

    @Test
    void killed_instances_leave_the_old_or_the_new_members_and_in_the_end_the_right_ones() throws Exception {
        String token = Calls.asRoot(victim).token();
        long id = make(victim, token, "Spenders", "orders.total >= 100");
        Kept kept = spenders(id, 100);
        Kept recent = new Kept(
                make(victim, token, "Recent", "orders.count(last 90 days) >= 2"),
                "",
                "select customer_id from sales_order where not cancelled and customer_id is not null and placed_at >="
                        + " ((now() at time zone 'America/Los_Angeles' - interval '90 days') at time zone 'America/Los_Angeles')"
                        + " group by 1 having count(*) >= 2");
        Kept named = new Kept(
                make(victim, token, "Recent and no spenders", "segment = " + recent.id() + " and segment != " + id),
                "",
                "select customer_id from segment_member where segment_id = " + recent.id()
                        + " except select customer_id from segment_member where segment_id = " + id);
        database.await(QUIET);
        List<Kept> all = List.of(kept, recent, named);
        all.forEach(KilledSegmentsIT::isRight);
        for (int kill = 0; kill < KILLS; kill++) {
            Set<Long> before = members(id);
            kept = spenders(id, kill % 2 == 0 ? 300 : 100);
            try (Connection holder = stopped(token, kept)) {
                victim.kill();
                assertThat(members(id)).as("members after a kill").isEqualTo(before);
                holder.rollback();
            }
            victim.start();
            token = Calls.asRoot(victim).token();
            database.await(QUIET);
            all = List.of(kept, recent, named);
            all.forEach(KilledSegmentsIT::isRight);
            // The marks are taken when this waits.
            try (Connection holder = holding("lock table segment_count in share mode")) {
                database.run(orders("select c.id, " + (20 + kill) + " from customer c where c.id % 40 = " + kill % 40));
                database.await(JUDGES);
                victim.kill();
                holder.rollback();
            }
            victim.start();
            token = Calls.asRoot(victim).token();
            database.await(QUIET);
            all.forEach(KilledSegmentsIT::isRight);
        }
        twoAtOnce(token, kept, recent, named);
        consistent();
        System.out.println(
                2 * KILLS + " kills with seed " + SEED + ": members of three segments as the plain statements say");
    }

    /** Has the rule recomputed and stops that in the middle of writing, at those who leave and one who comes. */
    private static Connection stopped(String token, Kept kept) throws Exception {
        try (Connection before = holding("select pg_advisory_xact_lock_shared(1510, " + kept.id() + ")")) {
            change(victim, token, kept.id(), kept.rule());
            database.await(BEGINS);
            // Begun after the recomputation, which waits for older transactions.
            Connection holder = holding("select 1 from segment_member where segment_id = " + kept.id() + " for update;"
                    + " insert into segment_member (segment_id, customer_id, entered_at) select " + kept.id()
                    + ", n.customer_id, now() from (" + kept.members()
                    + " except select customer_id from segment_member where segment_id = " + kept.id() + " limit 1) n");
            before.rollback();
            database.await(RECOMPUTES);
            return holder;
        }
    }

    /** Two instances do all of it, and either is killed at any moment. */
    private void twoAtOnce(String token, Kept first, Kept recent, Kept named) throws Exception {
        other.start();
        Kept kept = first;
        for (int kill = 0; kill < KILLS; kill++) {
            PackagedService dies = kill % 2 == 0 ? victim : other;
            PackagedService lives = kill % 2 == 0 ? other : victim;
            Set<Long> before = members(kept.id());
            kept = spenders(kept.id(), 100 + 50 * (kill % 5));
            change(lives, token, kept.id(), kept.rule());
            for (int i = random.nextInt(5); i < 5; i++) {
                database.run(orders("select c.id, " + (60 + 5 * kill + i) + " from customer c where c.id % 50 = "
                        + (kill + i) % 50));
            }
            dies.kill();
            dies.start();
            database.await(QUIET);
            List.of(kept, recent, named).forEach(KilledSegmentsIT::isRight);
            assertThat(members(kept.id())).as("somebody moved").isNotEqualTo(before);
        }
    }

    /** Who came has left before coming again, and the numbers by day add up to the members. */
    private static void consistent() throws SQLException {
        assertThat(ids(
                        "select count(*) from (select has_entered, lag(has_entered) over (partition by segment_id, customer_id"
                                + " order by id) as before from segment_change) c where has_entered = before"))
                .as("twice in or out")
                .containsExactly(0L);
        assertThat(
                        ids(
                                "select count(*) from (select segment_id, sum(entered - gone) as members from segment_count group by 1) c"
                                        + " where members <> (select count(*) from segment_member m where m.segment_id = c.segment_id)"))
                .as("counts that are not the members")
                .containsExactly(0L);
    }

    @Test
    void a_rule_that_takes_too_long_is_cut_short_and_disturbs_nobody() throws Exception {
        String token = Calls.asRoot(victim).token();
        long id = make(victim, token, "Carts", "cart.subtotal >= 100");
        database.await(QUIET);
        long job;
        try (Connection before = holding("select pg_advisory_xact_lock_shared(1510, " + id + ")")) {
            job = JSON.readTree(send(victim, token, "POST", "/rest/V1/customerSegments/" + id + "/refresh", "{}")
                            .body())
                    .get("job_id")
                    .asLong();
            database.await(BEGINS);
            try (Connection holder = holding("lock table cart in access exclusive mode")) {
                before.rollback();
                database.await(RECOMPUTES);
                long begun = System.nanoTime();
                HttpResponse<String> preview = send(
                        victim,
                        token,
                        "POST",
                        "/rest/V1/customerSegments/preview",
                        body("Carts too", "cart.subtotal >= 200"));
                assertThat(preview.statusCode()).as(preview.body()).isEqualTo(422);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
                assertThat(send(victim, token, "GET", "/rest/V1/customerSegments/" + id, "")
                                .statusCode())
                        .as("others are answered meanwhile")
                        .isEqualTo(200);
                database.await("select status = 'failed' from job where id = " + job);
                holder.rollback();
            }
        }
        JsonNode seen = JSON.readTree(
                send(victim, token, "GET", "/rest/V1/jobs/" + job, "").body());
        assertThat(seen.toString()).contains("The rule could not be judged within 10 seconds.");
        assertThat(JSON.readTree(send(victim, token, "GET", "/rest/V1/customerSegments/" + id, "")
                                .body())
                        .get("is_current")
                        .asBoolean())
                .as("the members are still those of the rule")
                .isTrue();
    }

    /** All that PostgreSQL is told while hostile rules are tried: no word of a rule is in the text of a statement. */
    @Test
    void statements_hold_no_word_of_a_rule() throws Exception {
        String token = Calls.asRoot(victim).token();
        String canary = "k4n4ry";
        List<String> baits = List.of(
                "'",
                "\"",
                "--",
                "/*",
                "\\",
                "%",
                "_",
                "$1",
                "?",
                "::int",
                "$.x[*] ? (@ > 1)",
                ") or (1=1",
                "; drop table customer");
        database.run("alter system set log_parameter_max_length = 0");
        database.run("alter system set log_statement = 'all'");
        database.run("select pg_reload_conf()");
        int[] statuses = new int[600];
        try {
            database.await("select current_setting('log_statement') = 'all'");
            for (int i = 0; i < 100; i++) {
                String value = canary + baits.get(random.nextInt(baits.size())) + canary + i;
                String quoted = "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
                List<String> rules = List.of(
                        "email contains " + quoted + " or address.any(city starts with " + quoted + ")",
                        "product.ordered(sku = " + quoted + " and attribute." + canary + " contains " + quoted + ")",
                        "orders.count(counting (" + quoted + "), coupon = " + quoted + ") >= 1",
                        "firstname" + value + " = 1",
                        "product.viewed(attribute." + value + " = 1)");
                for (String rule : rules) {
                    int status = send(victim, token, "POST", "/rest/V1/customerSegments/preview", body(value, rule))
                            .statusCode();
                    assertThat(status).as(rule).isIn(200, 400);
                    statuses[status]++;
                }
                if (i % 20 == 0) {
                    make(victim, token, value, rules.getFirst());
                }
            }
            database.await(QUIET);
        } finally {
            database.run("alter system reset log_statement");
            database.run("alter system reset log_parameter_max_length");
            database.run("select pg_reload_conf()");
        }
        List<String> said = database.lines("select string_to_table(pg_read_file(pg_current_logfile()), e'\\n')");
        assertThat(said.stream().filter(line -> line.contains("select p.id as customer_id from customer p")))
                .as("the log has the statements")
                .hasSizeGreaterThan(100);
        assertThat(said.stream().filter(line -> line.contains(canary))).isEmpty();
        assertThat(statuses[200]).isGreaterThan(200);
        assertThat(statuses[400]).isGreaterThan(100);
    }

    private static void isRight(Kept kept) {
        try {
            assertThat(members(kept.id())).as(kept.toString()).isEqualTo(ids(kept.members()));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<Long> members(long segment) throws SQLException {
        return ids("select customer_id from segment_member where segment_id = " + segment);
    }

    private static Set<Long> ids(String query) throws SQLException {
        Set<Long> ids = new TreeSet<>();
        database.each(query, row -> ids.add(row.getLong(1)));
        return ids;
    }

    private static Connection holding(String lock) throws SQLException {
        Connection connection = instances.server().asSuperuser().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(lock);
        }
        return connection;
    }

    private static long make(PackagedService service, String token, String name, String rule) throws Exception {
        HttpResponse<String> made = send(service, token, "POST", "/rest/V1/customerSegments", body(name, rule));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        return JSON.readTree(made.body()).get("id").asLong();
    }

    private static void change(PackagedService service, String token, long id, String rule) throws Exception {
        HttpResponse<String> changed = send(
                service,
                token,
                "PUT",
                "/rest/V1/customerSegments/" + id,
                JSON.writeValueAsString(Map.of("segment", Map.of("conditions", rule))));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }

    private static String body(String name, String rule) throws Exception {
        return JSON.writeValueAsString(Map.of(
                "segment",
                Map.of(
                        "name",
                        name,
                        "is_active",
                        true,
                        "apply_to",
                        "registered",
                        "website_ids",
                        List.of(1),
                        "conditions",
                        rule)));
    }

    private static HttpResponse<String> send(
            PackagedService service, String token, String method, String path, String body) throws Exception {
        HttpRequest request = service.request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return service.client().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
