package io.clientele.pricing;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.pricing.PricingFixture.addTiers;
import static io.clientele.pricing.PricingFixture.product;
import static io.clientele.pricing.PricingFixture.tier;
import static io.clientele.pricing.PricingFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.clientele.AdminFixture;
import io.clientele.Race;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract's storage of tier prices. */
@QuarkusTest
class TierPriceApiTest {

    private static final String ROW =
            " Row ID: SKU = %SKU, Website ID: %websiteId, Customer Group: %customerGroup, Quantity: %qty.";
    private static final String DUPLICATE = "We found a duplicate website, tier price, customer group and quantity:"
            + " Customer Group = %customerGroup, Website ID = %websiteId, Quantity = %qty." + ROW;
    private static final String OVERLAP =
            "The time of this tier price overlaps with that of another one: Customer Group"
                    + " = %customerGroup, Website ID = %websiteId, Quantity = %qty." + ROW;

    @AfterEach
    void prices_are_those_of_all_websites_again() {
        asAdmin().delete("/rest/V1/settings/" + PricingFixture.SCOPE);
    }

    @Test
    void prices_are_added_and_changed_and_say_what_they_are() {
        String sku = product(100);
        added(
                tier(sku, "not logged in", 3.2, 778),
                with(tier(sku, "ALL GROUPS", 7_778, 40), "price_type", "discount"),
                tier(sku.toUpperCase(Locale.ROOT), "General", 3, "5.10"));
        added(tier(sku, "general", "3.00", 4), tier(sku, "all groups", 2, 90));
        information(sku)
                .body("quantity", contains(2, 3, 3.2f, 7_778))
                .body("price", contains(90, 4, 778, 40))
                .body("price_type", contains("fixed", "fixed", "fixed", "discount"))
                .body("customer_group", contains("all groups", "General", "NOT LOGGED IN", "all groups"))
                .body("website_id", contains(0, 0, 0, 0))
                .body("sku", contains(sku, sku, sku, sku));
    }

    @Test
    void a_put_replaces_all_prices_of_the_products_it_names_and_of_no_other() {
        String sku = product(100);
        String other = product(100);
        String failing = product(100);
        added(
                tier(sku, "General", 1, 9),
                tier(sku, "General", 2, 8),
                tier(other, "General", 1, 9),
                tier(failing, "General", 1, 9));
        asAdmin()
                .body(Map.of(
                        "prices",
                        List.of(
                                with(tier(sku, "general", 7_778, 50), "price_type", "discount"),
                                tier(sku, "General", 2, 7),
                                tier(failing, "General", 2, 0))))
                .put("/rest/V1/products/tier-prices")
                .then()
                .statusCode(200)
                .body("parameters", contains(List.of("0", failing, "0", "General", "2")));
        information(sku).body("quantity", contains(2, 7_778)).body("price", contains(7, 50));
        information(other).body("price", contains(9));
        information(failing).body("price", contains(9));
    }

    @Test
    void a_price_is_deleted_when_all_of_it_is_named() {
        String sku = product(100);
        Map<String, Object> row = tier(sku, "Wholesale", 5, 9.5);
        added(row, tier(sku, "Retailer", 5, 9.5));
        for (Map<String, Object> unlike : List.of(
                with(row, "price", 9.51),
                with(row, "price_type", "discount"),
                with(row, "customer_group", "ALL GROUPS"),
                with(row, "quantity", 6))) {
            delete(unlike).body("", empty());
            information(sku).body("", hasSize(2));
        }
        delete(with(row, "price", "9.500")).body("", empty());
        information(sku).body("customer_group", contains("Retailer"));
        delete(with(row, "customer_group", "Nobodies"))
                .body("[0].message", equalTo("No such entity with Customer Group = %customerGroup." + ROW));
    }

