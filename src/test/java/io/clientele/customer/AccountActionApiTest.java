package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.MailFixture.mail;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.clientele.MailFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What administrators do to accounts. */
@QuarkusTest
class AccountActionApiTest {

    private static final String SIGN_IN_FAILED =
            "The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.";

    @Test
    void unlocking_lets_the_right_password_in_again() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        for (int i = 0; i < 7; i++) {
            life.site().signIn(ada.get("email"), "wrong").then().statusCode(401);
        }
        life.site().signIn(ada.get("email"), PASSWORD).then().statusCode(401);
        act(id, "unlock").statusCode(200).body(is("true"));
        String token = life.site().token(ada.get("email"));
        for (int i = 0; i < 10; i++) {
            as(token)
                    .body(Map.of("currentPassword", "wrong", "newPassword", "Next-Passw0rd"))
                    .put(life.site().path("/customers/me/password"))
                    .then()
                    .statusCode(401);
        }
        life.site().signIn(ada.get("email"), PASSWORD).then().statusCode(401);
        act(id, "unlock").statusCode(200);
        life.site().signIn(ada.get("email"), PASSWORD).then().statusCode(200);
    }

    @Test
    void revoking_ends_every_session_and_lets_sign_in_anew() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        String first = life.site().token(ada.get("email"));
        String second = life.site().token(ada.get("email"));
        act(id, "revokeTokens").statusCode(200).body(is("true"));
        life.site().me(first).then().statusCode(401);
        life.site().me(second).then().statusCode(401);
        life.site().me(life.site().token(ada.get("email"))).then().statusCode(200);
    }

    @Test
    void a_reset_is_mailed_on_an_administrators_word() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        act(id, "sendPasswordReset").statusCode(200).body(is("true"));
        String token = MailFixture.token(mail(ada.get("email"), "password-reset"));
        life.reset(ada.get("email"), token, "Next-Passw0rd").statusCode(200);
        life.site().signIn(ada.get("email"), "Next-Passw0rd").then().statusCode(200);
    }

    @Test
    void an_account_that_is_not_active_is_shut_in_every_way_until_it_is_again() {
        LifeFixture life = LifeFixture.make().revealing();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        String session = life.site().token(ada.get("email"));
        life.requestReset(ada.get("email"));
        String reset = MailFixture.token(mail(ada.get("email"), "password-reset"));
        act(id, "deactivate").statusCode(200).body(is("true"));
        life.site().me(session).then().statusCode(401);
        life.site().signIn(ada.get("email"), PASSWORD).then().statusCode(401).body("message", is(SIGN_IN_FAILED));
        life.graphql(
                        "mutation ($e: String!, $p: String!) { generateCustomerToken(email: $e, password: $p) { token } }",
                        Map.of("e", ada.get("email"), "p", PASSWORD))
                .body("errors[0].message", is(SIGN_IN_FAILED));
        life.reset(ada.get("email"), reset, "Next-Passw0rd").statusCode(404);
        life.requestReset(ada.get("email")).statusCode(404);
        act(id, "reactivate").statusCode(200).body(is("true"));
        life.site().me(session).then().statusCode(401);
        life.site().signIn(ada.get("email"), PASSWORD).then().statusCode(200);
        life.reset(ada.get("email"), reset, "Next-Passw0rd").statusCode(400);
    }

    @Test
    void whoever_signs_in_while_the_account_is_shut_keeps_no_session() throws Exception {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        List<io.restassured.response.Response> answers = new java.util.ArrayList<>();
        List<java.util.concurrent.Callable<io.restassured.response.Response>> requests = new java.util.ArrayList<>();
        for (int i = 0; i < 8; i++) {
            requests.add(() -> life.site().signIn(ada.get("email"), PASSWORD));
        }
        requests.add(4, () -> asAdmin().post("/rest/V1/customers/" + id + "/deactivate"));
        answers.addAll(Together.run(requests));
        for (io.restassured.response.Response answer : answers) {
            if (answer.statusCode() == 200 && !answer.asString().equals("true")) {
                life.site().me(answer.as(String.class)).then().statusCode(401);
            }
        }
    }

    @Test
    void actions_reach_only_accounts_that_the_administrator_may_see() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        String session = life.site().token(ada.get("email"));
        String foreign = SiteFixture.make()
                .administrator(List.of(
                        "Clientele_Customer::unlock",
                        "Clientele_Customer::deactivate",
                        "Magento_Customer::invalidate_tokens",
                        "Magento_Customer::reset_password"));
        for (String action : List.of("unlock", "revokeTokens", "sendPasswordReset", "deactivate", "reactivate")) {
            as(foreign)
                    .post("/rest/V1/customers/" + id + "/" + action)
                    .then()
                    .statusCode(404)
                    .body("parameters.fieldName", is("customerId"))
                    .body("parameters.fieldValue", is((int) id));
        }
        life.site().me(session).then().statusCode(200);
        assertThat(MailFixture.sent(ada.get("email"), "password-reset")).isEmpty();
    }

    private static ValidatableResponse act(long id, String action) {
        return asAdmin().post("/rest/V1/customers/" + id + "/" + action).then();
    }
}
