package io.clientele.activity;

import static io.clientele.activity.ActivityFixture.id;
import static io.clientele.activity.ActivityFixture.line;
import static io.clientele.activity.ActivityFixture.order;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.activity.ActivityFixture.reportAs;
import static io.clientele.activity.ActivityFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.Race;
import io.clientele.customer.SiteFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of orders later: status and refunds as facts of their own, in any order and from several sides at once. */
@QuarkusTest
class OrderCorrectionApiTest {

    private static final String ALL = "select external_id, website_id, email, status, cancelled, placed_at, changed_at,"
            + " subtotal, tax, shipping, discount, grand_total, refunded, base_total, total_qty, coupon_code, stated_at,"
            + " status_at, refunded_at, (select array_agg((l.line, l.sku, l.qty)::text order by l.line)"
            + " from sales_order_line l where l.order_id = o.id) from sales_order o where external_id = ?";

    @Inject
    Database database;

    @Inject
    OldCorrectionRemoval removal;

    @Test
    void a_short_form_changes_status_and_refunds_and_nothing_else() {
        Map<String, Object> order = order("coupon_code", "SPRING");
        report("orders", order).statusCode(200);
        correct(order, "status", "complete").body("updated", equalTo(1)).body("failed_count", equalTo(0));
        assertThat(state(order)).containsExactly("complete|f|0.0000|25.0000|SPRING");
        correct(order, "refunded", "10.5").body("updated", equalTo(1));
        assertThat(state(order)).containsExactly("complete|f|10.5000|14.5000|SPRING");
        correct(order, "status", "cancelled", "refunded", 25).body("updated", equalTo(1));
        assertThat(state(order)).containsExactly("cancelled|t|25.0000|0.0000|SPRING");
    }

    @Test
    void an_order_without_a_word_of_refunds_leaves_them_as_they_are() {
        Map<String, Object> order = order();
        report("orders", order).statusCode(200);
        correct(order, "refunded", 10).body("updated", equalTo(1));
        report("orders", with(order, "status", "complete")).statusCode(200).body("updated", equalTo(1));
        assertThat(state(order)).containsExactly("complete|f|10.0000|15.0000|null");
    }

    @Test
    void a_correction_waits_for_its_order() {
        Map<String, Object> order = order();
        correct(order, "status", "canceled").body("waiting", equalTo(1)).body("updated", equalTo(0));
        correct(order, "refunded", 5).body("waiting", equalTo(1));
        report("orders", order).statusCode(200).body("created", equalTo(1));
        assertThat(state(order)).containsExactly("canceled|t|5.0000|20.0000|null");
        assertThat(waiting(order)).isEmpty();
    }

    @Test
    void a_correction_before_its_order_in_the_same_call_counts_too() {
        Map<String, Object> order = order();
        Map<String, Object> early = Map.of("external_id", order.get("external_id"), "status", "canceled");
        report("orders", List.of(early, order))
                .statusCode(200)
                .body("created", equalTo(1))
                .body("waiting", equalTo(1));
        assertThat(state(order)).containsExactly("canceled|t|0.0000|25.0000|null");
        assertThat(waiting(order)).isEmpty();
    }

    @Test
    void an_order_that_is_newer_than_the_waiting_correction_outweighs_it() {
        Map<String, Object> order = order("updated_at", "2026-03-02T00:00:00Z", "refunded", 1);
        correct(order, "status", "holded", "refunded", 9, "updated_at", "2026-03-01T00:00:00Z")
                .body("waiting", equalTo(1));
        report("orders", order).statusCode(200);
        assertThat(state(order)).containsExactly("processing|f|1.0000|24.0000|null");
        assertThat(waiting(order)).isEmpty();
    }

