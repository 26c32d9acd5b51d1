package io.clientele;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.email;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.fuzz.Wire;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One effect and one answer for each Idempotency-Key. */
@QuarkusTest
class IdempotencyApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CUSTOMERS = "/rest/V1/customers";
    private static final String ANOTHER =
            "The \"%1\" header was sent with another request already. Enter another key and try again.";
    private static final String RUNNING =
            "A request with the same \"%1\" header is still being carried out. Try again later.";

    /** Keys, each sent five times at once; {@code -Dclientele.race.keys=1000} for the long run. */
    private static final int KEYS = Integer.getInteger("clientele.race.keys", 20);

    private static final int SENDERS = 5;

    private static final String ADD = "mutation { createCustomerAddress(input: {firstname: \"Ada\", lastname: \"L\","
            + " street: [\"1 Main\"], city: \"Austin\", postcode: \"78701\", country_code: US,"
            + " region: {region_id: 57}, telephone: \"1\"}) { id city version } }";

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Inject
    PersonKeys persons;

    @Test
    void the_same_key_and_body_get_the_same_answer_and_have_one_effect() {
        String key = key();
        Map<String, Object> body = Map.of("customer", customer(), "password", PASSWORD);
        Response first = guest(key, body).extract().response();
        Response again =
                guest(key, body).header("Idempotent-Replayed", "true").extract().response();
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void another_body_path_store_or_field_filter_under_the_same_key_is_refused() {
        String key = key();
        Map<String, Object> person = customer();
        admin(key, CUSTOMERS, person).statusCode(200);
        admin(key, CUSTOMERS, with(person, "firstname", "Grace"))
                .statusCode(422)
                .body("message", is(ANOTHER))
                .body("parameters", is(List.of("Idempotency-Key")));
        admin(key, "/rest/default/V1/customers", person).statusCode(422);
        admin(key, CUSTOMERS + "?fields=id", person).statusCode(422);
        asAdmin()
                .accept("application/problem+json")
                .header("Idempotency-Key", key)
                .body(Map.of("customer", customer()))
                .post(CUSTOMERS)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("template", is(ANOTHER));
        admin(key, CUSTOMERS, person).statusCode(200).header("Idempotent-Replayed", "true");
    }

    @Test
    void a_replayed_answer_is_pruned_as_the_first_one_was() {
        String key = key();
        Map<String, Object> person = customer();
        String first = admin(key, CUSTOMERS + "?fields=id", person).extract().asString();
        assertThat(first).matches("\\{\"id\":\\d+}");
        assertThat(admin(key, CUSTOMERS + "?fields=id", person).extract().asString())
                .isEqualTo(first);
    }

    @Test
    void a_key_belongs_to_its_caller() {
        String key = key();
        Map<String, Object> person = customer();
        admin(key, CUSTOMERS, person).statusCode(200);
        guest(key, Map.of("customer", person)).statusCode(400).header("Idempotent-Replayed", nullValue());
        Map<String, Object> other = customer();
        create(other);
        as(token(other.get("email")))
                .header("Idempotency-Key", key)
                .body(Map.of("customer", customer()))
                .post(CUSTOMERS)
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", nullValue());
    }

    @Test
    void a_refused_request_had_no_effect_and_leaves_its_key_free() {
        String key = key();
        admin(key, CUSTOMERS, with(customer(), "email", "none")).statusCode(400);
        Map<String, Object> person = customer();
        admin(key, CUSTOMERS, person).statusCode(200).header("Idempotent-Replayed", nullValue());
        admin(key, CUSTOMERS, person).statusCode(200).header("Idempotent-Replayed", "true");
    }

    @Test
    void a_key_that_is_none_is_refused() {
        for (String key : List.of("", "a b", "k".repeat(256))) {
            admin(key, CUSTOMERS, customer())
                    .statusCode(400)
                    .body("message", is("The \"%1\" header must have 1 to %2 visible ASCII characters."))
                    .body("parameters", is(List.of("Idempotency-Key", 255)));
        }
        admin("k".repeat(255 - 36) + UUID.randomUUID(), CUSTOMERS, customer()).statusCode(200);
    }

    @Test
    void an_answer_with_a_token_is_never_kept() {
        Map<String, Object> person = customer();
        create(person);
        String key = key();
        for (int i = 0; i < 2; i++) {
            given().contentType(ContentType.JSON)
                    .header("Idempotency-Key", key)
                    .body(Map.of("username", person.get("email"), "password", PASSWORD))
                    .post("/rest/V1/integration/customer/token")
                    .then()
                    .statusCode(200)
                    .header("Idempotent-Replayed", nullValue());
            graphql(
                            "",
                            key,
                            "mutation { generateCustomerToken(email: \"" + person.get("email") + "\", password: \""
                                    + PASSWORD + "\") { token } }")
                    .header("Idempotent-Replayed", nullValue())
                    .body("data.generateCustomerToken.token", notNullValue());
        }
    }

    @Test
    void neither_the_key_nor_the_answer_lies_open_in_the_database() {
        String key = key();
        Map<String, Object> person = customer();
        guest(key, Map.of("customer", person, "password", PASSWORD)).statusCode(200);
        List<String> rows = database.list(
                SqlFragment.of("select encode(id || fingerprint || answer, 'escape') from idempotency_key"),
                row -> row.getString(1));
        assertThat(rows)
                .isNotEmpty()
                .noneMatch(row -> row.contains(key)
                        || row.contains(String.valueOf(person.get("email")))
                        || row.contains(PASSWORD));
    }

    /** Whoever was erased leaves answers that nobody reads any more, and a replay has no second effect. */
    @Test
    void an_answer_is_unreadable_once_its_caller_is_erased() {
        Map<String, Object> ada = customer();
        long id = create(ada);
        String own = token(ada.get("email"));
        String key = key();
        graphql(own, key, ADD).body("data.createCustomerAddress.city", is("Austin"));
        persons.destroy(Person.customer(id));
        graphql(own, key, ADD)
                .statusCode(422)
                .body(
                        "errors[0].message",
                        is("The request with the same \"Idempotency-Key\" header was carried out, and its answer has"
                                + " been erased."));
        assertThat(database.first(
                        SqlFragment.of("select count(*) from customer_address where customer_id = ?", id),
                        row -> row.getInt(1)))
                .hasValue(1);
    }

    @Test
    void a_key_is_kept_for_a_day() {
        String key = key();
        Map<String, Object> person = customer();
        admin(key, CUSTOMERS, person).statusCode(200);
        Instant last = database.first(
                        SqlFragment.of("select max(expires_at) from idempotency_key"),
                        row -> row.getTimestamp(1).toInstant())
                .orElseThrow();
        assertThat(Duration.between(clock.instant(), last))
                .isBetween(Duration.ofHours(24).minusMinutes(1), Duration.ofHours(24));
        database.run(SqlFragment.of("update idempotency_key set expires_at = ?", clock.instant()));
        // Free again, so that the e-mail address is what stands in the way now.
        admin(key, CUSTOMERS, person).statusCode(400);
        admin(key, CUSTOMERS, customer()).statusCode(200).header("Idempotent-Replayed", nullValue());
    }

    @Test
    void while_a_request_runs_elsewhere_the_same_one_is_told_to_come_back() throws Exception {
        String key = key();
        Map<String, Object> person = customer();
        admin(key, CUSTOMERS, person).statusCode(200);
        // As another instance holds it: by the lock of its transaction, before anything is kept.
        QuarkusTransaction.requiringNew().call(() -> {
            database.list(
                    SqlFragment.of("select pg_advisory_xact_lock(('x' || encode(substring(id for 8), 'hex'))::bit(64)"
                            + "::bigint) from idempotency_key"),
                    row -> 0);
            QuarkusTransaction.requiringNew().run(() -> database.run(SqlFragment.of("delete from idempotency_key")));
            admin(key, CUSTOMERS, person)
                    .statusCode(409)
                    .header("Retry-After", "1")
                    .body("message", is(RUNNING))
                    .body("parameters", is(List.of("Idempotency-Key")));
            return null;
        });
        admin(key, CUSTOMERS, customer()).statusCode(200).header("Idempotent-Replayed", nullValue());
    }

    @Test
    void each_of_many_keys_sent_at_once_has_one_effect() throws Exception {
        Map<String, Object> person = customer();
        long id = create(person);
        String token = token(person.get("email"));
        Map<String, String> answers = new HashMap<>();
        try (Race race = new Race(SENDERS)) {
            for (int i = 0; i < KEYS; i++) {
                String key = key();
                List<HttpResponse<String>> round = race.round(sender -> () -> send(token, key));
                assertThat(round).allMatch(answer -> answer.statusCode() == 200 || answer.statusCode() == 409);
                assertThat(round)
                        .filteredOn(answer -> answer.statusCode() == 200
                                && answer.headers()
                                        .firstValue("Idempotent-Replayed")
                                        .isEmpty())
                        .singleElement()
                        .satisfies(answer -> answers.put(key, answer.body()));
            }
        }
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            HttpResponse<String> again = send(token, answer.getKey());
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(answer.getValue());
            assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        }
        asAdmin().get(CUSTOMERS + "/" + id).then().body("addresses", hasSize(KEYS));
    }

    @Test
    void a_mutation_is_carried_out_once_for_each_key() {
        Map<String, Object> person = customer();
        long id = create(person);
        String token = token(person.get("email"));
        String key = key();
        String first = graphql(token, key, ADD)
                .body("errors", nullValue())
                .header("Idempotent-Replayed", nullValue())
                .extract()
                .asString();
        assertThat(graphql(token, key, ADD)
                        .statusCode(200)
                        .header("Idempotent-Replayed", "true")
                        .extract()
                        .asString())
                .isEqualTo(first);
        graphql(token, key, ADD.replace("Austin", "Waco"))
                .statusCode(422)
                .body("errors[0].message", is(ANOTHER.replace("%1", "Idempotency-Key")))
                .body("errors[0].extensions.category", is("graphql-input"))
                .body("errors[0].extensions.code", is("UNPROCESSABLE"))
                .body("data", nullValue());
        graphql(token, "a b", ADD).statusCode(400).body("errors[0].message", notNullValue());
        asAdmin().get(CUSTOMERS + "/" + id).then().body("addresses", hasSize(1));
    }

    @Test
    void mutations_under_a_key_are_all_or_nothing() {
        Map<String, Object> person = customer();
        long id = create(person);
        String token = token(person.get("email"));
        String both = ADD.replace("mutation { ", "mutation { a: ")
                .replace("{ id city version } }", "{ id } b: createCustomerAddress(input: {city: \"\"}) { id } }");
        String key = key();
        graphql(token, key, both).statusCode(200).body("errors", notNullValue()).body("data", nullValue());
        asAdmin().get(CUSTOMERS + "/" + id).then().body("addresses", hasSize(0));
        graphql(token, key, ADD).body("errors", nullValue()).header("Idempotent-Replayed", nullValue());
    }

    @Test
    void a_guest_registers_once_over_graphql() {
        String key = key();
        String register = "mutation { createCustomerV2(input: {firstname: \"A\", lastname: \"B\", email: \"" + email()
                + "\", password: \"" + PASSWORD + "\"}) { customer { email firstname } } }";
        String first =
                graphql("", key, register).body("errors", nullValue()).extract().asString();
        assertThat(graphql("", key, register)
                        .header("Idempotent-Replayed", "true")
                        .extract()
                        .asString())
                .isEqualTo(first);
        graphql("", key(), register).body("errors", notNullValue());
    }

    private static HttpResponse<String> send(String token, String key) throws Exception {
        return Wire.send(
                "POST",
                "/graphql",
                Map.of("Content-Type", "application/json", "Authorization", "Bearer " + token, "Idempotency-Key", key),
                JSON.writeValueAsBytes(Map.of("query", ADD)));
    }

    private static ValidatableResponse graphql(String token, String key, String document) {
        var request = given().contentType(ContentType.JSON).header("Idempotency-Key", key);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.body(Map.of("query", document)).post("/graphql").then();
    }

    private static ValidatableResponse guest(String key, Map<String, Object> body) {
        return given().contentType(ContentType.JSON)
                .accept(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(CUSTOMERS)
                .then();
    }

    private static ValidatableResponse admin(String key, String path, Map<String, Object> person) {
        return asAdmin()
                .header("Idempotency-Key", key)
                .body(Map.of("customer", person))
                .post(path)
                .then();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
