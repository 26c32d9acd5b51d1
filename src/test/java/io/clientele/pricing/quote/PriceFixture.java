package io.clientele.pricing.quote;

import static io.clientele.AdminFixture.as;
import static io.restassured.RestAssured.given;

import io.clientele.AdminFixture;
import io.clientele.shared.Fold;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product with its prices, and quotes of it over HTTP. */
public final class PriceFixture {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final Database database;
    private final String sku;
    private final long id;

    private PriceFixture(Database database, String sku, long id) {
        this.database = database;
        this.sku = sku;
        this.id = id;
    }

    public String sku() {
        return sku;
    }

    /** A product of the websites that is sold in whole pieces. */
    static PriceFixture product(Database database, @Nullable Integer taxClass, boolean divisible, long... websites) {
        String sku = "Sku-" + UUID.randomUUID().toString().substring(0, 18);
        SqlFragment add = SqlFragment.of(
                "insert into product_fact (sku, sku_key, type_id, name, tax_class_id, is_qty_decimal, attributes,"
                        + " category_ids, website_ids, created_at, updated_at)"
                        + " values (?, ?, 'simple', 'Lamp', ?::integer, ?, '{}', '{}', ?::integer[], ?, ?)"
                        + " returning product_id",
                sku,
                Fold.key(sku),
                taxClass,
                divisible,
                websites,
                LONG_AGO,
                LONG_AGO);
        return new PriceFixture(
                database, sku, database.first(add, row -> row.getLong(1)).orElseThrow());
    }

    /** A product of the first website with a base price, not taxed. */
    public static PriceFixture priced(Database database, String base) {
        return product(database, null, false, 1).base(0, base);
    }

    PriceFixture base(int website, String price) {
        return base(website, price, null, null, null);
    }

    PriceFixture base(
            int website, String price, @Nullable String special, @Nullable Instant from, @Nullable Instant to) {
        database.run(SqlFragment.of(
                "insert into product_price (product_id, website_id, price, special_price, special_from, special_to)"
                        + " values (?, ?, ?::numeric, ?::numeric, ?::timestamptz, ?::timestamptz)",
                id,
                website,
                price,
                special,
                from,
                to));
        return this;
    }

    public PriceFixture fixed(int website, @Nullable Integer group, String quantity, String price) {
        return tier(website, group, quantity, "fixed", price, null, null);
    }

    PriceFixture discount(int website, @Nullable Integer group, String quantity, String percent) {
        return tier(website, group, quantity, "discount", percent, null, null);
    }

    PriceFixture tier(
            int website,
            @Nullable Integer group,
            String quantity,
            String type,
            String value,
            @Nullable Instant from,
            @Nullable Instant to) {
        database.run(SqlFragment.of(
                "insert into tier_price (product_id, website_id, customer_group_id, quantity, price_type, value,"
                        + " valid_from, valid_to) values (?, ?, ?::integer, ?::numeric, ?, ?::numeric, ?::timestamptz,"
                        + " ?::timestamptz)",
                id,
                website,
                group,
                quantity,
                type,
                value,
                from,
                to));
        return this;
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
