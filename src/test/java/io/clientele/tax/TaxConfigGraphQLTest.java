package io.clientele.tax;

import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.customer.GraphQLFixture.guest;
import static io.clientele.tax.TaxFixture.deleteRule;
import static io.clientele.tax.TaxFixture.made;
import static io.clientele.tax.TaxFixture.madeRule;
import static io.clientele.tax.TaxFixture.rate;
import static io.clientele.tax.TaxFixture.rule;
import static io.clientele.tax.TaxFixture.taxClass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.clientele.AdminFixture;
import io.clientele.customer.CustomerFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaxConfigGraphQLTest {

    /** The fields of {@code storeConfig}, each with the setting it shows. */
    private static final Map<String, String> NUMBERS = Map.of(
            "display_product_prices_in_catalog", "tax/display/type",
            "shopping_cart_display_price", "tax/cart_display/price",
            "shopping_cart_display_subtotal", "tax/cart_display/subtotal",
            "shopping_cart_display_shipping", "tax/cart_display/shipping",
            "orders_invoices_credit_memos_display_price", "tax/sales_display/price",
            "orders_invoices_credit_memos_display_subtotal", "tax/sales_display/subtotal",
            "orders_invoices_credit_memos_display_shipping_amount", "tax/sales_display/shipping");

    private static final Map<String, String> FLAGS = Map.of(
            "shopping_cart_display_grand_total", "tax/cart_display/grandtotal",
            "shopping_cart_display_full_summary", "tax/cart_display/full_summary",
            "shopping_cart_display_zero_tax", "tax/cart_display/zero_tax",
            "orders_invoices_credit_memos_display_grandtotal", "tax/sales_display/grandtotal",
            "orders_invoices_credit_memos_display_full_summary", "tax/sales_display/full_summary",
            "orders_invoices_credit_memos_display_zero_tax", "tax/sales_display/zero_tax");

    @Test
    void the_configuration_of_a_store_says_where_prices_are_shown_with_tax() {
        Map<String, String> all = new TreeMap<>(NUMBERS);
        all.putAll(FLAGS);
        String query = "{ storeConfig { " + String.join(" ", all.keySet()) + " } }";
        NUMBERS.keySet().forEach(field -> guest(query).body("data.storeConfig." + field, is(1)));
        FLAGS.keySet().forEach(field -> guest(query).body("data.storeConfig." + field, is(false)));
        all.forEach((field, path) -> {
            boolean number = NUMBERS.containsKey(field);
            StoreFixture.set(path, number ? "3" : "1", "stores", 1);
            guest(query).body("data.storeConfig." + field, number ? is(3) : is(true));
            StoreFixture.inherit(path, "stores", 1);
            guest(query).body("data.storeConfig." + field, number ? is(1) : is(false));
        });
    }

    @Test
    void what_a_shared_cache_keeps_depends_on_how_the_caller_is_taxed() {
        int customers = taxClass("CUSTOMER");
        int group = AdminFixture.asAdmin()
                .body(Map.of("group", Map.of("code", TaxFixture.name().substring(0, 30), "tax_class_id", customers)))
                .post("/rest/V1/customerGroups")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        Map<String, Object> shipped = with(with(address(), "default_shipping", true), "default_billing", false);
        Map<String, Object> person = with(customer(), "addresses", List.of(shipped));
        long id = CustomerFixture.create(person);
        AdminFixture.asAdmin()
                .body(Map.of("customer", Map.of("group_id", group)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
        String token = CustomerFixture.token(person.get("email"));

        String untaxed = cacheId(token);
        // Texas is region 57, California 12.
        int elsewhere = madeRule(rule(customers, taxClass("PRODUCT"), 1));
        Map<String, Object> texan = rate("US", "6.25");
        texan.put("tax_region_id", 57);
        int rate = made(texan);
        String beside = cacheId(token);
        int here = madeRule(rule(customers, taxClass("PRODUCT"), rate));
        String taxed = cacheId(token);
        assertThat(taxed).isNotEqualTo(beside);
        StoreFixture.set("tax/calculation/based_on", "billing", "websites", 1);
        assertThat(cacheId(token)).isNotEqualTo(taxed);
        StoreFixture.inherit("tax/calculation/based_on", "websites", 1);
        assertThat(cacheId(token)).isEqualTo(taxed);
        deleteRule(here);
        assertThat(cacheId(token)).isEqualTo(beside);
        deleteRule(elsewhere);
        assertThat(cacheId(token)).isEqualTo(untaxed);
    }

    private static String cacheId(String token) {
        return AdminFixture.as(token)
                .queryParam("query", "{ storeConfig { id } }")
                .get("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .header("X-Magento-Cache-Id");
    }
}