    @Test
    void what_is_wrong_with_a_row_is_named_and_spoils_no_other() {
        String sku = product(100);
        Map<String, Object> good = tier(sku, "General", 10, 5);
        addTiers(List.of(
                        with(good, "sku", "no_sku"),
                        with(good, "price_type", "gift"),
                        with(good, "website_id", 987),
                        with(good, "customer_group", "Nobodies"),
                        good,
                        with(good, "quantity", 0),
                        with(with(tier(sku, "General", 11, 5), "price", 101), "price_type", "discount")))
                .then()
                .statusCode(200)
                .body(
                        "message",
                        contains(
                                "Invalid attribute SKU = %SKU." + ROW,
                                "Invalid attribute Price Type = %priceType." + ROW,
                                "Invalid attribute Website ID = %websiteId." + ROW,
                                "No such entity with Customer Group = %customerGroup." + ROW,
                                "Invalid attribute Quantity = %qty." + ROW,
                                "Invalid attribute Price = %price." + ROW))
                .body("[0].parameters", contains("no_sku", "0", "General", "10"))
                .body("[1].parameters", contains("gift", sku, "0", "General", "10"))
                .body("[2].parameters", contains(sku, "987", "General", "10"))
                .body("[3].parameters", contains(sku, "0", "Nobodies", "10"))
                .body("[4].parameters", contains(sku, "0", "General", "0"))
                .body("[5].parameters", contains("101", sku, "0", "General", "11"));
        information(sku).body("price", contains(5));
    }

    @Test
    void amounts_and_quantities_that_are_none_are_refused() {
        String sku = product(100);
        for (Object wrong : List.of(0, -1, "NaN", "9".repeat(40), "1.234,56", "1 000", "", "0x10", "1e-20", "٣")) {
            addTiers(List.of(with(tier(sku, "General", 1, 1), "price", wrong)))
                    .then()
                    .body("", hasSize(1))
                    .body("[0].message", equalTo("Invalid attribute Price = %price." + ROW))
                    .body("[0].parameters[0]", equalTo(String.valueOf(wrong)));
            addTiers(List.of(with(tier(sku, "General", 1, 1), "quantity", wrong)))
                    .then()
                    .body("[0].message", equalTo("Invalid attribute Quantity = %qty." + ROW))
                    .body("[0].parameters[3]", equalTo(String.valueOf(wrong)));
        }
        information(sku).body("", empty());
    }

    @Test
    void a_product_that_is_not_sold_in_fractions_has_no_tier_for_one() {
        String bundle = product(Map.of("type_id", "bundle"));
        Map<String, Object> half = with(tier(bundle, "General", 0.5, 10), "price_type", "discount");
        addTiers(List.of(half, with(half, "quantity", 2), tier(bundle, "General", 3, 10)))
                .then()
                .body(
                        "message",
                        contains(
                                "Invalid attribute Quantity = %qty." + ROW,
                                "Invalid attribute Price Type = %priceType." + ROW))
                .body("[0].parameters", contains(bundle, "0", "General", "0.5"))
                .body("[1].parameters[0]", equalTo("fixed"));
        String whole = product(Map.of("is_qty_decimal", false));
        addTiers(List.of(tier(whole, "General", 0.5, 10))).then().body("", hasSize(1));
        added(tier(product(1), "General", 0.5, 10));
        addTiers(List.of(tier(product(Map.of("type_id", "grouped")), "General", 1, 10)))
                .then()
                .body("[0].message", equalTo("Invalid attribute SKU = %SKU." + ROW));
    }

