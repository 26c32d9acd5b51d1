package io.clientele.activity;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.activity.history.HistoryFixture;
import io.clientele.segment.SegmentFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures that customers are filtered and sorted by, as orders come and change. */
@QuarkusTest
class CustomerFiguresApiTest {

    private final String name = SegmentFixture.name();

    @Test
    void orders_count_as_they_come_change_are_cancelled_refunded_and_go() {
        long id = createByAdmin(with(customer(), "lastname", name));
        figures(id, 0, "0.0000");
        String first = HistoryFixture.placed(
                id, "2026-01-01T00:00:00Z", "grand_total", "36.00", "updated_at", "2026-01-01T00:00:00Z");
        String second = HistoryFixture.placed(
                id, "2026-01-02T00:00:00Z", "grand_total", "64.00", "updated_at", "2026-01-02T00:00:00Z");
        figures(id, 2, "100.0000");
        correct(first, Map.of("grand_total", "30.00", "updated_at", "2026-01-03T00:00:00Z"), id);
        figures(id, 2, "94.0000");
        correct(first, Map.of("grand_total", "30.00", "refunded", "10.00", "updated_at", "2026-01-04T00:00:00Z"), id);
        figures(id, 2, "84.0000");
        correct(second, Map.of("status", "canceled", "updated_at", "2026-01-05T00:00:00Z"), id);
        figures(id, 1, "20.0000");
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        assertThat(SegmentFixture.count("select count(*) from customer_figure where customer_id = ?", id))
                .isZero();
    }

    /** Many statements at a time for one customer: nothing is lost and nobody waits for ever. */
    @Test
    void figures_are_the_sums_of_the_orders_however_these_came() throws InterruptedException {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(createByAdmin(with(customer(), "lastname", name)));
        }
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            List<Long> order = t % 2 == 0 ? ids : ids.reversed();
            threads.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 5; i++) {
                    List<Map<String, Object>> orders = new ArrayList<>();
                    order.forEach(id -> orders.add(
                            HistoryFixture.with(HistoryFixture.order(), "customer_id", id, "grand_total", "10.00")));
                    HistoryFixture.report("orders", orders);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        ids.forEach(id -> figures(id, 20, "200.0000"));
    }

    @Test
    void customers_are_found_and_sorted_by_orders_value_and_last_sign_in() {
        Map<String, Object> sent = with(customer(), "lastname", name);
        long seen = create(sent);
        token(sent.get("email"));
        long best = createByAdmin(with(customer(), "lastname", name));
        long none = createByAdmin(with(customer(), "lastname", name));
        HistoryFixture.placed(best, "2026-01-01T00:00:00Z", "grand_total", "500.00");
        HistoryFixture.placed(seen, "2026-01-01T00:00:00Z", "grand_total", "20.00");
        HistoryFixture.placed(seen, "2026-01-02T00:00:00Z", "grand_total", "20.00");
        assertThat(ids(sorted("lifetime_value", "DESC"))).containsExactly(best, seen, none);
        assertThat(ids(sorted("lifetime_value", "ASC"))).containsExactly(none, seen, best);
        assertThat(ids(sorted("orders_count", "DESC"))).containsExactly(seen, best, none);
        assertThat(ids(sorted("last_sign_in_at", "DESC"))).containsExactly(seen, none, best);
        assertThat(ids(sorted("last_sign_in_at", "ASC"))).containsExactly(best, none, seen);
        assertThat(ids(filtered("lifetime_value", "gteq", "40"))).containsExactly(seen, best);
        assertThat(ids(filtered("orders_count", "eq", "0"))).containsExactly(none);
        assertThat(ids(filtered("last_sign_in_at", "notnull", "1"))).containsExactly(seen);
        assertThat(ids(filtered("last_sign_in_at", "gteq", "2001-01-01 00:00:00")))
                .containsExactly(seen);
    }

    @Test
    void pages_by_place_go_through_figures_of_which_many_are_the_same() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(createByAdmin(with(customer(), "lastname", name)));
        }
        HistoryFixture.placed(all.get(2), "2026-01-01T00:00:00Z", "grand_total", "5.00");
        List<Long> found = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonPath page = sorted("lifetime_value", "DESC")
                    .queryParam("searchCriteria[page_size]", 2)
                    .queryParam("after", after)
                    .get("/rest/V1/customers/search")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.id", Long.class));
            assertThat(page.getLong("total_count")).isEqualTo(5);
            after = page.getString("next");
        }
        assertThat(found).containsExactly(all.get(2), all.get(4), all.get(3), all.get(1), all.get(0));
    }

    private static void correct(String order, Map<String, Object> values, long customer) {
        Map<String, Object> whole = HistoryFixture.with(
                HistoryFixture.order(), "external_id", order, "customer_id", customer, "grand_total", "64.00");
        whole.put("placed_at", "2026-01-01T00:00:00Z");
        whole.putAll(values);
        HistoryFixture.report("orders", List.of(whole));
    }

    private static void figures(long id, int orders, String value) {
        assertThat(SegmentFixture.texts(
                        "select orders_count || ' ' || lifetime_value from customer_figure where customer_id = ?", id))
                .containsExactly(orders + " " + value);
    }

    private RequestSpecification named() {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "lastname")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", name);
    }

    private RequestSpecification sorted(String field, String direction) {
        return named().queryParam("searchCriteria[sort_orders][0][field]", field)
                .queryParam("searchCriteria[sort_orders][0][direction]", direction);
    }

    private RequestSpecification filtered(String field, String condition, String value) {
        return sorted("id", "ASC")
                .queryParam("searchCriteria[filter_groups][1][filters][0][field]", field)
                .queryParam("searchCriteria[filter_groups][1][filters][0][condition_type]", condition)
                .queryParam("searchCriteria[filter_groups][1][filters][0][value]", value);
    }

    private static List<Long> ids(RequestSpecification search) {
        return search.get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", Long.class);
    }
}
