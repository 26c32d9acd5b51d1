package io.clientele.pricing;

import static io.clientele.AdminFixture.asAdmin;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes products over HTTP, each with a sku of its own. */
public final class PricingFixture {

    public static final String SCOPE = "catalog/price/scope";

    private PricingFixture() {}

    public static String sku() {
        return "sku-" + UUID.randomUUID();
    }

    /** A simple product of the price; returns its sku. */
    public static String product(Object price) {
        return product(Map.of("price", price));
    }

    /** A product with the facts; returns its sku. */
    public static String product(Map<String, ?> facts) {
        String sku = sku();
        put(sku, facts).then().statusCode(200);
        return sku;
    }

    public static Response put(String sku, Map<String, ?> facts) {
        return asAdmin().body(Map.of("product", facts)).put("/rest/V1/productFacts/" + sku);
    }

    public static void delete(String sku) {
        asAdmin().delete("/rest/V1/productFacts/" + sku).then().statusCode(200);
    }

    /** A tier price of all websites, a fixed amount. */
    public static Map<String, Object> tier(String sku, String group, Object quantity, Object price) {
        Map<String, Object> row = new HashMap<>();
        row.put("sku", sku);
        row.put("price", price);
        row.put("price_type", "fixed");
        row.put("website_id", 0);
        row.put("customer_group", group);
        row.put("quantity", quantity);
        return row;
    }

    /** The row with another value of a property. */
    public static Map<String, Object> with(Map<String, Object> row, String property, Object value) {
        Map<String, Object> other = new HashMap<>(row);
        other.put(property, value);
        return other;
    }

    /** Adds the rows; returns what was refused. */
    public static Response addTiers(List<Map<String, Object>> rows) {
        return asAdmin().body(Map.of("prices", rows)).post("/rest/V1/products/tier-prices");
    }
}