    @Test
    void a_correction_of_another_website_s_order_waits_on_and_does_not_touch_this_one() {
        SiteFixture site = SiteFixture.make();
        String limited = site.administrator(List.of("Clientele_Activity::write"));
        Map<String, Object> order = order();
        Map<String, Object> strange =
                Map.of("external_id", order.get("external_id"), "status", "canceled", "website_id", site.website());
        reportAs(limited, "orders", List.of(strange)).statusCode(200).body("waiting", equalTo(1));
        report("orders", order).statusCode(200).body("created", equalTo(1));
        assertThat(state(order)).containsExactly("processing|f|0.0000|25.0000|null");
        report("orders", strange)
                .statusCode(200)
                .body("failed[0].message", equalTo("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("failed[0].parameters.fieldName", equalTo("website_id"));
    }

    @Test
    void corrections_whose_orders_never_come_are_forgotten() {
        Map<String, Object> order = order();
        correct(order, "status", "canceled").body("waiting", equalTo(1));
        try {
            QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(89)), Clock.class);
            removal.remove();
            assertThat(waiting(order)).hasSize(1);
            QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(91)), Clock.class);
            removal.remove();
            assertThat(waiting(order)).isEmpty();
        } finally {
            QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
        }
    }

    @Test
    void what_is_wrong_with_a_correction_is_named() {
        report(
                        "orders",
                        List.of(
                                Map.of("status", "complete"),
                                Map.of("external_id", id("order"), "refunded", "much"),
                                Map.of("external_id", id("order"), "refunded", -1, "updated_at", "soon"),
                                Map.of("external_id", id("order"), "status", " ", "website_id", 987_654)))
                .statusCode(200)
                .body("waiting", equalTo(0))
                .body("failed.line", contains(1, 2, 3, 3, 4, 4))
                .body(
                        "failed.parameters.fieldName",
                        contains("external_id", "refunded", "updated_at", "refunded", "website_id", "status"));
    }

    /** Every report is of another moment; sent in any order, and in any parts, they make the same rows. */
    @Test
    void reports_in_any_order_make_the_same_order() {
        Random random = new Random(20260301);
        for (int round = 0; round < 15; round++) {
            List<Map<String, Object>> reports = history(random);
            Set<List<String>> ends = new HashSet<>();
            for (int shuffle = 0; shuffle < 6; shuffle++) {
                String id = id("any");
                Collections.shuffle(reports, random);
                send(reports.stream().map(each -> with(each, "external_id", id)).toList(), random);
                List<String> end = ActivityRows.of(database, SqlFragment.of(ALL, id)).stream()
                        .map(row -> row.replace(id, ""))
                        .toList();
                assertThat(end).hasSize(1);
                ends.add(end);
            }
            assertThat(ends).as("round %d", round).hasSize(1);
        }
    }

    private static List<Map<String, Object>> history(Random random) {
        List<Map<String, Object>> reports = new ArrayList<>();
        List<String> statuses = List.of("pending", "processing", "complete", "canceled", "closed");
        int count = 3 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            String moment = "2026-03-%02dT%02d:00:00Z".formatted(1 + i, random.nextInt(24));
            String status = statuses.get(random.nextInt(statuses.size()));
            Integer refunded = random.nextBoolean() ? random.nextInt(25) : null;
            if (i == 0 || random.nextInt(3) == 0) {
                List<Map<String, Object>> lines = IntStream.rangeClosed(0, random.nextInt(4))
                        .mapToObj(each -> line("sku" + random.nextInt(9), 1 + random.nextInt(5)))
                        .toList();
                reports.add(order(
                        "status", status,
                        "refunded", refunded,
                        "updated_at", moment,
                        "grand_total", 25 + random.nextInt(50),
                        "customer_email", random.nextBoolean() ? "any@example.com" : null,
                        "lines", lines));
            } else {
                boolean both = refunded == null || random.nextBoolean();
                reports.add(with(Map.of("updated_at", moment), "status", both ? status : null, "refunded", refunded));
            }
        }
        return reports;
    }

    private static void send(List<Map<String, Object>> reports, Random random) {
        int from = 0;
        while (from < reports.size()) {
            int to = from + 1 + random.nextInt(reports.size() - from);
            report("orders", reports.subList(from, to)).statusCode(200).body("failed_count", equalTo(0));
            from = to;
        }
    }

    /** Two calls of the same ids, each from its own end, with corrections of orders that are on their way. */
    @Test
    void calls_with_the_same_ids_at_once_make_each_order_once_and_stop_nobody() throws Exception {
        try (Race race = new Race(4)) {
            for (int round = 0; round < 8; round++) {
                List<Map<String, Object>> orders = IntStream.range(0, 40)
                        .mapToObj(i -> order("updated_at", "2026-03-01T00:00:00Z"))
                        .toList();
                List<Map<String, Object>> corrections = orders.stream()
                        .map(order -> with(
                                Map.of("external_id", order.get("external_id")),
                                "status",
                                "canceled",
                                "updated_at",
                                "2026-03-02T00:00:00Z"))
                        .toList();
                List<List<Map<String, Object>>> calls =
                        List.of(orders, orders.reversed(), corrections, corrections.reversed());
                List<Integer> failed = race.round(caller -> () -> report("orders", calls.get(caller))
                        .statusCode(200)
                        .extract()
                        .path("failed_count"));
                assertThat(failed).containsOnly(0);
                for (Map<String, Object> order : orders) {
                    assertThat(state(order)).containsExactly("canceled|t|0.0000|25.0000|null");
                    assertThat(waiting(order)).isEmpty();
                    assertThat(ActivityRows.of(
                                    database,
                                    SqlFragment.of(
                                            "select count(*) from sales_order_line l join sales_order o"
                                                    + " on o.id = l.order_id where o.external_id = ?",
                                            order.get("external_id"))))
                            .containsExactly("2");
                }
            }
        }
    }

    private static ValidatableResponse correct(Map<String, Object> order, Object... namesAndValues) {
        return report("orders", with(Map.of("external_id", order.get("external_id")), namesAndValues))
                .statusCode(200);
    }

    private List<String> state(Map<String, Object> order) {
        return ActivityRows.of(
                database,
                SqlFragment.of(
                        "select status, cancelled, refunded, base_total, coupon_code from sales_order"
                                + " where external_id = ?",
                        order.get("external_id")));
    }

    private List<String> waiting(Map<String, Object> order) {
        return ActivityRows.of(
                database,
                SqlFragment.of(
                        "select website_id from sales_order_correction where external_id = ?",
                        order.get("external_id")));
    }
}
