package io.clientele.access;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.AdminFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers' tokens that an administrator carries, and what ends them. */
@QuarkusTest
class AssumedTokenApiTest {

    private static final Subject CUSTOMER = Subject.customer(6_001);

    @Inject
    Tokens tokens;

    private long administrator;

    @BeforeEach
    void makeAnAdministrator() {
        String name = "assisting" + System.nanoTime();
        administrator = asAdmin()
                .body(Map.of(
                        "user",
                        Map.of(
                                "username",
                                name,
                                "email",
                                name + "@example.com",
                                "firstname",
                                "As",
                                "lastname",
                                "Sisting",
                                "password",
                                "Assist-Pass-1",
                                "role_id",
                                1)))
                .post("/rest/V1/admin/users")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    @Test
    void the_token_is_the_customers_and_names_the_administrator() {
        String token = tokens.issueFor(CUSTOMER, 1, administrator);
        var caller = tokens.caller(token).orElseThrow();
        assertThat(caller.isCustomer()).isTrue();
        assertThat(caller.id()).isEqualTo(CUSTOMER.id());
        assertThat(caller.onBehalfOf()).isEqualTo(administrator);
        assertThat(caller.resources()).isEmpty();
        assertThat(claims(token)).contains("\"admin_id\":" + administrator).contains("\"utypid\":3");
        assertThat(tokens.caller(tokens.issue(CUSTOMER, 1)).orElseThrow().onBehalfOf())
                .isNull();
        as(token).get("/rest/V1/admin/resources").then().statusCode(401);
    }

    @Test
    void it_ends_when_the_administrator_is_deactivated() {
        String token = tokens.issueFor(CUSTOMER, 1, administrator);
        String own = tokens.issue(CUSTOMER, 1);
        assertThat(tokens.caller(token)).isPresent();
        asAdmin()
                .body(Map.of("user", Map.of("is_active", false)))
                .put("/rest/V1/admin/users/" + administrator)
                .then()
                .statusCode(200);
        assertThat(tokens.caller(token)).isEmpty();
        assertThat(tokens.caller(own)).isPresent();
    }

    @Test
    void it_ends_when_the_administrator_is_deleted() {
        String token = tokens.issueFor(CUSTOMER, 1, administrator);
        assertThat(tokens.caller(token)).isPresent();
        asAdmin().delete("/rest/V1/admin/users/" + administrator).then().statusCode(200);
        assertThat(tokens.caller(token)).isEmpty();
        assertThat(tokens.caller(tokens.issueFor(CUSTOMER, 1, administrator)))
                .as("made for nobody")
                .isEmpty();
    }

    @Test
    void it_ends_with_the_customers_sessions() {
        String token = tokens.issueFor(CUSTOMER, 1, administrator);
        tokens.revokeAll(CUSTOMER);
        assertThat(tokens.caller(token)).isEmpty();
    }

    @Test
    void all_sessions_but_the_one_in_hand_can_be_ended() {
        Subject customer = Subject.customer(6_002);
        String kept = tokens.issue(customer, 1);
        String other = tokens.issue(customer, 1);
        String somebodyElses = tokens.issue(Subject.customer(6_003), 1);
        tokens.revokeAllBut(customer, tokens.caller(kept).orElseThrow().sessionId());
        assertThat(tokens.caller(kept)).isPresent();
        assertThat(tokens.caller(other)).isEmpty();
        assertThat(tokens.caller(somebodyElses)).isPresent();
    }

    @Test
    void an_administrators_own_sessions_are_not_ended_with_those_of_others() {
        String own = AdminFixture.token();
        tokens.revokeAll(Subject.admin(administrator));
        assertThat(tokens.caller(own)).isPresent();
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
