package io.clientele.pricing.quote;

import static io.clientele.AdminFixture.as;
import static io.clientele.pricing.PricingFixture.addTiers;
import static io.clientele.pricing.PricingFixture.put;
import static io.clientele.pricing.PricingFixture.tier;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;

import io.clientele.AdminFixture;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product with its prices, made over HTTP, and quotes of it. */
public final class PriceFixture {

    private static final List<String> GROUPS = List.of("NOT LOGGED IN", "General", "Wholesale", "Retailer");

    private final String sku;

    private PriceFixture(String sku) {
        this.sku = sku;
    }

    public String sku() {
        return sku;
    }

    /** A product of the websites without prices, not taxed without a tax class. */
    static PriceFixture product(@Nullable Integer taxClass, boolean divisible, Integer... websites) {
        return made(Map.of(
                "name",
                "Lamp",
                "tax_class_id",
                taxClass == null ? 0 : taxClass,
                "is_qty_decimal",
                divisible,
                "website_ids",
                List.of(websites)));
    }

    /** A product of the first website with a base price, sold in whole pieces and not taxed. */
    public static PriceFixture priced(String base) {
        return made(Map.of("name", "Lamp", "tax_class_id", 0, "is_qty_decimal", false, "price", base));
    }

    private static PriceFixture made(Map<String, ?> facts) {
        String sku = "Sku-" + UUID.randomUUID();
        put(sku, facts).then().statusCode(200);
        return new PriceFixture(sku);
    }

    /** The base price of all websites. */
    PriceFixture base(String price) {
        put(sku, Map.of("price", price)).then().statusCode(200);
        return this;
    }

    /** The base price of a store view's website. */
    PriceFixture base(int storeId, String price) {
        AdminFixture.asAdmin()
                .body(Map.of("prices", List.of(Map.of("sku", sku, "store_id", storeId, "price", price))))
                .post("/rest/V1/products/base-prices")
                .then()
                .statusCode(200)
                .body("", empty());
        return this;
    }

    /** A special price of all websites from the moment on. */
    PriceFixture special(String price, Instant from) {
        put(sku, Map.of("special_price", price, "special_from", from.toString()))
                .then()
                .statusCode(200);
        return this;
    }

    public PriceFixture fixed(int website, @Nullable Integer group, String quantity, String price) {
        return add(website, group, quantity, "fixed", price, Map.of());
    }

    PriceFixture discount(int website, @Nullable Integer group, String quantity, String percent) {
        return add(website, group, quantity, "discount", percent, Map.of());
    }

    /** A price of everybody for one piece, in this time only. */
    PriceFixture limited(String price, Instant from, Instant to) {
        return add(0, null, "1", "fixed", price, Map.of("valid_from", from.toString(), "valid_to", to.toString()));
    }

    private PriceFixture add(
            int website,
            @Nullable Integer group,
            String quantity,
            String type,
            String value,
            Map<String, ?> extension) {
        Map<String, Object> row = tier(sku, code(group), quantity, value);
        row.put("website_id", website);
        row.put("price_type", type);
        row.put("extension_attributes", extension);
        addTiers(List.of(row)).then().statusCode(200).body("", empty());
        return this;
    }

    private static String code(@Nullable Integer group) {
        if (group == null) {
            return "ALL GROUPS";
        }
        return group < GROUPS.size()
                ? GROUPS.get(group)
                : AdminFixture.asAdmin().get("/rest/V1/customerGroups/" + group).path("code");
    }

    public Map<String, Object> line(Object qty) {
        return Map.of("sku", sku, "qty", qty);
    }

    /** A quote of the first website to be sent. */
    @SafeVarargs
    public static Map<String, Object> quote(Map<String, Object>... lines) {
        Map<String, Object> quote = new HashMap<>();
        quote.put("website_id", 1);
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> line : lines) {
            all.add(line);
        }
        quote.put("lines", all);
        return quote;
    }

    public static ValidatableResponse asGuest(Map<String, Object> quote) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("quote", quote))
                .post("/rest/V1/prices/quote")
                .then();
    }

    public static ValidatableResponse ask(String token, Map<String, Object> quote) {
        return as(token)
                .body(Map.of("quote", quote))
                .post("/rest/V1/prices/quote")
                .then();
    }

    public static ValidatableResponse asAdmin(Map<String, Object> quote) {
        return ask(AdminFixture.token(), quote);
    }
}
