package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.store.StoreFixture;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Signing in tells a stranger nothing about accounts, neither by words nor by work. */
@QuarkusTest
class SignInConcealmentApiTest {

    private static final String WRONG = "Wrong-Passw0rd";

    @Inject
    MeterRegistry metrics;

    @Test
    void unknown_known_locked_unconfirmed_and_passwordless_accounts_answer_alike_after_one_hash_each() {
        Map<String, String> logins = new LinkedHashMap<>();
        logins.put("unknown", CustomerFixture.email());
        Map<String, Object> known = CustomerFixture.customer();
        CustomerFixture.create(known);
        logins.put("known", known.get("email").toString());
        Map<String, Object> locked = CustomerFixture.customer();
        CustomerFixture.create(locked);
        lock(CustomerFixture.token(locked.get("email")));
        logins.put("locked", locked.get("email").toString());
        Map<String, Object> bare = CustomerFixture.customer();
        CustomerFixture.createByAdmin(bare);
        logins.put("without a password", bare.get("email").toString());
        Map<String, Object> unconfirmed = CustomerFixture.customer();
        StoreFixture.set("customer/create_account/confirm", "1", "websites", 1);
        try {
            CustomerFixture.create(unconfirmed);
            logins.put("unconfirmed", unconfirmed.get("email").toString());
            alike(logins);
        } finally {
            StoreFixture.inherit("customer/create_account/confirm", "websites", 1);
        }
    }

    @Test
    void the_right_password_of_an_account_that_is_shut_answers_like_a_wrong_one_after_one_hash() {
        Map<String, String> logins = new LinkedHashMap<>();
        logins.put("unknown", CustomerFixture.email());
        Map<String, Object> locked = CustomerFixture.customer();
        CustomerFixture.create(locked);
        lock(CustomerFixture.token(locked.get("email")));
        logins.put("locked", locked.get("email").toString());
        Map<String, Object> inactive = CustomerFixture.customer();
        long id = CustomerFixture.create(inactive);
        asAdmin().post("/rest/V1/customers/" + id + "/deactivate").then().statusCode(200);
        logins.put("inactive", inactive.get("email").toString());
        alike(logins, CustomerFixture.PASSWORD);
    }

    /** Both wait, whether anybody has the name or not; neither is looked up, so neither costs a hash. */
    @Test
    void a_login_name_that_guesses_have_locked_answers_alike_whether_anybody_has_it_or_not() {
        Map<String, Object> known = CustomerFixture.customer();
        CustomerFixture.create(known);
        String unknown = CustomerFixture.email();
        Map<String, String> answers = new LinkedHashMap<>();
        for (String email : List.of(known.get("email").toString(), unknown)) {
            for (int i = 0; i < 6; i++) {
                signIn(email, WRONG);
            }
            double before = hashes();
            answers.put(email, shown(signIn(email, CustomerFixture.PASSWORD)));
            assertThat(hashes() - before).isZero();
        }
        assertThat(new HashSet<>(answers.values())).as("%s", answers).hasSize(1);
    }

    @Test
    void requests_for_mail_and_questions_answer_alike_and_cost_no_hash() {
        LifeFixture life = LifeFixture.make().confirming();
        life.set("customer/password/max_number_password_reset_requests", "0");
        Map<String, Object> waiting = CustomerFixture.customer();
        life.site().create(waiting);
        String unknown = CustomerFixture.email();
        Map<String, Function<String, ValidatableResponse>> requests = Map.of(
                "reset", life::requestReset,
                "reset over GraphQL",
                        email -> life.graphql(
                                "mutation ($e: String!) { requestPasswordResetEmail(email: $e) }", Map.of("e", email)),
                "resend over GraphQL",
                        email -> life.graphql(
                                "mutation ($e: String!) { resendConfirmationEmail(email: $e) }", Map.of("e", email)),
                "availability", email -> life.post("/customers/isEmailAvailable", Map.of("customerEmail", email)),
                "availability over GraphQL",
                        email -> life.graphql(
                                "query ($e: String!) { isEmailAvailable(email: $e) { is_email_available } }",
                                Map.of("e", email)));
        double before = hashes();
        requests.forEach((what, request) -> {
            assertThat(shown(request.apply(unknown).statusCode(200).extract().response()))
                    .as(what)
                    .isEqualTo(shown(request.apply(waiting.get("email").toString())
                            .extract()
                            .response()));
        });
        assertThat(hashes() - before).isZero();
    }

    private void alike(Map<String, String> logins) {
        alike(logins, WRONG);
    }

    private void alike(Map<String, String> logins, String password) {
        Map<String, String> rest = new LinkedHashMap<>();
        Map<String, String> graphql = new LinkedHashMap<>();
        logins.forEach((what, email) -> {
            double before = hashes();
            rest.put(what, shown(signIn(email, password)));
            assertThat(hashes() - before).as(what).isEqualTo(1);
            graphql.put(
                    what,
                    shown(given().contentType(ContentType.JSON)
                            .body(Map.of(
                                    "query",
                                    "mutation { generateCustomerToken(email: \"" + email + "\", password: \"" + password
                                            + "\") { token } }"))
                            .post("/graphql")));
            assertThat(hashes() - before).as(what).isEqualTo(2);
        });
        assertThat(rest.values()).allMatch(answer -> answer.startsWith("401"));
        assertThat(Map.copyOf(rest).values().stream().distinct()).as("%s", rest).hasSize(1);
        assertThat(Map.copyOf(graphql).values().stream().distinct())
                .as("%s", graphql)
                .hasSize(1);
    }

    private static Response signIn(String email, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", email, "password", password))
                .post("/rest/V1/integration/customer/token");
    }

    /** Ten wrong current passwords. */
    private static void lock(String token) {
        for (int i = 0; i < 10; i++) {
            as(token)
                    .body(Map.of("currentPassword", WRONG, "newPassword", "Other-Passw0rd"))
                    .put("/rest/V1/customers/me/password")
                    .then()
                    .statusCode(401);
        }
    }

    private static String shown(Response answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().forEach(header -> headers.put(header.getName(), header.getValue()));
        headers.remove("X-Request-Id");
        headers.remove("Date");
        return answer.statusCode() + " " + headers + " " + answer.asString();
    }

    private double hashes() {
        return metrics.get("clientele.password.hashes").counter().count();
    }
}
