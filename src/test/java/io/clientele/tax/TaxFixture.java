package io.clientele.tax;

import static io.clientele.AdminFixture.asAdmin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes tax classes, rates and rules over HTTP, and takes them away again. */
public final class TaxFixture {

    private TaxFixture() {}

    /** A name nobody else uses. */
    public static String name() {
        return "tax-" + UUID.randomUUID();
    }

    /** The id of a new class. */
    public static int taxClass(String type) {
        return Integer.parseInt(asAdmin()
                .body(Map.of("taxClass", Map.of("class_name", name(), "class_type", type)))
                .post("/rest/V1/taxClasses")
                .then()
                .statusCode(200)
                .extract()
                .as(String.class));
    }

    /** A rate of all postcodes, to be sent. */
    public static Map<String, Object> rate(String country, Object percent) {
        return new HashMap<>(Map.of("tax_country_id", country, "tax_postcode", "*", "rate", percent, "code", name()));
    }

    /** The id of a new rate. */
    public static int made(Map<String, Object> rate) {
        return asAdmin()
                .body(Map.of("taxRate", rate))
                .post("/rest/V1/taxRates")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** A rule of priority 0, to be sent. */
    public static Map<String, Object> rule(int customerClass, int productClass, Integer... rates) {
        return new HashMap<>(Map.of(
                "code",
                name(),
                "priority",
                0,
                "position",
                0,
                "customer_tax_class_ids",
                List.of(customerClass),
                "product_tax_class_ids",
                List.of(productClass),
                "tax_rate_ids",
                List.of(rates)));
    }

    /** The id of a new rule. */
    public static int madeRule(Map<String, Object> rule) {
        return asAdmin()
                .body(Map.of("rule", rule))
                .post("/rest/V1/taxRules")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    public static void deleteRule(int id) {
        asAdmin().delete("/rest/V1/taxRules/" + id).then().statusCode(200);
    }
}
