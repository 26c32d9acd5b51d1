package io.clientele.activity;

import static io.clientele.AdminFixture.as;
import static io.restassured.RestAssured.given;

import io.clientele.AdminFixture;
import io.clientele.MailFixture;
import io.clientele.customer.CustomerFixture;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Facts as a shop sends them, each with an id of its own. */
public final class ActivityFixture {

    private ActivityFixture() {}

    public static String id(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    /** What a shop sends for an order of nobody, of two lines and 25 US dollars; change it at will. */
    public static Map<String, Object> order() {
        Map<String, Object> order = new HashMap<>();
        order.put("external_id", id("order"));
        order.put("website_id", 1);
        order.put("status", "processing");
        order.put("placed_at", "2026-03-01T10:00:00Z");
        order.put("currency", "USD");
        order.put("subtotal", 20);
        order.put("tax", 2);
        order.put("shipping", 5);
        order.put("discount", -2);
        order.put("grand_total", 25);
        order.put("lines", List.of(line("chair", 1), line("lamp", 2)));
        return order;
    }

    public static Map<String, Object> line(String sku, Object qty) {
        Map<String, Object> line = new HashMap<>();
        line.put("sku", sku);
        line.put("name", "A " + sku);
        line.put("qty", qty);
        line.put("unit_price", 10);
        line.put("row_total", 10);
        line.put("category_ids", List.of(3, 7));
        return line;
    }

    /** An order with other values: names and values in turn. A name whose value is null is left out. */
    public static Map<String, Object> order(Object... namesAndValues) {
        return with(order(), namesAndValues);
    }

    /** A cart of nobody, of one item and 25 US dollars; change it at will. */
    public static Map<String, Object> cart(Object... namesAndValues) {
        Map<String, Object> cart = new HashMap<>();
        cart.put("external_id", id("cart"));
        cart.put("website_id", 1);
        cart.put("is_active", true);
        cart.put("updated_at", "2026-03-01T10:00:00Z");
        cart.put("subtotal", 20);
        cart.put("grand_total", 25);
        cart.put("items", List.of(Map.of("sku", "Chair", "qty", 2, "row_total", 20)));
        return with(cart, namesAndValues);
    }

    /** A view of a chair by nobody yet; change it at will. */
    public static Map<String, Object> view(Object... namesAndValues) {
        return with(Map.of("sku", "Chair", "viewed_at", "2026-03-01T10:00:00.5Z"), namesAndValues);
    }

    /** A wish list of one item; change it at will. */
    public static Map<String, Object> wishlist(long customerId, Object... namesAndValues) {
        Map<String, Object> item = Map.of("sku", "Sofa", "qty", 1, "added_at", "2026-03-01T10:00:00Z");
        return with(
                Map.of("external_id", id("wishes"), "customer_id", customerId, "items", List.of(item)), namesAndValues);
    }

    /** A review of a guest; change it at will. */
    public static Map<String, Object> review(Object... namesAndValues) {
        Map<String, Object> review = new HashMap<>();
        review.put("external_id", id("review"));
        review.put("sku", "Chair");
        review.put("nickname", "Zoé");
        review.put("title", "Sits well");
        review.put("detail", "For hours.");
        review.put("rating", 5);
        review.put("status", "approved");
        review.put("created_at", "2026-03-01T10:00:00Z");
        return with(review, namesAndValues);
    }

    /** A store credit of 10; change it at will. */
    public static Map<String, Object> balance(long customerId, Object... namesAndValues) {
        Map<String, Object> balance = new HashMap<>();
        balance.put("customer_id", customerId);
        balance.put("website_id", 1);
        balance.put("kind", "store_credit");
        balance.put("amount", 10);
        balance.put("as_of", "2026-03-01T10:00:00Z");
        return with(balance, namesAndValues);
    }

    /** A fact of the kind, of a customer who is made for it where there must be one. */
    public static Map<String, Object> fact(String kind) {
        return switch (kind) {
            case "orders" -> order();
            case "carts" -> cart();
            case "reviews" -> review();
            case "views" -> view("customer_id", CustomerFixture.create(CustomerFixture.customer()));
            case "wishlists" -> wishlist(CustomerFixture.create(CustomerFixture.customer()));
            default -> balance(CustomerFixture.create(CustomerFixture.customer()));
        };
    }

    /** The fact with other values: names and values in turn. A name whose value is null is left out. */
    public static Map<String, Object> with(Map<String, Object> fact, Object... namesAndValues) {
        Map<String, Object> changed = new HashMap<>(fact);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changed.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        changed.values().removeIf(value -> value == null);
        return changed;
    }

    /** Sends the facts as one JSON value, as an administrator who may do everything. */
    public static ValidatableResponse report(String kind, List<?> facts) {
        return reportAs(AdminFixture.token(), kind, facts);
    }

    public static ValidatableResponse report(String kind, Map<String, Object> fact) {
        return report(kind, List.of(fact));
    }

    public static ValidatableResponse reportAs(String token, String kind, List<?> facts) {
        return as(token)
                .body(Map.of(kind, facts))
                .post("/rest/V1/activity/" + kind)
                .then();
    }

    /** Sends the text as lines. */
    public static ValidatableResponse reportLines(String kind, String lines) {
        return as(AdminFixture.token())
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/rest/V1/activity/" + kind)
                .then();
    }

    /** Shows that the owner of the account reads the mail of its address, by the link in the welcome mail. */
    public static void verify(Object email) {
        given().contentType(ContentType.JSON)
                .body(Map.of("token", MailFixture.token(MailFixture.mail(email, "welcome"))))
                .post("/rest/V1/customers/verifyEmail")
                .then()
                .statusCode(200);
    }
}
