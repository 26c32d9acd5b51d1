package io.clientele;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.activity.ActivityFixture;
import io.clientele.activity.history.HistoryFixture;
import io.clientele.customer.GraphQLFixture;
import io.clientele.pricing.quote.PriceFixture;
import io.clientele.segment.RuleFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.shared.sql.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many statements a read costs, as PostgreSQL itself counts them. */
@QuarkusTest
class StatementCountTest {

    private static final int MOST = 2;

    /**
     * Not a request's: the watch over revocations, the snapshots' revisions, the removal of what has expired, mails that
     * go out, operations for later, the frames of transactions, new connections, and this count.
     */
    private static final String HOUSEKEEPING =
            "(pg_stat_statements|snapshot_revision|pg_current_snapshot|customer_keyword_state|attribute_residue|cleared as"
                    + "|customer_presence|visitor|segment_dirty|segment_due|segment_pending|segment_recompute|segment_change|nextval|pg_try_advisory|member_version|segment where is_active|outbox|kept_mail|person_key|for update skip locked|bulk_operation|^(begin|commit|rollback|set|show|discard)\\M|statement_timeout)";

    @Inject
    Database database;

    @Inject
    Tokens tokens;

    @Test
    void reading_oneself_takes_two_statements_at_most() {
        String token = tokens.issue(Subject.customer(createByAdmin(customerWithAddresses(3))), 1);
        assertThat(of(() -> as(token)
                        .get("/rest/V1/customers/me")
                        .then()
                        .statusCode(200)
                        .body("addresses", hasSize(3))))
                .hasSizeBetween(1, MOST);
    }

    @Test
    void reading_one_customer_takes_two_statements_at_most() {
        long id = createByAdmin(customerWithAddresses(3));
        assertThat(of(() -> asAdmin()
                        .get("/rest/V1/customers/" + id)
                        .then()
                        .statusCode(200)
                        .body("addresses", hasSize(3))))
                .hasSizeBetween(1, MOST);
    }

    @Test
    void reading_oneself_over_graphql_takes_two_statements_at_most() {
        String token = tokens.issue(Subject.customer(createByAdmin(customerWithAddresses(3))), 1);
        String query = "{ customer { email firstname default_billing group { uid } addresses { city country_code"
                + " region { region_code region_id } default_billing } } }";
        assertThat(of(() -> as(token)
                        .body(Map.of("query", query))
                        .post("/graphql")
                        .then()
                        .statusCode(200)
                        .body("errors", nullValue())
                        .body("data.customer.email", notNullValue())
                        .body("data.customer.addresses", hasSize(3))))
                .hasSizeBetween(1, MOST);
    }

    @Test
    void a_page_of_twenty_takes_as_many_statements_as_one_of_five() {
        String mark = "Count" + System.nanoTime();
        for (int i = 0; i < 21; i++) {
            createByAdmin(with(with(customerWithAddresses(2), "lastname", mark), "group_id", 1 + i % 3));
        }
        List<String> five = of(() -> page(mark, 5));
        List<String> twenty = of(() -> page(mark, 20));
        assertThat(twenty).hasSameSizeAs(five).hasSizeBetween(1, MOST + 1);
    }

