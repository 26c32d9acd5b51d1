package io.clientele.pricing;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.pricing.PricingFixture.product;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.clientele.AdminFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract's storages of base prices, costs and special prices. */
@QuarkusTest
class ProductPriceApiTest {

    private static final String PRODUCTS = "/rest/V1/products/";
    private static final String FROM = "2037-01-19 03:14:07";
    private static final String TO = "2038-01-19 03:14:07";

    @AfterEach
    void prices_are_those_of_all_websites_again() {
        asAdmin().delete("/rest/V1/settings/" + PricingFixture.SCOPE);
    }

    @Test
    void base_prices_are_set_and_read() {
        String sku = product(1);
        post("base-prices", "prices", List.of(row(sku.toUpperCase(Locale.ROOT), "price", 9_999, 0)))
                .body("", empty());
        post("base-prices-information", "skus", List.of(sku, "nothing"))
                .body("", hasSize(1))
                .body("[0].price", equalTo(9_999))
                .body("[0].store_id", equalTo(0))
                .body("[0].sku", equalTo(sku));
    }

    @Test
    void a_row_of_base_prices_that_is_wrong_is_named_and_spoils_no_other() {
        String sku = product(1);
        post(
                        "base-prices",
                        "prices",
                        List.of(row("not_existing_sku", "price", -9_999, 9_999), row(sku, "price", "0.00", 0)))
                .body("", hasSize(3))
                .body("[0].message", equalTo("Invalid attribute %fieldName = %fieldValue."))
                .body("[0].parameters", contains("SKU", "not_existing_sku"))
                .body("[1].message", equalTo("Invalid attribute %fieldName = %fieldValue."))
                .body("[1].parameters", contains("Price", "-9999"))
                .body(
                        "[2].message",
                        equalTo("Requested store is not found. Row ID: SKU = not_existing_sku, Store ID: 9999."))
                .body("[2].parameters", contains("not_existing_sku", "9999"));
        post("base-prices-information", "skus", List.of(sku)).body("[0].price", equalTo(0));
    }

    @Test
    void amounts_that_are_none_are_named_with_their_row() {
        String sku = product(1);
        for (Object wrong : List.of("1.234,56", "NaN", "9".repeat(40), "1e99", "", "12 EUR", "٣", true)) {
            post("base-prices", "prices", List.of(row(sku, "price", wrong, 0)))
                    .body("", hasSize(1))
                    .body("[0].parameters", contains("Price", String.valueOf(wrong)));
        }
        post("base-prices", "prices", List.of(Map.of("sku", sku, "store_id", 0)))
                .body("[0].parameters", contains("Price", ""));
        post("base-prices-information", "skus", List.of(sku)).body("[0].price", equalTo(1));
    }

    @Test
    void costs_are_set_read_and_deleted() {
        String sku = product(1);
        post("cost", "prices", List.of(row("not_existing_sku", "cost", -9_999, 9_999), row(sku, "cost", 31_337, 0)))
                .body("", hasSize(3))
                .body("[0].message", equalTo("Invalid attribute %fieldName = %fieldValue."))
                .body("[0].parameters", contains("SKU", "not_existing_sku"))
                .body(
                        "[1].message",
                        equalTo("Invalid attribute Cost = -9999. Row ID: SKU = not_existing_sku, Store ID: 9999."))
                .body("[1].parameters", contains("-9999", "not_existing_sku", "9999"))
                .body("[2].parameters", contains("not_existing_sku", "9999"));
        post("cost-information", "skus", List.of(sku)).body("[0].cost", equalTo(31_337));
        post("cost-delete", "skus", List.of(sku, "nothing")).body(equalTo("true"));
        post("cost-information", "skus", List.of(sku)).body("", empty());
    }

    @Test
    void special_prices_are_set_read_and_deleted_as_they_are_named() {
        String sku = product(10);
        post("special-price", "prices", List.of(special(sku, 0, 0, FROM, TO))).body("", empty());
        post("special-price-information", "skus", List.of(sku))
                .body("[0].price", equalTo(0))
                .body("[0].store_id", equalTo(0))
                .body("[0].price_from", equalTo(FROM))
                .body("[0].price_to", equalTo(TO));
        post("special-price-delete", "prices", List.of(special(sku, 5, 0, FROM, TO)))
                .body("", empty());
        post("special-price-information", "skus", List.of(sku)).body("", hasSize(1));
        post("special-price-delete", "prices", List.of(special(sku, 0, 0, FROM, TO)))
                .body("", empty());
        post("special-price-information", "skus", List.of(sku)).body("", empty());

        post("special-price", "prices", List.of(special(sku, 31_337, 0, FROM, false)))
                .body("", empty());
        post("special-price-information", "skus", List.of(sku)).body("[0].price_to", equalTo(""));
        post("special-price-delete", "prices", List.of(special(sku, 31_337, 0, FROM, false)))
                .body("", empty());
        post("special-price-information", "skus", List.of(sku)).body("", empty());
    }

