package io.clientele.customer;

import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.email;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.MailFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody tries many mailed tokens, or asks about many addresses, from one place. */
@QuarkusTest
class TokenGuessApiTest {

    private static final int MOST = 50;

    @Test
    void wrong_keys_and_tokens_of_one_address_are_counted_together() {
        String from = "203.0.113.101";
        Map<String, Object> activate = Map.of("email", email(), "confirmationKey", "k");
        Map<String, Object> reset = Map.of("email", email(), "resetToken", "t", "newPassword", "Next-Passw0rd");
        Map<String, Object> link = Map.of("token", "t");
        IntStream.range(0, MOST / 5).forEach(i -> {
            assertThat(post(from, "/customers/activate", activate).statusCode()).isEqualTo(400);
            assertThat(post(from, "/customers/resetPassword", reset).statusCode())
                    .isEqualTo(400);
            assertThat(post(from, "/customers/verifyEmail", link).statusCode()).isEqualTo(400);
            assertThat(post(from, "/customers/undoEmailChange", link).statusCode())
                    .isEqualTo(400);
            assertThat(check(from)).isEqualTo(400);
        });
        Response over = post(from, "/customers/activate", activate);
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.header("Retry-After")).isNotNull();
        assertThat(post(from, "/customers/resetPassword", reset).statusCode()).isEqualTo(429);
        assertThat(post(from, "/customers/verifyEmail", link).statusCode()).isEqualTo(429);
        assertThat(check(from)).isEqualTo(429);
        assertThat(post("203.0.113.102", "/customers/activate", activate).statusCode())
                .isEqualTo(400);
    }

    @Test
    void who_asks_about_many_addresses_has_to_wait() {
        String from = "203.0.113.103";
        for (int i = 0; i < MOST; i++) {
            assertThat(request(from, email()).statusCode()).isEqualTo(200);
        }
        assertThat(request(from, email()).statusCode()).isEqualTo(429);
    }

    @Test
    void the_right_token_costs_nothing() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        Map<String, Object> link = Map.of("token", MailFixture.token(MailFixture.mail(ada.get("email"), "welcome")));
        String from = "203.0.113.104";
        IntStream.range(0, MOST - 1).forEach(i -> post(from, "/customers/verifyEmail", Map.of("token", "t")));
        assertThat(post(from, "/customers/verifyEmail", link).statusCode()).isEqualTo(200);
        assertThat(post(from, "/customers/verifyEmail", Map.of("token", "t")).statusCode())
                .isEqualTo(400);
        assertThat(post(from, "/customers/verifyEmail", Map.of("token", "t")).statusCode())
                .isEqualTo(429);
    }

    private static int check(String from) {
        return given().header("X-Forwarded-For", from)
                .get("/rest/V1/customers/0/password/resetLinkToken/t")
                .statusCode();
    }

    private static Response request(String from, String email) {
        return given().header("X-Forwarded-For", from)
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "template", "email_reset"))
                .put("/rest/V1/customers/password");
    }

    private static Response post(String from, String path, Map<String, ?> body) {
        return given().header("X-Forwarded-For", from)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/rest/V1" + path);
    }
}
