package io.clientele.segment;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.activity.ActivityFixture.cart;
import static io.clientele.activity.ActivityFixture.id;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.customer.GraphQLFixture.graphql;
import static io.clientele.customer.GraphQLFixture.guest;
import static io.clientele.segment.RuleFixture.all;
import static io.clientele.segment.RuleFixture.cartLines;
import static io.clientele.segment.RuleFixture.lastname;
import static io.clientele.segment.SegmentFixture.SEGMENTS;
import static io.clientele.segment.SegmentFixture.name;
import static io.clientele.segment.SegmentFixture.segment;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.pricing.PricingFixture;
import io.clientele.pricing.quote.PriceFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The segments of customers and visitors, as storefronts, rule engines and prices see them. */
@QuarkusTest
class ShopperSegmentApiTest {

    private static final String SHARED = "customer/magento_customersegment/share_active_segments";
    private static final String ENABLED = "customer/magento_customersegment/is_enabled";

    private String token = "";
    private long customer;
    private String lastname = "";

    @BeforeEach
    void sign_somebody_in() {
        lastname = name();
        Map<String, Object> person = with(customer(), "lastname", lastname);
        customer = create(person);
        token = token(person.get("email"));
    }

    @AfterEach
    void remove_what_was_made() {
        StoreFixture.inherit(SHARED, "default", 0);
        StoreFixture.inherit(ENABLED, "default", 0);
        SegmentFixture.deleteAll();
    }

    @Test
    void customers_are_told_their_segments_where_the_shop_shares_them() {
        long in = SegmentFixture.create(segment(all(lastname(lastname))));
        SegmentFixture.create(segment(all(lastname(name()))));
        String query = "{ customer { segments { uid } } storeConfig { share_active_segments } }";
        graphql(token, query)
                .body("errors", nullValue())
                .body("data.customer.segments", nullValue())
                .body("data.storeConfig.share_active_segments", is(false));
        StoreFixture.set(SHARED, "1", "default", 0);
        graphql(token, query)
                .body("errors", nullValue())
                .body("data.customer.segments.uid", contains(SegmentUid.of(in)))
                .body("data.storeConfig.share_active_segments", is(true));
        StoreFixture.set(ENABLED, "0", "default", 0);
        graphql(token, query).body("data.customer.segments", empty());
    }

    @Test
    void whoever_has_a_cart_is_told_the_segments_by_it() {
        long ofCustomers = SegmentFixture.create(segment(all(lastname(lastname))));
        long ofVisitors = SegmentFixture.create(with(segment(all(cartLines(1))), "apply_to", "visitors"));
        StoreFixture.set(SHARED, "1", "default", 0);
        JsonPath visitor = visitor();
        String own = cart("visitor_id", visitor.getLong("visitor_id"), "external_id", id("seg"));
        String empty = cart("external_id", id("seg"));
        String foreign = cart("customer_id", customer, "external_id", id("seg"));
        guest(query(own))
                .body("errors", nullValue())
                .body("data.customerSegments.uid", contains(SegmentUid.of(ofVisitors)));
        guest(query(empty)).body("errors", nullValue()).body("data.customerSegments", empty());
        guest(query(foreign))
                .body("errors[0].message", is("The current user cannot perform operations on cart \"" + foreign + "\""))
                .body("errors[0].extensions.category", is("graphql-authorization"));
        graphql(token, query(foreign))
                .body("errors", nullValue())
                .body("data.customerSegments.uid", contains(SegmentUid.of(ofCustomers)));
        guest(query("nothing"))
                .body("errors[0].message", is("Could not find a cart with ID \"nothing\""))
                .body("errors[0].extensions.category", is("graphql-no-such-entity"));
    }

    private static String query(String cart) {
        return "{ customerSegments(cartId: \"" + cart + "\") { uid } }";
    }

