package io.clientele.activity.history;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static org.hamcrest.Matchers.empty;

import io.clientele.customer.CustomerFixture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a shop reports of what its customers did. */
public final class HistoryFixture {

    private HistoryFixture() {}

    /** An id that the shop has given to nothing yet. */
    public static String externalId() {
        return "H-" + UUID.randomUUID();
    }

    /** Two lamps and a chair, of nobody; change it at will. */
    public static Map<String, Object> order() {
        Map<String, Object> order = new HashMap<>();
        order.put("external_id", externalId());
        order.put("website_id", 1);
        order.put("status", "complete");
        order.put("placed_at", "2026-03-01T10:15:30Z");
        order.put("currency", "USD");
        order.put("subtotal", "30.00");
        order.put("tax", "2.40");
        order.put("shipping", "5.00");
        order.put("discount", "1.40");
        order.put("grand_total", "36.00");
        order.put("lines", List.of(line("LAMP-9", "2", "10.00", "20.00"), line("CHAIR-9", "1", "10.00", "10.00")));
        return order;
    }

    /** The same of a guest with the address, billed and sent to a place in Texas. */
    public static Map<String, Object> guestOrder(String email) {
        return with(order(), "customer_email", email, "billing_address", address(), "shipping_address", address());
    }

    /** So many of a product. */
    public static Map<String, Object> line(String sku, String qty, String unitPrice, String rowTotal) {
        return Map.of("sku", sku, "name", "The " + sku, "qty", qty, "unit_price", unitPrice, "row_total", rowTotal);
    }

    /** The same with other values. */
    public static Map<String, Object> with(Map<String, Object> one, Object... namesAndValues) {
        Map<String, Object> changed = new HashMap<>(one);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changed.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return changed;
    }

    /** Reports facts of a kind, such as {@code orders}. */
    public static void report(String kind, List<Map<String, Object>> facts) {
        asAdmin()
                .body(Map.of(kind, facts))
                .post("/rest/V1/activity/" + kind)
                .then()
                .statusCode(200)
                .body("failed", empty());
    }

    /** Reports an order of the customer, placed at the moment, and answers its external id. */
    public static String placed(long customerId, String moment, Object... namesAndValues) {
        Map<String, Object> order = with(with(order(), "customer_id", customerId, "placed_at", moment), namesAndValues);
        report("orders", List.of(order));
        return order.get("external_id").toString();
    }

    /** A customer who has moved here from the website, where the order was placed that is answered with the id. */
    public static Moved moved(int website, String moment, Object... namesAndValues) {
        long id = createByAdmin(CustomerFixture.with(customer(), "website_id", website));
        String number = placed(id, moment, with(Map.of("website_id", website), namesAndValues));
        asAdmin()
                .body(Map.of("customer", Map.of("website_id", 1, "store_id", 1)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
        return new Moved(id, number);
    }

    /** A customer, and the number of an order elsewhere. */
    public record Moved(long id, String number) {}

    private static String placed(long customerId, String moment, Map<String, Object> others) {
        Map<String, Object> order = with(order(), "customer_id", customerId, "placed_at", moment);
        order.putAll(others);
        report("orders", List.of(order));
        return order.get("external_id").toString();
    }

    /** Reports a review of the customer and answers its external id. */
    public static String reviewed(long customerId, String sku, int rating, String moment) {
        String id = externalId();
        report(
                "reviews",
                List.of(Map.of(
                        "external_id",
                        id,
                        "sku",
                        sku,
                        "customer_id",
                        customerId,
                        "nickname",
                        "Ada",
                        "title",
                        "Bright enough",
                        "detail",
                        "It lights the desk.",
                        "rating",
                        rating,
                        "status",
                        "pending",
                        "created_at",
                        moment)));
        return id;
    }

    /** Reports a wish list of the customer with one piece of each product, and answers its external id. */
    public static String wished(long customerId, String... skus) {
        String id = externalId();
        List<Map<String, Object>> items = new ArrayList<>();
        for (String sku : skus) {
            items.add(Map.of("sku", sku, "qty", "1", "added_at", "2026-02-01T00:00:00Z"));
        }
        report("wishlists", List.of(Map.of("external_id", id, "customer_id", customerId, "items", items)));
        return id;
    }
}