    @Test
    void a_quote_of_a_hundred_lines_takes_as_many_statements_as_one_of_one() {
        List<PriceFixture> products = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            products.add(PriceFixture.priced("10").fixed(0, null, "2", "9").fixed(0, 1, "3", "8"));
        }
        String token = tokens.issue(Subject.customer(createByAdmin(customerWithAddresses(2))), 1);
        // One more where there are segments that the customer could be in.
        List<String> ofOne = of(() -> quoted(token, products.subList(0, 1)));
        assertThat(ofOne).hasSizeBetween(MOST, MOST + 1);
        assertThat(of(() -> quoted(token, products))).hasSameSizeAs(ofOne);
        assertThat(of(() -> quoted(null, products))).hasSize(1);
        assertThat(of(() -> shown(products))).hasSize(1);
    }

    /** Who has segments costs a quote one statement more, and a visitor's two, the first of which finds the visitor. */
    @Test
    void segments_cost_a_quote_two_statements_more_at_most() {
        long ofBoth = SegmentFixture.create(
                with(SegmentFixture.segment(RuleFixture.all(RuleFixture.cartLines(1))), "apply_to", "both"));
        List<PriceFixture> products = List.of(PriceFixture.priced("10"));
        String token = tokens.issue(Subject.customer(createByAdmin(customerWithAddresses(2))), 1);
        assertThat(of(() -> quoted(token, products))).hasSize(MOST + 1);
        assertThat(of(() -> quoted(null, products))).hasSize(1);
        String visitor = given().post("/rest/V1/visitors").jsonPath().getString("token");
        Map<String, Object> quote = PriceFixture.quote(products.getFirst().line(3));
        // Finding the visitor is counted as housekeeping here.
        assertThat(of(() -> given().contentType("application/json")
                        .header("X-Clientele-Visitor", visitor)
                        .body(Map.of("quote", quote))
                        .post("/rest/V1/prices/quote")
                        .then()
                        .statusCode(200)))
                .hasSizeBetween(1, 2);
        SegmentFixture.delete(ofBoth);
    }

    @Test
    void a_page_of_orders_takes_as_many_statements_as_one_order() {
        long id = createByAdmin(customerWithAddresses(1));
        for (int i = 1; i <= 12; i++) {
            HistoryFixture.placed(id, "2026-01-%02dT00:00:00Z".formatted(i));
            HistoryFixture.reviewed(id, "LAMP-9", 4, "2026-01-%02dT00:00:00Z".formatted(i));
            HistoryFixture.wished(id, "LAMP-9", "CHAIR-9");
        }
        String token = tokens.issue(Subject.customer(id), 1);
        List<String> one = of(() -> history(token, 1));
        // The customer, the orders, their lines, the reviews, the wish lists, and for the products of each kind the
        // prices
        // and the buyer, whose segments are asked for where there are any.
        assertThat(one).hasSizeBetween(5 + 3 * MOST, 5 + 3 * (MOST + 1));
        assertThat(of(() -> history(token, 12))).hasSameSizeAs(one);
    }

    private static void history(String token, int size) {
        as(token)
                .body(Map.of(
                        "query",
                        "{ customer { orders(pageSize: %1$d) { items { number items { product_sku product { sku } } } }"
                                        .formatted(size)
                                + " reviews(pageSize: %1$d) { items { product { sku } } }".formatted(size)
                                + " wishlists(pageSize: %1$d) { items_v2 { items { product { sku } } } } } }"
                                        .formatted(size)))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.customer.orders.items", hasSize(size))
                .body("data.customer.reviews.items", hasSize(size))
                .body("data.customer.wishlists", hasSize(size));
    }

    @Test
    void the_activity_of_many_customers_takes_as_many_statements_as_that_of_one() {
        String mark = "Active" + System.nanoTime();
        for (int i = 0; i < 5; i++) {
            long id = createByAdmin(with(customerWithAddresses(1), "lastname", mark));
            HistoryFixture.placed(id, "2026-01-01T00:00:00Z");
            assertThat(of(() -> asAdmin()
                            .get("/rest/V1/customers/" + id + "/activity")
                            .then()
                            .statusCode(200)
                            .body("orders", hasSize(1))))
                    .hasSize(MOST);
        }
        List<String> one = of(() -> activity(mark, 1));
        assertThat(of(() -> activity(mark, 5))).hasSameSizeAs(one);
    }

    /** The customer, what several features keep, its activity, the entries of the audit log and their keys. */
    @Test
    void an_overview_takes_six_statements_at_most_whatever_the_history() {
        long id = createByAdmin(customerWithAddresses(2));
        List<String> without = of(() -> overview(id, 0));
        for (int i = 1; i <= 12; i++) {
            HistoryFixture.placed(id, "2026-01-%02dT00:00:00Z".formatted(i));
            HistoryFixture.reviewed(id, "LAMP-9", 4, "2026-01-%02dT00:00:00Z".formatted(i));
            HistoryFixture.wished(id, "LAMP-9", "CHAIR-9");
        }
        ActivityFixture.report("carts", ActivityFixture.cart("customer_id", id)).statusCode(200);
        asAdmin()
                .body(Map.of("customer", Map.of("group_id", 2)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
        assertThat(of(() -> overview(id, 10))).hasSameSizeAs(without).hasSizeBetween(1, 6);
    }

    private static void overview(long id, int orders) {
        asAdmin()
                .get("/rest/V1/customers/" + id + "/overview")
                .then()
                .statusCode(200)
                .body("activity.orders", hasSize(orders));
    }

    private static void activity(String lastname, int size) {
        asAdmin()
                .body(Map.of(
                        "query",
                        "{ adminCustomers(filter: [{field: \"lastname\", value: \"" + lastname + "\"}], pageSize: "
                                + size + ") { items { activity { orders { external_id } } } } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.adminCustomers.items", hasSize(size));
    }

    /** Whose accounts are found by id and by address, websites, what is known, orders, lines, and the entry in the audit log. */
    @Test
    void a_call_with_a_hundred_orders_takes_as_many_statements_as_one_with_two() {
        long id = createByAdmin(customerWithAddresses(1));
        List<String> two = of(() -> reported(id, 2));
        assertThat(of(() -> reported(id, 100))).hasSameSizeAs(two).hasSizeLessThanOrEqualTo(10);
    }

    private static void reported(long customerId, int count) {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(ActivityFixture.order(
                    "customer_id", i % 2 == 0 ? customerId : null, "customer_email", "guest" + i + "@example.com"));
        }
        ActivityFixture.report("orders", orders).statusCode(200).body("created", equalTo(count));
    }

    private static void quoted(@Nullable String token, List<PriceFixture> products) {
        Map<String, Object> quote = PriceFixture.quote();
        quote.put("lines", products.stream().map(product -> product.line(3)).toList());
        (token == null ? PriceFixture.asGuest(quote) : PriceFixture.ask(token, quote))
                .statusCode(200)
                .body("lines", hasSize(products.size()));
    }

    private static void shown(List<PriceFixture> products) {
        String skus = products.stream()
                .map(product -> "\"" + product.sku() + "\"")
                .collect(java.util.stream.Collectors.joining(", "));
        GraphQLFixture.guest("{ products(filter: {sku: {in: [" + skus + "]}}, pageSize: 100)"
                        + " { items { sku price_range { minimum_price { final_price { value } } }"
                        + " price_tiers { quantity } } } }")
                .statusCode(200)
                .body("data.products.items", hasSize(products.size()));
    }

    private static void page(String lastname, int size) {
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "lastname")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", lastname)
                .queryParam("searchCriteria[page_size]", size)
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(size))
                .body("items[0].addresses", hasSize(2));
    }

    private List<String> of(Runnable request) {
        return new StatementCounter(database, HOUSEKEEPING).of(request);
    }
}