    private static JsonPath visitor() {
        return given().post("/rest/V1/visitors")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Reports the cart and returns its id. */
    private static String cart(Object... namesAndValues) {
        Map<String, Object> cart = io.clientele.activity.ActivityFixture.cart(namesAndValues);
        report("carts", cart).statusCode(200).body("failed", empty());
        return cart.get("external_id").toString();
    }

    @Test
    void rule_engines_learn_group_tax_class_and_segments() {
        Map<String, Object> sent = segment(all(lastname(lastname)));
        long in = SegmentFixture.create(sent);
        as(token)
                .get("/rest/V1/customers/me/context")
                .then()
                .statusCode(200)
                .body("customer_id", is((int) customer))
                .body("website_id", is(1))
                .body("group_id", is(1))
                .body("tax_class_id", is(3))
                .body("segments", contains((int) in));
        asAdmin()
                .get("/rest/V1/customers/" + customer + "/context")
                .then()
                .statusCode(200)
                .body("segments", contains((int) in));
        asAdmin()
                .get("/rest/V1/customers/" + customer + "/segments")
                .then()
                .statusCode(200)
                .body("id", contains((int) in))
                .body("uid", contains(SegmentUid.of(in)))
                .body("name", contains(sent.get("name")))
                .body("[0].entered_at", notNullValue());
    }

    @Test
    void visitors_are_judged_when_somebody_asks() {
        long id = SegmentFixture.create(with(segment(all(cartLines(2))), "apply_to", "both"));
        JsonPath visitor = visitor();
        context(visitor).body("segments", not(hasItem((int) id)));
        cart(
                "visitor_id",
                visitor.getLong("visitor_id"),
                "items",
                List.of(Map.of("sku", "A", "qty", 1, "row_total", 5), Map.of("sku", "B", "qty", 1, "row_total", 5)));
        context(visitor).body("segments", hasItem((int) id));
    }

    private static io.restassured.response.ValidatableResponse context(JsonPath visitor) {
        return given().header("X-Clientele-Visitor", visitor.getString("token"))
                .get("/rest/V1/visitors/me/context")
                .then()
                .statusCode(200);
    }

    @Test
    void members_who_are_in_the_group_of_a_price_pay_it() {
        long id = SegmentFixture.create(segment(all(lastname(lastname))));
        PriceFixture product = PriceFixture.priced("10");
        tier(product, "General", id, 4);
        tier(product, "Wholesale", id, 3);
        Map<String, Object> other = customer();
        create(other);
        quote(token, product).body("lines[0].unit_price", equalTo(4.0f));
        quote(token(other.get("email")), product).body("lines[0].unit_price", equalTo(10.0f));
        graphql(
                        token,
                        "{ products(filter: {sku: {eq: \"" + product.sku()
                                + "\"}}) { items { price_tiers { quantity final_price { value } } } } }")
                .body("data.products.items[0].price_tiers[0].final_price.value", equalTo(4));
        Map<String, Object> explained = PriceFixture.quote(product.line(1));
        explained.put("customer_id", customer);
        explained.put("explain", true);
        PriceFixture.asAdmin(explained)
                .statusCode(200)
                .body("lines[0].unit_price", equalTo(4.0f))
                .body("lines[0].candidates.source", hasItem("segment"));
        asAdmin().delete(SEGMENTS + "/" + id).then().statusCode(400).body("parameters.uses", is("2 tier prices"));
        asAdmin().delete(SEGMENTS + "/" + id + "?force=true").then().statusCode(200);
        quote(token, product).body("lines[0].unit_price", equalTo(10.0f));
        quote(token(other.get("email")), product).body("lines[0].unit_price", equalTo(10.0f));
    }

    @Test
    void visitors_pay_the_prices_of_their_segments() {
        long id = SegmentFixture.create(with(segment(all(cartLines(1))), "apply_to", "visitors"));
        PriceFixture product = PriceFixture.priced("10");
        tier(product, "NOT LOGGED IN", id, 6);
        JsonPath visitor = visitor();
        Map<String, Object> quote = PriceFixture.quote(product.line(1));
        quoted(visitor, quote).body("lines[0].unit_price", equalTo(10.0f));
        cart("visitor_id", visitor.getLong("visitor_id"));
        quoted(visitor, quote).body("lines[0].unit_price", equalTo(6.0f));
        PriceFixture.asGuest(quote).statusCode(200).body("lines[0].unit_price", equalTo(10.0f));
    }

    private static io.restassured.response.ValidatableResponse quoted(JsonPath visitor, Map<String, Object> quote) {
        return given().contentType("application/json")
                .header("X-Clientele-Visitor", visitor.getString("token"))
                .body(Map.of("quote", quote))
                .post("/rest/V1/prices/quote")
                .then()
                .statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse quote(String token, PriceFixture product) {
        return PriceFixture.ask(token, PriceFixture.quote(product.line(1))).statusCode(200);
    }

    private static void tier(PriceFixture product, String group, long segment, int price) {
        Map<String, Object> row = new HashMap<>(PricingFixture.tier(product.sku(), group, 1, price));
        row.put("extension_attributes", Map.of("customer_segment_id", segment));
        PricingFixture.addTiers(List.of(row)).then().statusCode(200).body("", empty());
        asAdmin()
                .body(Map.of("skus", List.of(product.sku())))
                .post("/rest/V1/products/tier-prices-information")
                .then()
                .statusCode(200)
                .body("extension_attributes.customer_segment_id", hasItem((int) segment));
    }
}
