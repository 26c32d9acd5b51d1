package io.clientele;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.customer.CustomerFixture;
import io.clientele.fuzz.Wire;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Whoever sets which default at the same time, a book that has defaults has exactly one of each (goal R8), seen by a
 * reader of the service as well as in the database, at every moment. The full length: {@code
 * -Dclientele.race.defaults=1000}.
 */
@QuarkusTest
class DefaultAddressRaceTest {

    private static final int ROUNDS = Integer.getInteger("clientele.race.defaults", 40);
    private static final int CALLERS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Tokens tokens;

    @Inject
    Database database;

    private long customerId;
    private String token = "";
    private final List<Long> addressIds = new ArrayList<>();

    @Test
    void a_book_has_one_default_of_each_kind_at_every_moment() throws Exception {
        customerId = CustomerFixture.createByAdmin(customerWithAddresses(CALLERS));
        token = tokens.issue(Subject.customer(customerId), 1);
        asAdmin()
                .get("/rest/V1/customers/" + customerId)
                .then()
                .extract()
                .jsonPath()
                .getList("addresses.id", Long.class)
                .forEach(addressIds::add);
        assertThat(addressIds).hasSize(CALLERS);
        AtomicBoolean over = new AtomicBoolean();
        List<String> wrong = new ArrayList<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                String seen = stored();
                if (!seen.equals("1 1")) {
                    wrong.add(seen);
                    return;
                }
            }
        });
        try (Race race = new Race(CALLERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                int shift = round;
                race.round(i -> () -> {
                            long id = addressIds.get((i + shift) % CALLERS);
                            return i % 2 == 0 ? byAdministrator(id, i) : bySelf(id);
                        })
                        .forEach(answer -> assertThat(answer.statusCode())
                                .as(answer.body())
                                .isEqualTo(200));
                shownOnce();
                assertThat(stored()).isEqualTo("1 1");
            }
        } finally {
            over.set(true);
            reader.join();
        }
        assertThat(wrong)
                .as("default billing and shipping addresses at some moment")
                .isEmpty();
    }

    @Test
    void deleting_and_adding_addresses_beside_it_never_makes_two() throws Exception {
        customerId = CustomerFixture.createByAdmin(customerWithAddresses(4));
        token = tokens.issue(Subject.customer(customerId), 1);
        byte[] book = JSON.writeValueAsBytes(CustomerFixture.body(
                java.util.Map.of("addresses", customerWithAddresses(3).get("addresses"))));
        byte[] added = JSON.writeValueAsBytes(java.util.Map.of("query", """
                mutation { createCustomerAddress(input: {firstname: "Ada", lastname: "Lovelace", street: ["1 Main"],
                  city: "Austin", postcode: "78701", country_code: US, region: {region_id: 57}, telephone: "1",
                  default_billing: true, default_shipping: true}) { id } }"""));
        try (Race race = new Race(8)) {
            for (int round = 0; round < Math.max(5, ROUNDS / 4); round++) {
                race.round(i -> () -> i % 2 == 0
                                ? Wire.json("PUT", "/rest/V1/customers/" + customerId, AdminFixture.token(), book)
                                : Wire.json("POST", "/graphql", token, added))
                        .forEach(answer -> {
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                            assertThat(answer.body()).doesNotContain("\"errors\"");
                        });
                shownOnce();
                assertThat(stored()).isEqualTo("1 1");
            }
        }
    }

    @Test
    void an_address_that_becomes_a_default_is_not_deleted_at_the_same_time() throws Exception {
        customerId = CustomerFixture.createByAdmin(customerWithAddresses(1 + ROUNDS));
        token = tokens.issue(Subject.customer(customerId), 1);
        List<Long> ids = asAdmin()
                .get("/rest/V1/customers/" + customerId)
                .then()
                .extract()
                .jsonPath()
                .getList("addresses.id", Long.class);
        try (Race race = new Race(2)) {
            for (int round = 1; round <= ROUNDS; round++) {
                long id = ids.get(round);
                race.round(i -> () -> i == 0 ? send(defaults(id)) : send("deleteCustomerAddress(id: " + id + ")"));
                assertThat(stored()).isEqualTo("1 1");
            }
        }
    }

    private HttpResponse<String> byAdministrator(long id, int number) throws Exception {
        String names = number % 4 == 0 ? "\"default_billing\":\"%1$d\",\"default_shipping\":\"%1$d\"" : """
                "default_billing":"%1$d\"""";
        return Wire.json(
                "PUT",
                "/rest/V1/customers/" + customerId,
                AdminFixture.token(),
                Wire.bytes("{\"customer\":{" + names.formatted(id) + "}}"));
    }

    private HttpResponse<String> bySelf(long id) throws Exception {
        HttpResponse<String> answer = send(defaults(id));
        assertThat(answer.body()).doesNotContain("\"errors\"");
        return answer;
    }

    private static String defaults(long id) {
        return "updateCustomerAddress(id: " + id + ", input: {default_billing: true, default_shipping: true}) { id }";
    }

    private HttpResponse<String> send(String mutation) throws Exception {
        return Wire.json(
                "POST",
                "/graphql",
                token,
                JSON.writeValueAsBytes(java.util.Map.of("query", "mutation { " + mutation + " }")));
    }

    /** The service shows one of each kind, and the two ways it shows them agree. */
    private void shownOnce() throws Exception {
        JsonNode shown = JSON.readTree(
                Wire.json("GET", "/rest/V1/customers/me", token, new byte[0]).body());
        List<String> billing = new ArrayList<>();
        List<String> shipping = new ArrayList<>();
        shown.get("addresses").forEach(address -> {
            if (address.path("default_billing").asBoolean()) {
                billing.add(address.get("id").asText());
            }
            if (address.path("default_shipping").asBoolean()) {
                shipping.add(address.get("id").asText());
            }
        });
        assertThat(billing).containsExactly(shown.get("default_billing").asText());
        assertThat(shipping).containsExactly(shown.get("default_shipping").asText());
    }

    private String stored() {
        return database.first(
                        SqlFragment.of(
                                "select count(*) filter (where is_default_billing) || ' '"
                                        + " || count(*) filter (where is_default_shipping)"
                                        + " from customer_address where customer_id = ?",
                                customerId),
                        row -> row.getString(1))
                .orElse("");
    }
}