    @Test
    void a_row_of_special_prices_that_is_wrong_is_named() {
        String row = "Row ID: SKU = no_sku, Store ID: 9999, Price From: today, Price To: " + TO + ".";
        post("special-price", "prices", List.of(special("no_sku", -1, 9_999, "today", TO)))
                .body(
                        "message",
                        contains(
                                "The product that was requested doesn't exist. Verify the product and try again. "
                                        + row,
                                "Could not change non global Price when price scope is global. " + row,
                                "Requested store is not found. " + row,
                                "Invalid attribute Price = -1. " + row,
                                "Invalid attribute Price From = today. " + row))
                .body("[0].parameters", contains("no_sku", "9999", "today", TO))
                .body("[3].parameters", contains("-1", "no_sku", "9999", "today", TO));
        String sku = product(1);
        post("special-price", "prices", List.of(special(sku, 1, 0, TO, FROM)))
                .body("", hasSize(1))
                .body("[0].parameters", contains(FROM, sku, "0", TO, FROM));
    }

    @Test
    void a_store_view_has_no_price_of_its_own_while_prices_are_those_of_all_websites() {
        String sku = product(1);
        String notGlobal =
                "Could not change non global Price when price scope is global. Row ID: SKU = " + sku + ", Store ID: 1";
        post("base-prices", "prices", List.of(row(sku, "price", 5, 1))).body("message", contains(notGlobal + "."));
        post("cost", "prices", List.of(row(sku, "cost", 5, 1))).body("message", contains(notGlobal + "."));
        post("special-price-delete", "prices", List.of(special(sku, 777, 1, FROM, TO)))
                .body("message", contains(notGlobal + ", Price From: " + FROM + ", Price To: " + TO + "."));
    }

    @Test
    void a_store_view_s_price_is_its_website_s() {
        StoreFixture.set(PricingFixture.SCOPE, "1", "default", 0);
        String sku = product(7);
        int website = StoreFixture.website(StoreFixture.code("prices"));
        int group = StoreFixture.group(website, StoreFixture.code("prices"));
        int view = StoreFixture.view(website, group, StoreFixture.code("prices"), true);
        int other = StoreFixture.view(website, group, StoreFixture.code("prices"), true);
        post("base-prices", "prices", List.of(row(sku, "price", 6.5, view))).body("", empty());
        post("special-price", "prices", List.of(special(sku, 4, view, FROM, TO)))
                .body("", empty());
        post("base-prices-information", "skus", List.of(sku))
                .body("store_id", contains(0, view, other))
                .body("price", contains(7, 6.5f, 6.5f));

        String limited = AdminFixture.administrator(List.of("Magento_Catalog::catalog"), website);
        as(limited)
                .body(Map.of(
                        "prices",
                        List.of(row(sku, "price", 1, 0), row(sku, "price", 1, 1), row(sku, "price", 5, view))))
                .post(PRODUCTS + "base-prices")
                .then()
                .statusCode(200)
                .body("parameters", contains(List.of(sku, "0"), List.of(sku, "1")));
        as(limited)
                .body(Map.of("skus", List.of(sku)))
                .post(PRODUCTS + "cost-delete")
                .then()
                .statusCode(401);
        post("base-prices-information", "skus", List.of(sku)).body("price", contains(7, 5, 5));

        asAdmin().delete("/rest/V1/settings/" + PricingFixture.SCOPE).then().statusCode(200);
        post("base-prices-information", "skus", List.of(sku)).body("price", contains(7));
    }

    @Test
    void a_call_takes_ten_thousand_rows() {
        String sku = product(1);
        post("base-prices", "prices", Collections.nCopies(10_000, row(sku, "price", 2, 0)))
                .body("", empty());
        asAdmin()
                .body(Map.of("prices", Collections.nCopies(10_001, row(sku, "price", 3, 0))))
                .post(PRODUCTS + "base-prices")
                .then()
                .statusCode(400)
                .body("message", equalTo("Maximum items of type \"%type\" is %max"))
                .body("parameters.max", equalTo(10_000));
        post("base-prices-information", "skus", List.of(sku)).body("[0].price", equalTo(2));
    }

    private static ValidatableResponse post(String storage, String parameter, List<?> values) {
        return asAdmin()
                .body(Map.of(parameter, values))
                .post(PRODUCTS + storage)
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> row(String sku, String amount, Object value, int storeId) {
        return Map.of("sku", sku, amount, value, "store_id", storeId);
    }

    private static Map<String, Object> special(String sku, Object price, int storeId, Object from, Object to) {
        Map<String, Object> row = new HashMap<>(row(sku, "price", price, storeId));
        row.put("price_from", from);
        row.put("price_to", to);
        return row;
    }
}