    @Test
    void a_price_of_a_website_and_one_of_all_are_the_same_price() {
        String sku = product(100);
        added(tier(sku, "NOT LOGGED IN", 3, 5));
        addTiers(List.of(with(tier(sku, "not logged in", 3, 40), "website_id", 2)))
                .then()
                .statusCode(200)
                .body("message", contains("Invalid attribute Website ID = %websiteId." + ROW, DUPLICATE))
                .body("[0].parameters", contains(sku, "2", "not logged in", "3"))
                .body("[1].parameters", contains(sku, "0", "NOT LOGGED IN", "3.0000"));

        StoreFixture.set(PricingFixture.SCOPE, "1", "default", 0);
        addTiers(List.of(with(tier(sku, "NOT LOGGED IN", 3, 4), "website_id", 1)))
                .then()
                .body("message", contains(DUPLICATE));
        added(with(tier(sku, "NOT LOGGED IN", 4, 4), "website_id", 1));
        addTiers(List.of(tier(sku, "NOT LOGGED IN", 4, 3)))
                .then()
                .body("parameters", contains(List.of(sku, "1", "NOT LOGGED IN", "4.0000")));
    }

    @Test
    void a_row_that_comes_twice_is_taken_once() {
        String sku = product(100);
        addTiers(List.of(tier(sku, "General", 3, 5), tier(sku, "general", "3.00", 6)))
                .then()
                .body("message", contains(DUPLICATE))
                .body("[0].parameters", contains(sku, "0", "General", "3"));
        information(sku).body("price", contains(5));
    }

    @Test
    void prices_hold_for_a_time_and_their_times_do_not_overlap() {
        String sku = product(100);
        Map<String, Object> row = tier(sku, "General", 1, 5);
        Map<String, Object> spring = during(row, "2026-03-01 00:00:00", "2026-06-01T02:00:00+02:00");
        Map<String, Object> autumn = during(with(row, "price", 4), "2026-09-01 00:00:00", null);
        added(spring, autumn, during(with(row, "price", 3), "2026-06-01 00:00:00", "2026-09-01 00:00:00"));
        information(sku)
                .body("price", contains(5, 3, 4))
                .body("extension_attributes.valid_to", contains("2026-06-01 00:00:00", "2026-09-01 00:00:00", null));
        addTiers(List.of(row, during(row, "2026-05-31 23:59:59", "2026-06-01 00:00:00")))
                .then()
                .body("message", contains(OVERLAP, OVERLAP))
                .body("[1].parameters", contains(sku, "0", "General", "1.0000"));
        added(during(with(row, "price", 2), "2026-03-01 00:00:00", "2026-05-01 00:00:00"));
        information(sku).body("price", contains(2, 3, 4));
        addTiers(List.of(during(row, "2027-01-01", null), during(row, "2025-02-01 00:00:00", "2025-01-01 00:00:00")))
                .then()
                .body(
                        "message",
                        contains(
                                "Invalid attribute Valid From = %moment." + ROW,
                                "Invalid attribute Valid To = %moment." + ROW))
                .body("[0].parameters", contains("2027-01-01", sku, "0", "General", "1"));
        delete(during(with(row, "price", 4), "2026-09-01 00:00:00", null)).body("", empty());
        information(sku).body("price", contains(2, 3));
    }

    @Test
    void a_price_is_for_a_segment_only_if_there_is_one() {
        String sku = product(100);
        addTiers(List.of(with(
                        tier(sku, "General", 1, 5), "extension_attributes", Map.of("customer_segment_id", 987654321))))
                .then()
                .body("message", contains("No such entity with Customer Segment = %customerSegment." + ROW))
                .body("[0].parameters", contains("987654321", sku, "0", "General", "1"));
        information(sku).body("", empty());
    }

    @Test
    void prices_go_with_their_product_group_and_website() {
        StoreFixture.set(PricingFixture.SCOPE, "1", "default", 0);
        String sku = product(100);
        String code = "G" + UUID.randomUUID().toString().substring(0, 8);
        int group = asAdmin()
                .body(Map.of("group", Map.of("code", code, "tax_class_id", 3)))
                .post("/rest/V1/customerGroups")
                .jsonPath()
                .getInt("id");
        int website = StoreFixture.website(StoreFixture.code("tiers"));
        added(
                tier(sku, code, 1, 5),
                with(tier(sku, "General", 1, 6), "website_id", website),
                tier(sku, "General", 2, 7));
        asAdmin().delete("/rest/V1/customerGroups/" + group).then().statusCode(200);
        information(sku).body("price", contains(6, 7));
        asAdmin().delete("/rest/V1/store/websites/" + website).then().statusCode(200);
        information(sku).body("price", contains(7));
        PricingFixture.delete(sku);
        information(sku).body("", empty());
        PricingFixture.put(sku, Map.of("price", 1)).then().statusCode(200);
        information(sku).body("", empty());
    }

