package io.clientele.privacy;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.activity.ActivityFixture.balance;
import static io.clientele.activity.ActivityFixture.cart;
import static io.clientele.activity.ActivityFixture.order;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.activity.ActivityFixture.review;
import static io.clientele.activity.ActivityFixture.view;
import static io.clientele.activity.ActivityFixture.wishlist;
import static io.restassured.RestAssured.given;

import io.clientele.customer.CustomerFixture;
import io.clientele.customer.GraphQLFixture;
import io.clientele.integration.IntegrationFixture;
import io.clientele.integration.oauth2.OAuth2Fixture;
import io.clientele.massaction.MassActionFixture;
import io.clientele.segment.SegmentFixture;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Somebody with a value of their own in every field that can be written, over every route: each value holds a mark that is nowhere
 * else.
 *
 * @param mark what all values hold, in lower case
 * @param attribute the code of a custom attribute that has a value
 */
record Canary(String mark, long id, String email, String attribute, long segment, Map<String, Object> bought) {

    static Canary make(String attribute) {
        String mark = "zq" + Long.toString(System.nanoTime(), 36);
        String email = mark + "@example.com";
        Map<String, Object> address = new HashMap<>(CustomerFixture.address());
        for (String field : List.of(
                "firstname",
                "lastname",
                "middlename",
                "prefix",
                "suffix",
                "company",
                "city",
                "postcode",
                "telephone",
                "fax")) {
            address.put(field, value(field, mark));
        }
        address.put("vat_id", "US" + mark);
        address.put("street", List.of("1 " + mark + " Street", "Floor " + mark));
        address.put("default_billing", true);
        address.put("default_shipping", true);
        Map<String, Object> customer = new HashMap<>();
        customer.put("email", email);
        for (String field : List.of("firstname", "lastname", "middlename", "prefix", "suffix")) {
            customer.put(field, value(field, mark));
        }
        customer.put("taxvat", "DE" + mark);
        customer.put("dob", "1912-06-23");
        customer.put("gender", 2);
        customer.put("addresses", List.of(address));
        customer.put("extension_attributes", Map.of("is_subscribed", true, "assistance_allowed", 2));
        long id = CustomerFixture.create(customer);
        Map<String, Object> more = Map.of(
                "extension_attributes",
                Map.of("external_id", "external-" + mark),
                "custom_attributes",
                List.of(Map.of("attribute_code", attribute, "value", "attribute " + mark)));
        asAdmin()
                .body(Map.of("customer", more))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);

        String token = CustomerFixture.token(email);
        GraphQLFixture.graphql(token, "{ customer { firstname } }").statusCode(200);
        asAdmin()
                .body(Map.of("reason", "To help " + mark))
                .post("/rest/V1/customer/" + id + "/otp")
                .then()
                .statusCode(200);
        IntegrationFixture.Made app = OAuth2Fixture.app(List.of("Magento_Customer::manage"));
        OAuth2Fixture.code(app, token, OAuth2Fixture.Pkce.fresh(), "customer:read");

        Map<String, Object> place = CustomerFixture.with(
                Map.of(
                        "firstname",
                        "First" + mark,
                        "lastname",
                        "Last" + mark,
                        "city",
                        "City" + mark,
                        "country_id",
                        "US"),
                "telephone",
                "Phone" + mark);
        Map<String, Object> order =
                order("customer_id", id, "status", "complete", "billing_address", place, "shipping_address", place);
        report("orders", List.of(order, order("customer_email", email, "status", "complete", "billing_address", place)))
                .statusCode(200);
        report("carts", List.of(cart("customer_id", id), cart("customer_email", email)))
                .statusCode(200);
        report("views", view("customer_id", id, "sku", "viewed-" + mark)).statusCode(200);
        report("wishlists", wishlist(id)).statusCode(200);
        report(
                        "reviews",
                        review(
                                "customer_id",
                                id,
                                "nickname",
                                "nick " + mark,
                                "title",
                                "title " + mark,
                                "detail",
                                "detail " + mark))
                .statusCode(200);
        report("balances", balance(id)).statusCode(200);
        long segment = SegmentFixture.create(CustomerFixture.with(SegmentFixture.any(), "pinned_in", List.of(id)));
        SegmentFixture.awaitMember(segment, id, true);

        asAdmin()
                .body(Map.of(
                        "view",
                        Map.of(
                                "name",
                                "view " + id,
                                "search",
                                email,
                                "filters",
                                List.of(Map.of("field", "email", "value", email, "condition_type", "eq")))))
                .post("/rest/V1/customerGrid/views")
                .then()
                .statusCode(200);
        asAdmin()
                .body(Map.of(
                        "export",
                        Map.of(
                                "entity",
                                "customer",
                                "filters",
                                List.of(Map.of("field", "email", "value", email, "condition_type", "eq")))))
                .post("/rest/V1/exports")
                .then()
                .statusCode(200);
        MassActionFixture.done(MassActionFixture.matching("group", Map.of("group_id", 2), "email", email));
        as(token)
                .body(Map.of("request", Map.of("kind", "access")))
                .post("/rest/V1/privacy/requests")
                .then()
                .statusCode(200);
        // The right password forgets the wrong ones.
        given().contentType(ContentType.JSON)
                .body(Map.of("username", email, "password", "Wrong-" + mark))
                .post("/rest/V1/integration/customer/token")
                .then()
                .statusCode(401);
        return new Canary(mark, id, email, attribute, segment, order);
    }

    /** Letters and digits, as every field takes them. */
    private static String value(String field, String mark) {
        return field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1) + mark;
    }
}
