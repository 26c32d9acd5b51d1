package io.clientele.pricing;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.pricing.PricingFixture.product;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tier prices over GraphQL, for administrators. */
@QuarkusTest
class AdminTierPriceGraphQLTest {

    private static final String FAILURES = "{ failures { message parameters } }";

    @Test
    void prices_are_set_replaced_read_and_deleted_as_over_rest() {
        String sku = product(100);
        change("adminSetTierPrices", List.of(row(sku, 1, 10.15), row(sku, 2.5, 9), row(sku, 0, 1)))
                .body("failures", hasSize(1))
                .body("failures[0].message", org.hamcrest.Matchers.startsWith("Invalid attribute Quantity = %qty."))
                .body("failures[0].parameters", contains(sku, "0", "general", "0"));
        asAdmin()
                .body(Map.of("skus", List.of(sku)))
                .post("/rest/V1/products/tier-prices-information")
                .then()
                .body("price", contains(10.15f, 9));
        read(sku)
                .body("data.adminTierPrices.price", contains(10.15f, 9))
                .body("data.adminTierPrices.quantity", contains(1, 2.5f))
                .body("data.adminTierPrices[0].customer_group", equalTo("General"))
                .body("data.adminTierPrices[0].price_type", equalTo("fixed"))
                .body("data.adminTierPrices[0].website_id", equalTo(0));
        Map<String, Object> spring = row(sku, 3, 8);
        spring.put("valid_from", "2026-03-01 00:00:00");
        change("adminReplaceTierPrices", List.of(spring, row(sku, 1, 7))).body("failures", empty());
        read(sku)
                .body("data.adminTierPrices.price", contains(7, 8))
                .body("data.adminTierPrices[1].valid_from", equalTo("2026-03-01 00:00:00"))
                .body("data.adminTierPrices[1].valid_to", equalTo(null));
        change("adminDeleteTierPrices", List.of(row(sku, 1, 7))).body("failures", empty());
        read(sku).body("data.adminTierPrices.price", contains(8));
    }

    private static Map<String, Object> row(String sku, Object quantity, Object price) {
        return new HashMap<>(Map.of(
                "sku", sku, "customer_group", "general", "quantity", quantity, "price_type", "fixed", "price", price));
    }

    private static ValidatableResponse read(String sku) {
        return send(
                "query ($skus: [String!]!) { adminTierPrices(skus: $skus) { sku website_id customer_group quantity"
                        + " price_type price valid_from valid_to } }",
                Map.of("skus", List.of(sku)));
    }

    private static ValidatableResponse change(String mutation, List<Map<String, Object>> rows) {
        return send(
                        "mutation ($prices: [AdminTierPriceInput!]!) { " + mutation + "(prices: $prices) " + FAILURES
                                + " }",
                        Map.of("prices", rows))
                .rootPath("data." + mutation);
    }

    private static ValidatableResponse send(String document, Map<String, Object> variables) {
        return asAdmin()
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", equalTo(null));
    }
}