    @Test
    void an_administrator_of_one_website_writes_and_replaces_its_prices_only() {
        StoreFixture.set(PricingFixture.SCOPE, "1", "default", 0);
        int website = StoreFixture.website(StoreFixture.code("limits"));
        String sku = product(100);
        added(
                tier(sku, "General", 1, 9),
                with(tier(sku, "General", 2, 8), "website_id", 1),
                with(tier(sku, "General", 3, 7), "website_id", website));
        String limited = AdminFixture.administrator(List.of("Magento_Catalog::catalog"), website);
        as(limited)
                .body(Map.of(
                        "prices",
                        List.of(
                                tier(sku, "General", 5, 1),
                                with(tier(sku, "General", 5, 1), "website_id", 1),
                                with(tier(sku, "General", 6, 6), "website_id", website))))
                .put("/rest/V1/products/tier-prices")
                .then()
                .statusCode(200)
                .body(
                        "message",
                        contains(
                                "Invalid attribute Website ID = %websiteId." + ROW,
                                "Invalid attribute Website ID = %websiteId." + ROW));
        information(sku).body("price", contains(9, 8, 6));
        as(limited)
                .body(Map.of("skus", List.of(sku)))
                .post("/rest/V1/products/tier-prices-information")
                .then()
                .body("price", contains(9, 6));
    }

    @Test
    void of_two_loads_of_the_same_products_one_stays_and_never_a_mix() throws Exception {
        List<String> skus = List.of(product(1), product(1), product(1));
        try (Race race = new Race(4)) {
            for (int round = 0; round < 12; round++) {
                List<Response> answers = race.round(caller -> () -> replace(skus, caller));
                answers.forEach(answer ->
                        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200));
                Set<Integer> whose = new HashSet<>();
                for (String sku : skus) {
                    List<Number> prices = information(sku).extract().path("price");
                    assertThat(prices).hasSize(20);
                    prices.forEach(price -> whose.add(price.intValue()));
                }
                assertThat(whose).as("round %d", round).hasSize(1);
            }
        }
    }

    /** Twenty prices for each product, all of them the caller's number; every other caller names the products backwards. */
    private static Response replace(List<String> skus, int caller) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int quantity = 1; quantity <= 20; quantity++) {
            for (String sku : caller % 2 == 0 ? skus : skus.reversed()) {
                rows.add(tier(sku, "General", quantity + caller * 5, caller + 1));
            }
        }
        return asAdmin().body(Map.of("prices", rows)).put("/rest/V1/products/tier-prices");
    }

    private static Map<String, Object> during(Map<String, Object> row, String from, String to) {
        Map<String, Object> time = new java.util.HashMap<>();
        time.put("valid_from", from);
        time.put("valid_to", to);
        return with(row, "extension_attributes", time);
    }

    private static void added(Object... rows) {
        asAdmin()
                .body(Map.of("prices", List.of(rows)))
                .post("/rest/V1/products/tier-prices")
                .then()
                .statusCode(200)
                .body("", empty());
    }

    private static ValidatableResponse delete(Map<String, Object> row) {
        return asAdmin()
                .body(Map.of("prices", List.of(row)))
                .post("/rest/V1/products/tier-prices-delete")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse information(String sku) {
        return asAdmin()
                .body(Map.of("skus", List.of(sku)))
                .post("/rest/V1/products/tier-prices-information")
                .then()
                .statusCode(200);
    }
}
