package io.clientele.activity.history;

import static io.clientele.AdminFixture.administrator;
import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.activity.history.HistoryFixture.externalId;
import static io.clientele.activity.history.HistoryFixture.placed;
import static io.clientele.activity.history.HistoryFixture.report;
import static io.clientele.activity.history.HistoryFixture.reviewed;
import static io.clientele.activity.history.HistoryFixture.wished;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.GraphQLFixture.graphql;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.customer.SiteFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActivityApiTest {

    private static String path(long customerId) {
        return "/rest/V1/customers/" + customerId + "/activity";
    }

    @Test
    void statistics_count_what_was_not_cancelled_and_take_refunds_off() {
        long id = createByAdmin(customer());
        placed(id, "2026-01-03T00:00:00Z", "grand_total", "100.00", "refunded", "25.50");
        placed(id, "2026-01-01T00:00:00Z", "grand_total", "20.01");
        placed(id, "2025-12-01T00:00:00Z", "grand_total", "500.00", "status", "canceled");
        placed(id, "2026-01-04T00:00:00Z", "grand_total", "500.00", "status", "Cancelled");
        asAdmin()
                .get(path(id))
                .then()
                .statusCode(200)
                .body("statistics", hasSize(1))
                .rootPath("statistics[0]")
                .body("website_id", is(1))
                .body("currency", is("USD"))
                .body("orders_count", is(2))
                .body("cancelled_count", is(2))
                .body("lifetime_value", is(94.51f))
                .body("average_order_value", is(47.255f))
                .body("first_order_at", is("2026-01-01 00:00:00"))
                .body("last_order_at", is("2026-01-03 00:00:00"));
    }

    @Test
    void each_website_has_its_own_figures_in_its_own_currency() {
        int website = SiteFixture.make().website();
        asAdmin()
                .body(Map.of("value", "EUR"))
                .put("/rest/V1/settings/currency/options/base?scope=websites&scope_id=" + website)
                .then()
                .statusCode(200);
        long id = HistoryFixture.moved(website, "2026-01-02T00:00:00Z", "currency", "EUR", "grand_total", "7.00")
                .id();
        placed(id, "2026-01-01T00:00:00Z");
        asAdmin()
                .get(path(id))
                .then()
                .statusCode(200)
                .body("statistics.website_id", contains(1, website))
                .body("statistics.currency", contains("USD", "EUR"))
                .body("statistics.lifetime_value", contains(36.0f, 7.0f))
                .body("orders.website_id", contains(website, 1));
        String limited = administrator(List.of("Magento_Customer::manage"), 1);
        as(limited)
                .get(path(id))
                .then()
                .statusCode(200)
                .body("statistics.website_id", contains(1))
                .body("orders.website_id", contains(1));
    }

    @Test
    void the_latest_of_each_kind_are_shown() {
        long id = createByAdmin(customer());
        for (int day = 1; day <= 11; day++) {
            placed(id, "2026-01-%02dT00:00:00Z".formatted(day));
        }
        String last = placed(id, "2026-02-01T08:00:00Z", "coupon_code", "SPRING");
        String cart = externalId();
        report(
                "carts",
                List.of(
                        cart(cart, id, true, "2026-01-05T00:00:00Z"),
                        cart(externalId(), id, false, "2026-01-06T00:00:00Z")));
        String list = wished(id, "LAMP-9", "CHAIR-9");
        String review = reviewed(id, "LAMP-9", 5, "2026-01-07T00:00:00Z");
        report("views", List.of(Map.of("customer_id", id, "sku", "LAMP-9", "viewed_at", "2026-01-08T00:00:00Z")));
        report("balances", List.of(balance(id, "store_credit", "12.50"), balance(id, "reward", "300")));
        asAdmin()
                .get(path(id))
                .then()
                .statusCode(200)
                .body("orders", hasSize(10))
                .body("orders[0].external_id", is(last))
                .body("orders[0].placed_at", is("2026-02-01 08:00:00"))
                .body("orders[0].status", is("complete"))
                .body("orders[0].cancelled", is(false))
                .body("orders[0].grand_total", is(36.0f))
                .body("orders[0].total_qty", is(3.0f))
                .body("orders[0].coupon_code", is("SPRING"))
                .body("orders[9].placed_at", is("2026-01-03 00:00:00"))
                .body("carts.external_id", contains(cart))
                .body("carts[0].grand_total", is(20.0f))
                .body("carts[0].items.sku", contains("LAMP-9"))
                .body("carts[0].items[0].qty", is(2.0f))
                .body("wishlists.external_id", contains(list))
                .body("wishlists[0].items.sku", contains("LAMP-9", "CHAIR-9"))
                .body("wishlists[0].items[0].added_at", is("2026-02-01 00:00:00"))
                .body("reviews.external_id", contains(review))
                .body("reviews[0].rating", is(5))
                .body("reviews[0].status", is("pending"))
                .body("views.sku", contains("LAMP-9"))
                .body("views[0].viewed_at", is("2026-01-08 00:00:00"))
                .body("balances.kind", contains("reward", "store_credit"))
                .body("balances[0].amount", is(300.0f))
                .body("balances[0]", not(hasKey("currency")))
                .body("balances[1].amount", is(12.5f))
                .body("balances[1].currency", is("USD"));
    }

    private static Map<String, Object> cart(String externalId, long customerId, boolean active, String updatedAt) {
        return Map.of(
                "external_id",
                externalId,
                "customer_id",
                customerId,
                "website_id",
                1,
                "is_active",
                active,
                "updated_at",
                updatedAt,
                "subtotal",
                "20.00",
                "grand_total",
                "20.00",
                "items",
                List.of(Map.of("sku", "LAMP-9", "qty", "2", "row_total", "20.00")));
    }

    private static Map<String, Object> balance(long customerId, String kind, String amount) {
        return Map.of(
                "customer_id",
                customerId,
                "website_id",
                1,
                "kind",
                kind,
                "amount",
                amount,
                "as_of",
                "2026-01-09T00:00:00Z");
    }

    @Test
    void a_customer_of_whom_nothing_was_reported_has_empty_lists() {
        asAdmin()
                .get(path(createByAdmin(customer())))
                .then()
                .statusCode(200)
                .body("statistics", empty())
                .body("orders", empty())
                .body("carts", empty())
                .body("wishlists", empty())
                .body("reviews", empty())
                .body("views", empty())
                .body("balances", empty());
    }

    @Test
    void administrators_see_the_same_over_graphql_if_they_may_manage_customers() {
        long id = createByAdmin(customer());
        String number = placed(id, "2026-01-01T00:00:00Z");
        String document =
                "{ adminCustomer(id: \"" + id + "\") { email activity { statistics { orders_count lifetime_value"
                        + " currency first_order_at } orders { external_id grand_total placed_at } carts { items { sku } }"
                        + " wishlists { items { sku } } reviews { rating } views { sku } balances { kind } } } }";
        graphql(AdminFixture.token(), document)
                .statusCode(200)
                .body("errors", nullValue())
                .rootPath("data.adminCustomer.activity")
                .body("statistics[0].orders_count", is(1))
                .body("statistics[0].lifetime_value", is(36.0f))
                .body("statistics[0].currency", is("USD"))
                .body("statistics[0].first_order_at", is("2026-01-01 00:00:00"))
                .body("orders.external_id", contains(number))
                .body("carts", empty());
        graphql(administrator(List.of("Magento_Customer::customer")), document)
                .body("errors[0].message", is("The consumer isn't authorized to access Magento_Customer::manage."))
                .body("errors[0].extensions.category", is("graphql-authorization"));
    }
}
