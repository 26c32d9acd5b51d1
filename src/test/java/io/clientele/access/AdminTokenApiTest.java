package io.clientele.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdminTokenApiTest {

    private static final String SIGN_IN_FAILED =
            "The account sign-in was incorrect or your account is disabled temporarily."
                    + " Please wait and try again later.";

    @Test
    void an_administrator_gets_a_token_as_a_bare_json_string() {
        String token = AdminFixture.token();
        String[] parts = token.split("\\.");
        assertThat(parts).hasSize(3);
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), java.nio.charset.StandardCharsets.UTF_8);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(header).contains("\"kid\":").contains("\"alg\":\"HS256\"");
        assertThat(claims)
                .contains("\"uid\":")
                .contains("\"utypid\":2")
                .contains("\"iat\":")
                .contains("\"exp\":");
    }

    @Test
    void the_user_name_is_compared_without_regard_to_case() {
        assertThat(AdminFixture.token("ADMIN", AdminFixture.PASSWORD)).isNotEmpty();
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_refused_alike() {
        signIn("admin", "wrong")
                .statusCode(401)
                .body("message", is(SIGN_IN_FAILED))
                .body("parameters", nullValue());
        signIn("nobody-has-this", "wrong").statusCode(401).body("message", is(SIGN_IN_FAILED));
        signIn("nul\0name", "wrong").statusCode(400);
        signIn("n".repeat(100_000), "wrong").statusCode(401).body("message", is(SIGN_IN_FAILED));
        AdminFixture.token();
    }

    @Test
    void empty_credentials_are_named() {
        signIn("", "")
                .statusCode(400)
                .body("message", is("One or more input exceptions have occurred."))
                .body("errors[0].message", is("\"%fieldName\" is required. Enter and try again."))
                .body("errors[0].parameters", equalTo(Map.of("fieldName", "username")))
                .body("errors[1].parameters", equalTo(Map.of("fieldName", "password")));
        signIn("", "x")
                .statusCode(400)
                .body("message", is("\"%fieldName\" is required. Enter and try again."))
                .body("parameters", equalTo(Map.of("fieldName", "username")));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/rest/V1/integration/admin/token")
                .then()
                .statusCode(400)
                .body("errors.size()", is(2));
    }

    @Test
    void the_sixth_failure_locks_the_name_even_for_the_right_password() {
        for (int i = 0; i < 6; i++) {
            signIn("throttled", "wrong").statusCode(401);
        }
        signIn("throttled", "wrong").statusCode(401).body("message", is(SIGN_IN_FAILED));
    }

    private static ValidatableResponse signIn(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/rest/V1/integration/admin/token")
                .then();
    }
}
