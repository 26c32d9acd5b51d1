package io.clientele.access;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.customer.CustomerFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's sessions: where they are, and ending them. */
@QuarkusTest
class SessionApiTest {

    private static final String OWN = "/rest/V1/customers/me/sessions";

    @Inject
    Tokens tokens;

    @Inject
    SessionUse use;

    @Inject
    Database database;

    private Map<String, Object> customer = Map.of();
    private long id;

    @BeforeEach
    void make_a_customer() {
        customer = CustomerFixture.customer();
        id = CustomerFixture.create(customer);
    }

    @Test
    void a_person_sees_their_sessions_and_which_is_the_one_in_hand() {
        String laptop = signIn("Laptop/1.0 \u001b[31m(red)");
        String phone = signIn("Phone/2.0 " + "x".repeat(400));
        as(phone)
                .get(OWN)
                .then()
                .statusCode(200)
                .body("$", hasSize(2))
                .body("find { it.current }.device", is(("Phone/2.0 " + "x".repeat(400)).substring(0, 200)))
                .body("find { !it.current }.device", is("Laptop/1.0 [31m(red)"))
                .body("address", equalTo(List.of("127.0.0.1", "127.0.0.1")))
                .body("[0].created_at.length()", is(19));
        long other = as(phone).get(OWN).jsonPath().getLong("find { !it.current }.id");
        as(phone).get(OWN + "/" + other).then().statusCode(200).body("current", is(false));
        as(phone).delete(OWN + "/" + other).then().statusCode(200).body(is("true"));
        as(laptop).get(OWN).then().statusCode(401);
        assertThat(database.list(
                        SqlFragment.of(
                                "select 1 from audit_entry where action = 'session.ended' and object_id = ?",
                                Long.toString(id)),
                        row -> true))
                .hasSize(1);
        as(phone).get(OWN).then().statusCode(200).body("$", hasSize(1));
        as(phone)
                .delete(OWN + "/" + other)
                .then()
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters", equalTo(Map.of("fieldName", "sessionId", "fieldValue", (int) other)));
        as(phone).delete(OWN).then().statusCode(200).body(is("true"));
        as(phone).get(OWN).then().statusCode(401);
    }

    @Test
    void somebody_elses_session_is_neither_seen_nor_ended() {
        String own = signIn("Own");
        Map<String, Object> other = CustomerFixture.customer();
        CustomerFixture.create(other);
        String theirs = CustomerFixture.token(other.get("email"));
        long session = tokens.caller(theirs).orElseThrow().sessionId();
        as(own).get(OWN + "/" + session).then().statusCode(404);
        as(own).delete(OWN + "/" + session).then().statusCode(404);
        asAdmin()
                .delete("/rest/V1/customers/" + id + "/sessions/" + session)
                .then()
                .statusCode(404);
        as(theirs).get(OWN).then().statusCode(200);
    }

    @Test
    void an_administrator_sees_and_ends_a_customers_sessions_but_not_of_another_website() {
        String first = signIn("First");
        String second = signIn("Second");
        String path = "/rest/V1/customers/" + id + "/sessions";
        asAdmin().get(path).then().statusCode(200).body("$", hasSize(2)).body("findAll { it.current }", hasSize(0));
        String limited = limitedAdministrator();
        as(limited).get(path).then().statusCode(404);
        as(limited).delete(path).then().statusCode(404);
        as(first).get(OWN).then().statusCode(200);
        long one = tokens.caller(first).orElseThrow().sessionId();
        asAdmin().delete(path + "/" + one).then().statusCode(200).body(is("true"));
        as(first).get(OWN).then().statusCode(401);
        as(second).get(OWN).then().statusCode(200);
        asAdmin().delete(path).then().statusCode(200).body(is("true"));
        as(second).get(OWN).then().statusCode(401);
    }

    @Test
    void the_last_use_is_written_once_for_many_requests() {
        String token = signIn("Busy");
        long session = tokens.caller(token).orElseThrow().sessionId();
        use.write();
        database.run(SqlFragment.of("update access_token set last_used_at = null where id = ?", session));
        for (int i = 0; i < 20; i++) {
            as(token).get("/rest/V1/customers/me").then().statusCode(200);
        }
        assertThat(lastUse(session)).as("not written by requests").isFalse();
        use.write();
        assertThat(lastUse(session)).isTrue();
        database.run(SqlFragment.of("update access_token set last_used_at = null where id = ?", session));
        use.write();
        assertThat(lastUse(session)).as("not used since").isFalse();
    }

    @Test
    void an_administrators_address_is_not_shown_to_the_customer_acted_for() {
        String own = signIn("Own");
        tokens.issueFor(Subject.customer(id), 1, 1);
        as(own).get(OWN)
                .then()
                .statusCode(200)
                .body("$", hasSize(2))
                .body("find { it.assisted }.address", nullValue())
                .body("find { it.assisted }.device", nullValue())
                .body("find { !it.assisted }.address", not(nullValue()));
    }

    @Test
    void the_storefront_shows_and_ends_sessions_too() {
        String own = signIn("Own");
        String other = signIn("Other");
        long session = tokens.caller(other).orElseThrow().sessionId();
        as(own).body(Map.of("query", "{ customerSessions { id device current created_at last_used_at } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.customerSessions.device", org.hamcrest.Matchers.containsInAnyOrder("Own", "Other"));
        as(own).body(Map.of("query", "mutation { endCustomerSession(session_id: \"" + session + "\") }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.endCustomerSession", is(true));
        as(other).get(OWN).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("query", "{ customerSessions { id } }"))
                .post("/graphql")
                .then()
                .body("errors[0].message", is("The current customer isn't authorized."));
    }

    private boolean lastUse(long session) {
        return database.first(
                        SqlFragment.of(
                                "select last_used_at is not null as used from access_token where id = ?", session),
                        row -> row.getBoolean("used"))
                .orElseThrow();
    }

    private String signIn(String device) {
        return given().contentType(ContentType.JSON)
                .header("User-Agent", device.replaceAll("[^ -~]", ""))
                .body(Map.of("username", customer.get("email"), "password", PASSWORD))
                .post("/rest/V1/integration/customer/token")
                .then()
                .statusCode(200)
                .extract()
                .as(String.class);
    }

    /** Somebody who may manage customers of a website that this customer is not of. */
    private String limitedAdministrator() {
        String name = "elsewhere" + System.nanoTime();
        int website = asAdmin()
                .body(Map.of("website", Map.of("code", "w" + System.nanoTime(), "name", "Elsewhere")))
                .post("/rest/V1/store/websites")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        int role = asAdmin()
                .body(Map.of(
                        "role",
                        Map.of(
                                "name",
                                name,
                                "resources",
                                List.of("Magento_Customer::manage", "Magento_Customer::invalidate_tokens"),
                                "website_ids",
                                List.of(website))))
                .post("/rest/V1/admin/roles")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        int admin = asAdmin()
                .body(Map.of(
                        "user",
                        Map.of(
                                "username",
                                name,
                                "email",
                                name + "@example.com",
                                "firstname",
                                "El",
                                "lastname",
                                "Sewhere",
                                "password",
                                "Else-Pass-1",
                                "role_id",
                                role)))
                .post("/rest/V1/admin/users")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        return tokens.issue(Subject.admin(admin), 0);
    }
}
