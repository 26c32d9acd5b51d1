package io.clientele.activity.history;

import static io.clientele.activity.history.HistoryFixture.externalId;
import static io.clientele.activity.history.HistoryFixture.line;
import static io.clientele.activity.history.HistoryFixture.placed;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.GraphQLFixture.graphql;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.customer.SiteFixture;
import io.clientele.pricing.quote.PriceFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderHistoryGraphQLTest {

    private static final String ORDERS = "data.customer.orders.";

    @Inject
    Tokens tokens;

    private String token(long customerId) {
        return tokens.issue(Subject.customer(customerId), 1);
    }

    private ValidatableResponse numbers(long customerId, String arguments) {
        return graphql(
                        token(customerId),
                        "{ customer { orders" + arguments
                                + " { total_count items { number } page_info { current_page page_size total_pages }"
                                + " date_of_first_order } } }")
                .statusCode(200)
                .body("errors", nullValue());
    }

    @Test
    void an_order_shows_what_the_shop_reported_of_it() {
        long id = createByAdmin(customer());
        PriceFixture lamp = PriceFixture.priced("12");
        String number = placed(
                id,
                "2026-03-01T10:15:30Z",
                "coupon_code",
                "SPRING",
                "billing_address",
                Map.of(
                        "firstname",
                        "Ada",
                        "lastname",
                        "Lovelace",
                        "street",
                        List.of("1 Main Street", "Floor 2"),
                        "city",
                        "Austin",
                        "postcode",
                        "78701",
                        "country_id",
                        "US",
                        "region",
                        "Texas",
                        "telephone",
                        "+1 512 555 0100"),
                "shipping_address",
                Map.of("country_id", "FR"),
                "lines",
                List.of(line(lamp.sku(), "2", "10.00", "20.00"), line("gone " + number(), "1", "10.00", "10.00")));

        graphql(
                        token(id),
                        "{ customer { orders { items { number increment_id order_number order_date created_at status"
                                + " order_status_change_date grand_total is_virtual token invoices { id } shipments { id }"
                                + " applied_coupons { code } customer_info { firstname lastname }"
                                + " billing_address { firstname lastname street city postcode country_code region telephone }"
                                + " shipping_address { firstname city street country_code }"
                                + " items { __typename product_sku product_name quantity_ordered product_sale_price { value currency }"
                                + " prices { price { value } row_total { value } } product { sku name } }"
                                + " total { grand_total { value currency } base_grand_total { value currency } subtotal { value }"
                                + " subtotal_incl_tax { value currency } grand_total_excl_tax { value } total_tax { value }"
                                + " total_shipping { value } shipping_handling { total_amount { value } }"
                                + " discounts { label amount { value } coupon { code } applied_to } taxes { rate } } } } } }")
                .statusCode(200)
                .body("errors", nullValue())
                .rootPath(ORDERS + "items[0]")
                .body("number", is(number))
                .body("increment_id", is(number))
                .body("order_number", is(number))
                .body("order_date", is("2026-03-01 10:15:30"))
                .body("created_at", is("2026-03-01 10:15:30"))
                .body("status", is("complete"))
                .body("grand_total", is(36))
                .body("is_virtual", is(false))
                .body("token", is(""))
                .body("invoices", empty())
                .body("shipments", nullValue())
                .body("applied_coupons.code", contains("SPRING"))
                .body("customer_info.firstname", is("Ada"))
                .body("customer_info.lastname", is("Lovelace"))
                .body("billing_address.street", contains("1 Main Street", "Floor 2"))
                .body("billing_address.city", is("Austin"))
                .body("billing_address.country_code", is("US"))
                .body("billing_address.region", is("Texas"))
                .body("billing_address.telephone", is("+1 512 555 0100"))
                .body("shipping_address.firstname", is(""))
                .body("shipping_address.city", is(""))
                .body("shipping_address.street", empty())
                .body("shipping_address.country_code", is("FR"))
                .body("items", hasSize(2))
                .body("items[0].__typename", is("OrderItem"))
                .body("items[0].product_sku", is(lamp.sku()))
                .body("items[0].product_name", is("The " + lamp.sku()))
                .body("items[0].quantity_ordered", is(2))
                .body("items[0].product_sale_price.value", is(10))
                .body("items[0].product_sale_price.currency", is("USD"))
                .body("items[0].prices.row_total.value", is(20))
                .body("items[0].product.name", is("Lamp"))
                .body("items[1].product", nullValue())
                .body("total.grand_total.value", is(36))
                .body("total.base_grand_total.value", is(36))
                .body("total.base_grand_total.currency", is("USD"))
                .body("total.subtotal.value", is(30))
                .body("total.subtotal_incl_tax.value", nullValue())
                .body("total.subtotal_incl_tax.currency", is("USD"))
                .body("total.grand_total_excl_tax.value", is(33.6f))
                .body("total.total_tax.value", is(2.4f))
                .body("total.total_shipping.value", is(5))
                .body("total.shipping_handling.total_amount.value", is(5))
                .body("total.discounts[0].amount.value", is(1.4f))
                .body("total.discounts[0].label", is("SPRING"))
                .body("total.discounts[0].coupon.code", is("SPRING"))
                .body("total.discounts[0].applied_to", is("ITEM"))
                .body("total.taxes", nullValue());
    }

    private static String number() {
        return externalId().substring(0, 10);
    }

    @Test
    void orders_come_in_pages_the_latest_first() {
        long id = createByAdmin(customer());
        String first = placed(id, "2026-01-01T00:00:00Z");
        String second = placed(id, "2026-01-02T00:00:00Z");
        String third = placed(id, "2026-01-03T00:00:00Z");
        numbers(id, "")
                .body(ORDERS + "items.number", contains(third, second, first))
                .body(ORDERS + "total_count", is(3))
                .body(ORDERS + "page_info.page_size", is(20))
                .body(ORDERS + "page_info.total_pages", is(1))
                .body(ORDERS + "date_of_first_order", is("2026-01-01 00:00:00"));
        numbers(id, "(pageSize: 2, currentPage: 2)")
                .body(ORDERS + "items.number", contains(first))
                .body(ORDERS + "total_count", is(3))
                .body(ORDERS + "page_info.current_page", is(2))
                .body(ORDERS + "page_info.total_pages", is(2));
        numbers(id, "(pageSize: 2, currentPage: 3)")
                .body(ORDERS + "items", empty())
                .body(ORDERS + "total_count", is(3));
        numbers(id, "(sort: {sort_field: CREATED_AT, sort_direction: ASC})")
                .body(ORDERS + "items.number", contains(first, second, third));
    }

    @Test
    void numbers_sort_by_their_bytes() {
        long id = createByAdmin(customer());
        String mark = externalId();
        placed(id, "2026-01-01T00:00:00Z", "external_id", mark + "b");
        placed(id, "2026-01-02T00:00:00Z", "external_id", mark + "B");
        placed(id, "2026-01-03T00:00:00Z", "external_id", mark + "a");
        numbers(id, "(sort: {sort_field: NUMBER, sort_direction: ASC})")
                .body(ORDERS + "items.number", contains(mark + "B", mark + "a", mark + "b"));
        numbers(id, "(sort: {sort_field: NUMBER, sort_direction: DESC})")
                .body(ORDERS + "items.number", contains(mark + "b", mark + "a", mark + "B"));
    }

    @Test
    void filters_narrow_orders_and_hold_together() {
        long id = createByAdmin(customer());
        String small = placed(id, "2026-01-01T23:30:00Z", "grand_total", "10.00");
        String large = placed(id, "2026-01-02T00:00:00Z", "grand_total", "90.00", "status", "processing");
        String cancelled = placed(id, "2026-01-03T00:00:00Z", "grand_total", "90.00", "status", "canceled");
        numbers(id, "(filter: {number: {eq: \"" + small.toUpperCase(java.util.Locale.ROOT) + "\"}})")
                .body(ORDERS + "items.number", contains(small))
                .body(ORDERS + "total_count", is(1))
                .body(ORDERS + "date_of_first_order", is("2026-01-01 23:30:00"));
        numbers(id, "(filter: {number: {in: [\"" + small + "\", \"" + large + "\"]}})")
                .body(ORDERS + "items.number", contains(large, small));
        numbers(id, "(filter: {number: {match: \"" + large.substring(3, 20) + "\"}})")
                .body(ORDERS + "items.number", contains(large));
        numbers(id, "(filter: {number: {match: \"%%%\"}})").body(ORDERS + "items", empty());
        numbers(id, "(filter: {status: {eq: \"Processing\"}})").body(ORDERS + "items.number", contains(large));
        numbers(id, "(filter: {status: {in: [\"complete\", \"canceled\"]}})")
                .body(ORDERS + "items.number", contains(cancelled, small));
        numbers(id, "(filter: {grand_total: {from: \"10.01\", to: \"90\"}})")
                .body(ORDERS + "items.number", contains(cancelled, large));
        numbers(id, "(filter: {order_date: {to: \"2026-01-01\"}})").body(ORDERS + "items.number", contains(small));
        numbers(id, "(filter: {order_date: {from: \"2026-01-02 00:00:00\", to: \"2026-01-02 23:59:59\"}})")
                .body(ORDERS + "items.number", contains(large));
        numbers(id, "(filter: {grand_total: {from: \"90\"}, status: {eq: \"canceled\"}})")
                .body(ORDERS + "items.number", contains(cancelled));
    }

    @Test
    void orders_of_another_website_are_shown_only_where_all_are_asked_for() {
        HistoryFixture.Moved moved = HistoryFixture.moved(SiteFixture.make().website(), "2026-01-02T00:00:00Z");
        long id = moved.id();
        String here = placed(id, "2026-01-01T00:00:00Z");
        numbers(id, "").body(ORDERS + "items.number", contains(here));
        numbers(id, "(scope: STORE)").body(ORDERS + "items.number", contains(here));
        numbers(id, "(scope: WEBSITE)").body(ORDERS + "items.number", contains(here));
        numbers(id, "(scope: GLOBAL)").body(ORDERS + "items.number", contains(moved.number(), here));
    }

    @Test
    void nobody_sees_the_orders_of_another() {
        placed(createByAdmin(customer()), "2026-01-01T00:00:00Z");
        numbers(createByAdmin(customer()), "(scope: GLOBAL)")
                .body(ORDERS + "items", empty())
                .body(ORDERS + "total_count", is(0))
                .body(ORDERS + "page_info.total_pages", is(0))
                .body(ORDERS + "date_of_first_order", nullValue());
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        String token = token(createByAdmin(customer()));
        refused(token, "(pageSize: 0)", "pageSize value must be greater than 0.");
        refused(token, "(currentPage: 0)", "currentPage value must be greater than 0.");
        refused(token, "(filter: {number: {match: \" ab \"}})", "Invalid match filter. Minimum length is 3.");
        refused(
                token,
                "(filter: {grand_total: {from: \"much\"}})",
                "Invalid value of \"much\" provided for the grand_total field.");
        refused(
                token,
                "(filter: {order_date: {from: \"yesterday\"}})",
                "Invalid value of \"yesterday\" provided for the order_date field.");
    }

    private static void refused(String token, String arguments, String message) {
        graphql(token, "{ customer { email orders" + arguments + " { total_count } } }")
                .statusCode(200)
                .body("errors[0].message", is(message))
                .body("errors[0].extensions.category", is("graphql-input"));
    }
}
