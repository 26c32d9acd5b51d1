package io.clientele.activity;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.activity.ActivityFixture.cart;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.activity.ActivityFixture.reportAs;
import static io.clientele.activity.ActivityFixture.verify;
import static io.clientele.activity.ActivityFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.Race;
import io.clientele.customer.CustomerFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Carts as shops report them: each as it was at its last change, whoever's it is. */
@QuarkusTest
class CartActivityApiTest {

    @Inject
    Database database;

    @Test
    void a_cart_is_kept_with_its_items_and_what_they_come_to() {
        Map<String, Object> cart = cart(
                "tax",
                "1.25",
                "gift_card_used",
                3,
                "items",
                List.of(
                        Map.of("sku", "Chair", "qty", "1.5", "row_total", 15),
                        Map.of("sku", "LAMP", "qty", 2, "row_total", "4.9999")));
        report("carts", cart).statusCode(200).body("created", equalTo(1)).body("failed_count", equalTo(0));
        assertThat(rows(
                        "select is_active, subtotal, tax, shipping, store_credit_used, gift_card_used, grand_total,"
                                + " lines_count, total_qty from cart where external_id = ?",
                        cart))
                .containsExactly("t|20.0000|1.2500|0.0000|0.0000|3.0000|25.0000|2|3.5000");
        assertThat(items(cart)).containsExactly("1|chair|1.5000|15.0000", "2|lamp|2.0000|4.9999");
    }

    @Test
    void the_last_change_counts_whenever_it_comes() {
        Map<String, Object> cart = cart("updated_at", "2026-03-02T00:00:00Z");
        Map<String, Object> older = with(cart, "updated_at", "2026-03-01T00:00:00Z", "is_active", false);
        Map<String, Object> newer =
                with(cart, "updated_at", "2026-03-03T00:00:00Z", "is_active", false, "items", List.of());
        report("carts", cart).statusCode(200).body("created", equalTo(1));
        report("carts", older).statusCode(200).body("ignored", equalTo(1)).body("updated", equalTo(0));
        assertThat(items(cart)).hasSize(1);
        report("carts", List.of(newer, older))
                .statusCode(200)
                .body("updated", equalTo(1))
                .body("ignored", equalTo(1));
        assertThat(rows("select is_active, lines_count from cart where external_id = ?", cart))
                .containsExactly("f|0");
        assertThat(items(cart)).isEmpty();
    }

    @Test
    void a_guest_s_cart_moves_to_the_account_once_its_address_is_verified() {
        Map<String, Object> customer = CustomerFixture.customer();
        Map<String, Object> cart = cart("customer_email", customer.get("email"));
        report("carts", cart).statusCode(200);
        long id = CustomerFixture.create(customer);
        report("carts", with(cart, "updated_at", "2026-03-02T00:00:00Z")).statusCode(200);
        assertThat(owner(cart)).isEqualTo("null|null");
        verify(customer.get("email"));
        assertThat(owner(cart)).isEqualTo(id + "|null");
        report("carts", with(cart, "updated_at", "2026-03-03T00:00:00Z")).statusCode(200);
        assertThat(owner(cart)).isEqualTo(id + "|null");
    }

    @Test
    void what_is_wrong_with_a_cart_is_named() {
        SiteFixture site = SiteFixture.make();
        Map<String, Object> there = cart();
        report("carts", there).statusCode(200);
        report(
                        "carts",
                        List.of(
                                Map.of("external_id", "x"),
                                cart("visitor_id", 987_654_321),
                                cart("customer_id", 987_654_321),
                                with(there, "website_id", site.website()),
                                cart("items", List.of(Map.of("sku", "x", "qty", "two", "row_total", 1)))))
                .statusCode(200)
                .body("created", equalTo(0))
                .body(
                        "failed.findAll { it.line == 1 }.parameters.fieldName",
                        contains("website_id", "is_active", "updated_at", "subtotal", "grand_total", "items"))
                .body(
                        "failed.findAll { it.line > 1 }.parameters.fieldName",
                        contains("visitor_id", "customer_id", "website_id", "items[0].qty"))
                .body("failed.find { it.line == 2 }.message", equalTo("No such entity with %fieldName = %fieldValue"))
                .body("failed.find { it.line == 2 }.parameters.fieldValue", equalTo(987_654_321));
        reportAs(site.administrator(List.of("Clientele_Activity::write")), "carts", List.of(cart()))
                .statusCode(200)
                .body("failed[0].parameters.fieldName", equalTo("website_id"));
    }

    @Test
    void carts_go_with_their_customer_and_their_website() {
        int website = StoreFixture.website(StoreFixture.code("carts"));
        long id = CustomerFixture.create(CustomerFixture.customer());
        Map<String, Object> own = cart("customer_id", id);
        Map<String, Object> there = cart("website_id", website);
        report("carts", List.of(own, there)).statusCode(200).body("created", equalTo(2));
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        asAdmin().delete("/rest/V1/store/websites/" + website).then().statusCode(200);
        assertThat(rows("select 1 from cart where external_id = ?", own)).isEmpty();
        assertThat(rows("select 1 from cart where external_id = ?", there)).isEmpty();
    }

    @Test
    void calls_with_the_same_carts_at_once_keep_the_last_change_of_each() throws Exception {
        try (Race race = new Race(3)) {
            for (int round = 0; round < 5; round++) {
                List<Map<String, Object>> carts =
                        IntStream.range(0, 30).mapToObj(i -> cart()).toList();
                List<Integer> failed = race.round(caller -> () -> {
                    List<Map<String, Object>> own = carts.stream()
                            .map(each -> with(
                                    each, "updated_at", "2026-03-0" + (caller + 1) + "T00:00:00Z", "subtotal", caller))
                            .toList();
                    return report("carts", caller == 1 ? own.reversed() : own)
                            .statusCode(200)
                            .extract()
                            .path("failed_count");
                });
                assertThat(failed).containsOnly(0);
                for (Map<String, Object> cart : carts) {
                    assertThat(rows("select subtotal from cart where external_id = ?", cart))
                            .containsExactly("2.0000");
                    assertThat(items(cart)).hasSize(1);
                }
            }
        }
    }

    private String owner(Map<String, Object> cart) {
        return rows("select customer_id, visitor_id from cart where external_id = ?", cart)
                .get(0);
    }

    private List<String> items(Map<String, Object> cart) {
        return rows(
                "select i.line, i.sku_key, i.qty, i.row_total from cart_item i join cart c on c.id = i.cart_id"
                        + " where c.external_id = ? order by i.line",
                cart);
    }

    private List<String> rows(String query, Map<String, Object> cart) {
        return ActivityRows.of(database, SqlFragment.of(query, cart.get("external_id")));
    }
}
