package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.TestDatabase;
import io.clientele.launch.RealSegments.Definition;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Two real shops, loaded as people load them: who is in a segment is compared with plain SQL over the files, when it is worked out
 * at once, when orders are gone, and after each step when they come in again one after another in random order.
 */
class RealDataIT {

    private static final int TAKEN_OUT = Integer.getInteger("clientele.real.orders", 1_000);
    private static final int STEPS = 4;
    private static final int CALL = 100;
    private static final long SEED = Long.getLong("clientele.real.seed", 20_261_127);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Orders as a shop reports them, without those of nobody: they are in no segment. */
    private static final String REPORTS =
            """
            select jsonb_strip_nulls(jsonb_build_object('external_id', o.external_id, 'customer_id', o.customer_id,
                'website_id', o.website_id, 'status', o.status, 'placed_at', %1$s, 'updated_at', %1$s, 'currency', o.currency,
                'subtotal', o.subtotal, 'tax', o.tax, 'shipping', o.shipping, 'discount', o.discount,
                'grand_total', o.grand_total, 'billing_address', o.billing_address,
                'lines', (select jsonb_agg(jsonb_build_object('sku', l.sku, 'name', l.name, 'qty', l.qty,
                    'unit_price', l.unit_price, 'row_total', l.row_total, 'category_ids', l.category_ids) order by l.line)
                    from sales_order_line l where l.order_id = o.id)))
            from sales_order o where o.customer_id is not null order by md5(o.external_id || ?) limit ?""".formatted("to_char(o.placed_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')");

    private final ObjectMapper json = new ObjectMapper();
    private final Map<Definition, Long> ids = new LinkedHashMap<>();
    private String token = "";

    @Test
    void members_of_real_shops_are_those_that_plain_sql_finds() throws Exception {
        Optional<Path> data = RealData.folder();
        assumeTrue(
                data.isPresent(),
                "The data sets are not here: the system property " + RealData.PROPERTY + " names their folder.");
        Path folder = Files.createTempDirectory("clientele-real");
        try (EmbeddedServer server = EmbeddedServer.start(folder, TestDatabase.BINARIES, Durability.FAST, Map.of())) {
            load(server, "adventureworks", RealData.adventureWorks(data.get()), "25,164 orders with 56,046 lines");
            load(server, "online-retail", RealData.retail(data.get()), "25,900 orders with 541,909 lines");
            try (RealRows rows = RealRows.load(server, data.get());
                    PackagedService service = PackagedService.on(server).start()) {
                compare(service, rows);
            }
        } finally {
            TestDatabase.delete(folder);
        }
    }

    private static void load(EmbeddedServer server, String set, Path path, String told) throws Exception {
        try (PackagedService load = PackagedService.on(server)
                .commanded("load", set, path.toString())
                .launch()) {
            assertThat(load.awaitExit(Duration.ofMinutes(10)))
                    .as("%s", load.output())
                    .isZero();
            assertThat(load.output()).contains(told);
        }
    }

    private void compare(PackagedService service, RealRows rows) throws Exception {
        token = json.readValue(
                service.post(
                                "/rest/V1/integration/admin/token",
                                "{\"username\":\"root\",\"password\":\"Only-4-tests!\"}")
                        .body(),
                String.class);
        for (Definition definition : RealSegments.ALL) {
            ids.put(definition, create(service, rows, definition));
        }
        agree("at once", rows);
        assertThat(members(rows).values())
                .as("segments with nobody in them show nothing")
                .noneMatch(Set::isEmpty);
        List<String> orders = rows.ask(REPORTS, Long.toString(SEED), TAKEN_OUT);
        takeOut(rows, orders);
        agree("without some orders", rows);
        Collections.shuffle(orders, new Random(SEED));
        int step = Math.ceilDiv(orders.size(), STEPS);
        for (int from = 0; from < orders.size(); from += step) {
            List<String> next = orders.subList(from, Math.min(from + step, orders.size()));
            bringIn(service, rows, next);
            agree("with " + (from + next.size()) + " of them back", rows);
        }
    }

    private long create(PackagedService service, RealRows rows, Definition definition) throws Exception {
        String website = definition.retail()
                ? rows.ask("select id from website where code = 'online_retail'")
                        .getFirst()
                : "1";
        Map<String, Object> segment = Map.of(
                "name",
                definition.name(),
                "is_active",
                true,
                "apply_to",
                "registered",
                "website_ids",
                List.of(Integer.valueOf(website)),
                "mode",
                "second",
                "conditions",
                definition.rule());
        JsonNode made = json.readTree(call(
                service,
                "/rest/V1/customerSegments",
                "application/json",
                json.writeValueAsString(Map.of("segment", segment))));
        return made.path("id").asLong();
    }

    private void takeOut(RealRows rows, List<String> orders) throws Exception {
        for (String order : orders) {
            rows.ask("insert into raw.removed values (?) returning 1", number(order));
        }
        rows.run("delete from sales_order where external_id in (select external_id from raw.removed)");
    }

    private void bringIn(PackagedService service, RealRows rows, List<String> orders) throws Exception {
        for (int from = 0; from < orders.size(); from += CALL) {
            List<String> some = orders.subList(from, Math.min(from + CALL, orders.size()));
            JsonNode told = json.readTree(
                    call(service, "/rest/V1/activity/orders", "application/x-ndjson", String.join("\n", some)));
            assertThat(told.path("created").asInt()).as("%s", told).isEqualTo(some.size());
            for (String order : some) {
                rows.ask("delete from raw.removed where external_id = ? returning 1", number(order));
            }
        }
    }

    private String number(String order) throws Exception {
        return json.readTree(order).path("external_id").asText();
    }

    /** Waits until all segments have the members they should have. */
    private void agree(String when, RealRows rows) throws Exception {
        Map<String, Set<String>> expected = new TreeMap<>();
        for (Definition definition : ids.keySet()) {
            expected.put(definition.name(), rows.set(definition.members()));
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Set<String>> found = members(rows);
        while (!found.equals(expected) && System.nanoTime() - end < 0) {
            found = members(rows);
        }
        for (Map.Entry<String, Set<String>> each : expected.entrySet()) {
            assertThat(found.get(each.getKey()))
                    .as("%s, %s", each.getKey(), when)
                    .isEqualTo(each.getValue());
        }
        System.out.println("Real data " + when + ": " + counts(found));
    }

    private static Map<String, Integer> counts(Map<String, Set<String>> members) {
        Map<String, Integer> counts = new TreeMap<>();
        members.forEach((name, people) -> counts.put(name, people.size()));
        return counts;
    }

    private Map<String, Set<String>> members(RealRows rows) throws SQLException {
        Map<String, Set<String>> members = new TreeMap<>();
        for (Map.Entry<Definition, Long> each : ids.entrySet()) {
            members.put(
                    each.getKey().name(),
                    rows.set(
                            "select c.external_id from segment_member m join customer c on c.id = m.customer_id"
                                    + " where m.segment_id = ?",
                            each.getValue()));
        }
        return members;
    }

    private String call(PackagedService service, String path, String type, String body) throws Exception {
        HttpResponse<String> answer = service.client()
                .send(
                        service.request(path)
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", type)
                                .header("Accept", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }
}
