package io.clientele.pricing;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.pricing.PricingFixture.addTiers;
import static io.clientele.pricing.PricingFixture.product;
import static io.clientele.pricing.PricingFixture.tier;
import static io.clientele.pricing.PricingFixture.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tier prices of one product for one group. */
@QuarkusTest
class GroupTierApiTest {

    @AfterEach
    void prices_are_those_of_all_websites_again() {
        asAdmin().delete("/rest/V1/settings/" + PricingFixture.SCOPE);
    }

    @Test
    void the_prices_of_a_group_are_its_own_and_those_of_all_are_asked_for_apart() {
        String sku = tiered();
        list(sku, 0).body("qty", contains(3)).body("value", contains(5)).body("customer_group_id", contains(0));
        list(sku, 1).body("", empty());
        list(sku, "all")
                .body("qty", contains(2, 5, 10))
                .body("value", contains(8, 5, 50))
                .body("customer_group_id", contains(32_000, 32_000, 32_000))
                .body("extension_attributes.website_id", contains(0, 0, 0))
                .body("[2].extension_attributes.percentage_value", equalTo(50));
        list(sku, 32_000).body("qty", contains(2, 5, 10));
    }

    @Test
    void a_price_is_added_changed_and_removed() {
        String sku = tiered();
        add(sku, 1, 50, 10).statusCode(200).body(equalTo("true"));
        list(sku, 1).body("qty", contains(50)).body("value", contains(10));
        add(sku, "all", 2, "20.5").statusCode(200);
        list(sku, "all").body("value", contains(20.5f, 5, 50));
        remove(sku, 0, 3).statusCode(200).body(equalTo("true"));
        list(sku, 0).body("", empty());
        remove(sku, "all", 5).statusCode(200);
        list(sku, "all").body("qty", contains(2, 10));
        remove(sku, "all", 5)
                .statusCode(404)
                .body(
                        "message",
                        equalTo("The product has no tier price with customerGroupId = '%1', website = %2, qty = %3."))
                .body("parameters", contains("all", 0, "5"));
    }

    @Test
    void what_cannot_be_is_refused() {
        String sku = tiered();
        String none = "The product that was requested doesn't exist. Verify the product and try again.";
        asAdmin()
                .get("/rest/V1/products/none/group-prices/all/tiers")
                .then()
                .statusCode(404)
                .body("message", equalTo(none));
        add("none", 1, 1, 1).statusCode(404).body("message", equalTo(none));
        remove("none", 1, 1).statusCode(404).body("message", equalTo(none));
        String invalid = "The data was invalid. Verify the data and try again.";
        for (Object wrong : List.of("0", "-1", "x", "NaN", "1,5")) {
            add(sku, 1, 1, wrong).statusCode(400).body("message", equalTo(invalid));
            add(sku, 1, wrong, 1).statusCode(400).body("message", equalTo(invalid));
        }
        add(sku, "some", 1, 1).statusCode(400).body("message", equalTo(invalid));
        add(sku, 987_654, 1, 1)
                .statusCode(404)
                .body("parameters.fieldName", equalTo("id"))
                .body("parameters.fieldValue", equalTo(987_654));
    }

    @Test
    void the_website_is_that_of_the_store_view_when_websites_have_prices_of_their_own() {
        String sku = tiered();
        StoreFixture.set(PricingFixture.SCOPE, "1", "default", 0);
        add(sku, 1, 7, 3).statusCode(200);
        asAdmin()
                .post("/rest/all/V1/products/" + sku + "/group-prices/1/tiers/8/price/4")
                .then()
                .statusCode(200);
        list(sku, 1).body("extension_attributes.website_id", contains(1, 0));
        remove(sku, 1, 8).statusCode(404);
        remove(sku, 1, 7).statusCode(200);
        list(sku, 1).body("qty", contains(8));
    }

    private static String tiered() {
        String sku = product(100);
        addTiers(List.of(
                        tier(sku, "ALL GROUPS", 2, 8),
                        tier(sku, "ALL GROUPS", 5, 5),
                        with(tier(sku, "ALL GROUPS", 10, 50), "price_type", "discount"),
                        tier(sku, "NOT LOGGED IN", 3, 5)))
                .then()
                .body("", empty());
        return sku;
    }

    private static ValidatableResponse list(String sku, Object group) {
        return asAdmin()
                .get("/rest/V1/products/" + sku + "/group-prices/" + group + "/tiers")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse add(String sku, Object group, Object quantity, Object price) {
        return asAdmin()
                .post("/rest/V1/products/" + sku + "/group-prices/" + group + "/tiers/" + quantity + "/price/" + price)
                .then();
    }

    private static ValidatableResponse remove(String sku, Object group, Object quantity) {
        return asAdmin()
                .delete("/rest/V1/products/" + sku + "/group-prices/" + group + "/tiers/" + quantity)
                .then();
    }
}
