package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Customers made over HTTP, each with an e-mail address of its own. */
public final class CustomerFixture {

    public static final String PASSWORD = "Right-Passw0rd";

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime() % 1_000_000);

    private CustomerFixture() {}

    /** An address nobody has yet. */
    public static String email() {
        return "person" + NUMBER.incrementAndGet() + "@example.com";
    }

    /** What a shop sends for a new customer; change it at will. */
    public static Map<String, Object> customer() {
        Map<String, Object> customer = new HashMap<>();
        customer.put("email", email());
        customer.put("firstname", "Ada");
        customer.put("lastname", "Lovelace");
        return customer;
    }

    /** What a shop sends for an address in Texas; change it at will. */
    public static Map<String, Object> address() {
        Map<String, Object> address = new HashMap<>();
        address.put("firstname", "Ada");
        address.put("lastname", "Lovelace");
        address.put("street", List.of("1 Main Street", "Floor 2"));
        address.put("city", "Austin");
        address.put("postcode", "78701");
        address.put("country_id", "US");
        address.put("region_id", 57);
        address.put("telephone", "+1 512 555 0100");
        return address;
    }

    public static Map<String, Object> with(Map<String, Object> one, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(one);
        changed.put(key, value);
        return changed;
    }

    /** The body of a request with the one parameter {@code customer}. */
    public static Map<String, Object> body(Map<String, Object> customer) {
        return Map.of("customer", customer);
    }

    /** Makes the customer with {@link #PASSWORD} and returns its id. */
    public static long create(Map<String, Object> customer) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("customer", customer, "password", PASSWORD))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** Makes a customer without password as an administrator and returns its id. */
    public static long createByAdmin(Map<String, Object> customer) {
        return asAdmin()
                .body(body(customer))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** A token of the customer with {@link #PASSWORD}. */
    public static String token(Object email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", email, "password", PASSWORD))
                .post("/rest/V1/integration/customer/token")
                .then()
                .statusCode(200)
                .extract()
                .as(String.class);
    }

    /** A request of a new customer who has just signed in. */
    public static RequestSpecification asNewCustomer() {
        Map<String, Object> customer = customer();
        create(customer);
        return as(token(customer.get("email")));
    }

    /** A customer with so many addresses, the first being both defaults. */
    public static Map<String, Object> customerWithAddresses(int count) {
        List<Map<String, Object>> book = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            book.add(with(address(), "city", "Town " + i));
        }
        book.set(0, with(with(book.get(0), "default_billing", true), "default_shipping", true));
        return with(customer(), "addresses", book);
    }
}
