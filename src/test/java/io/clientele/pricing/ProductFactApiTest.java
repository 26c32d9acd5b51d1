package io.clientele.pricing;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.pricing.PricingFixture.product;
import static io.clientele.pricing.PricingFixture.put;
import static io.clientele.pricing.PricingFixture.sku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.clientele.AdminFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What prices and rules know of products. */
@QuarkusTest
class ProductFactApiTest {

    private static final String FACTS = "/rest/V1/productFacts/";
    private static final String INVALID = "Invalid value of \"%value\" provided for the %fieldName field.";

    @Test
    void a_product_is_made_read_changed_in_part_and_deleted() {
        String sku = sku();
        put(
                        sku,
                        Map.of(
                                "type_id",
                                "simple",
                                "name",
                                "Chair",
                                "tax_class_id",
                                2,
                                "attributes",
                                Map.of("color", "red", "sizes", List.of(1, 2.5)),
                                "category_ids",
                                List.of(7, 3, 7),
                                "website_ids",
                                List.of(1),
                                "price",
                                "19.9900",
                                "special_price",
                                15,
                                "special_from",
                                "2026-01-01 00:00:00",
                                "special_to",
                                "2026-02-01T01:00:00+01:00"))
                .then()
                .statusCode(200);
        asAdmin()
                .get(FACTS + sku.toUpperCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200)
                .body("sku", equalTo(sku))
                .body("name", equalTo("Chair"))
                .body("is_qty_decimal", equalTo(true))
                .body("attributes.sizes", contains(1, 2.5f))
                .body("category_ids", contains(3, 7))
                .body("price", equalTo(19.99f))
                .body("special_from", equalTo("2026-01-01 00:00:00"))
                .body("special_to", equalTo("2026-02-01 00:00:00"));

        put(sku, Map.of("attribute_set_id", 4)).then().statusCode(200).body("attribute_set_id", equalTo(4));
        put(sku, Map.of("name", "Armchair", "special_to", ""))
                .then()
                .statusCode(200)
                .body("name", equalTo("Armchair"))
                .body("attribute_set_id", equalTo(4))
                .body("price", equalTo(19.99f))
                .body("special_price", equalTo(15))
                .body("special_to", equalTo(null));

        asAdmin().delete(FACTS + sku).then().statusCode(200).body(equalTo("true"));
        asAdmin()
                .get(FACTS + sku)
                .then()
                .statusCode(404)
                .body("message", equalTo("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", equalTo("sku"))
                .body("parameters.fieldValue", equalTo(sku));
    }

    @Test
    void a_product_that_says_little_has_what_is_usual() {
        put(sku(), Map.of())
                .then()
                .statusCode(200)
                .body("type_id", equalTo("simple"))
                .body("tax_class_id", equalTo(2))
                .body("attribute_set_id", equalTo(null))
                .body("website_ids", contains(1))
                .body("price", equalTo(null));
        put(sku(), Map.of("type_id", "bundle", "tax_class_id", 0))
                .then()
                .statusCode(200)
                .body("is_qty_decimal", equalTo(false))
                .body("tax_class_id", equalTo(0));
    }

    @Test
    void every_field_that_is_wrong_is_named() {
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("type_id", "Simple!");
        wrong.put("name", " ");
        wrong.put("attribute_set_id", 0);
        wrong.put("tax_class_id", 3);
        wrong.put("attributes", Map.of("Not a code", 1));
        wrong.put("category_ids", List.of(0));
        wrong.put("website_ids", List.of(987_654));
        wrong.put("price", "1.234,56");
        wrong.put("special_price", -1);
        wrong.put("special_from", "2026-02-30 00:00:00");
        wrong.put("cost", "9".repeat(40));
        put(sku(), wrong)
                .then()
                .statusCode(400)
                .body("message", equalTo("One or more input exceptions have occurred."))
                .body(
                        "errors.parameters.fieldName",
                        contains(
                                "type_id",
                                "attribute_set_id",
                                "name",
                                "tax_class_id",
                                "attributes",
                                "category_ids",
                                "website_ids",
                                "price",
                                "special_price",
                                "special_from",
                                "cost"))
                .body("errors[7].message", equalTo(INVALID))
                .body("errors[7].parameters.value", equalTo("1.234,56"));
        put(sku(), Map.of("special_from", "2026-02-02 00:00:00", "special_to", "2026-02-01 00:00:00"))
                .then()
                .statusCode(400)
                .body("message", equalTo(INVALID))
                .body("parameters.fieldName", equalTo("special_to"));
        put("x".repeat(65), Map.of()).then().statusCode(400).body("parameters.fieldName", equalTo("sku"));
    }

    @Test
    void a_special_price_cannot_end_before_it_began_when_it_began_already() {
        String sku = product(Map.of("special_price", 1, "special_from", "2026-03-01 00:00:00"));
        put(sku, Map.of("special_to", "2026-02-01 00:00:00"))
                .then()
                .statusCode(400)
                .body("parameters.fieldName", equalTo("special_to"))
                .body("parameters.value", equalTo("2026-02-01 00:00:00"));
    }

    @Test
    void a_tax_class_that_products_have_is_kept() {
        String id = asAdmin()
                .body(Map.of("taxClass", Map.of("class_name", sku(), "class_type", "PRODUCT")))
                .post("/rest/V1/taxClasses")
                .then()
                .statusCode(200)
                .extract()
                .as(String.class);
        String sku = product(Map.of("tax_class_id", id));
        asAdmin()
                .delete("/rest/V1/taxClasses/" + id)
                .then()
                .statusCode(400)
                .body("message", equalTo("You cannot delete this tax class because it is used in existing %1(s)."))
                .body("parameters", contains("product"));
        PricingFixture.delete(sku);
        asAdmin().delete("/rest/V1/taxClasses/" + id).then().statusCode(200);
    }

    @Test
    void a_deleted_website_leaves_its_products() {
        int website = StoreFixture.website(StoreFixture.code("facts"));
        String sku = product(Map.of("website_ids", List.of(1, website)));
        asAdmin().delete("/rest/V1/store/websites/" + website).then().statusCode(200);
        asAdmin().get(FACTS + sku).then().statusCode(200).body("website_ids", contains(1));
    }

    @Test
    void an_administrator_of_one_website_does_not_write_what_all_share() {
        String limited = AdminFixture.administrator(List.of("Magento_Catalog::catalog"), 1);
        as(limited)
                .body(Map.of("product", Map.of("price", 1)))
                .put(FACTS + sku())
                .then()
                .statusCode(401)
                .body("parameters.resources", equalTo("Magento_Catalog::catalog"));
        String sku = product(1);
        as(limited).delete(FACTS + sku).then().statusCode(401);
        as(limited).get(FACTS + sku).then().statusCode(200);
        load(limited, "{\"sku\":\"" + sku + "\",\"price\":2}").then().statusCode(401);
    }

    @Test
    void a_stream_of_products_is_stored_but_for_its_bad_lines() {
        String first = sku();
        String second = sku();
        String there = product(5);
        String lines = String.join(
                "\n",
                "{\"sku\":\"" + first + "\",\"price\":1.10,\"attributes\":{\"color\":\"blue\"}}",
                "",
                "{\"sku\":",
                "{\"sku\":\"" + there + "\",\"name\":\"There\"}",
                "{\"price\":1}",
                "{\"sku\":\"" + sku() + "\",\"price\":\"NaN\",\"tax_class_id\":77777}",
                "{\"sku\":\"" + sku() + "\",\"colour\":\"red\"}",
                "\"" + "x".repeat(300_000) + "\"",
                "{\"sku\":\"" + second + "\",\"price\":2}",
                "{\"sku\":\"" + second.toUpperCase(java.util.Locale.ROOT) + "\",\"price\":3}");
        load(AdminFixture.token(), lines)
                .then()
                .statusCode(200)
                .body("received", equalTo(9))
                .body("created", equalTo(2))
                .body("updated", equalTo(2))
                .body("failed_count", equalTo(5))
                .body("failed", hasSize(6))
                .body("failed.line", containsInAnyOrder(3, 5, 6, 6, 7, 8))
                .body("failed.find { it.line == 3 }.message", equalTo("Decoding error."))
                .body("failed.find { it.line == 5 }.parameters.fieldName", equalTo("sku"))
                .body("failed.findAll { it.line == 6 }.parameters.fieldName", contains("tax_class_id", "price"))
                .body("failed.find { it.line == 7 }.parameters.fieldName", equalTo("Colour"))
                .body("failed.find { it.line == 8 }.message", equalTo("The line is too long."));
        asAdmin().get(FACTS + first).then().statusCode(200).body("price", equalTo(1.1f));
        asAdmin().get(FACTS + second).then().statusCode(200).body("price", equalTo(3));
        asAdmin()
                .get(FACTS + there)
                .then()
                .statusCode(200)
                .body("price", equalTo(5))
                .body("name", equalTo("There"));
    }

    @Test
    void one_at_a_time_and_many_at_once_agree() {
        Map<String, Object> facts = Map.of(
                "name",
                "Both",
                "price",
                12.345,
                "special_price",
                0,
                "attributes",
                Map.of("a", "b", "c", List.of("d", 1)),
                "category_ids",
                List.of(2, 1));
        String single = product(facts);
        String many = sku();
        load(
                        AdminFixture.token(),
                        "{\"sku\":\"" + many + "\",\"name\":\"Both\",\"price\":12.345,\"special_price\":0,"
                                + "\"attributes\":{\"a\":\"b\",\"c\":[\"d\",1]},\"category_ids\":[2,1]}")
                .then()
                .statusCode(200);
        assertThat(shown(many)).isEqualTo(shown(single));
    }

    private static Map<String, Object> shown(String sku) {
        Map<String, Object> facts = asAdmin().get(FACTS + sku).jsonPath().getMap("");
        facts.remove("sku");
        return facts;
    }

    private static Response load(String token, String lines) {
        return as(token)
                .contentType("application/x-ndjson")
                .body(lines.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(FACTS + "import");
    }
}
