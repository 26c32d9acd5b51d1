package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.MailFixture.mail;
import static io.clientele.MailFixture.sent;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.customer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.clientele.MailFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forgotten passwords, over REST and GraphQL. */
@QuarkusTest
class PasswordResetApiTest {

    private static final String NEXT = "Next-Passw0rd";
    private static final String MISMATCHED = "The password token is mismatched. Reset and try again.";
    private static final String TOO_MANY =
            "We received too many requests for password resets. Please wait and try" + " again later or contact %1.";
    private static final String REQUEST = "mutation ($email: String!) { requestPasswordResetEmail(email: $email) }";
    private static final String RESET = "mutation ($email: String!, $token: String!, $password: String!)"
            + " { resetPassword(email: $email, resetPasswordToken: $token, newPassword: $password) }";

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Test
    void a_mailed_token_sets_the_password_once_and_ends_all_sessions() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        String session = life.site().token(ada.get("email"));
        life.requestReset(ada.get("email")).statusCode(200).body(is("true"));
        Map<String, Object> mail = mail(ada.get("email"), "password-reset");
        String token = MailFixture.token(mail);
        assertThat(token).hasSize(32);
        assertThat(mail.get("html").toString()).contains("/customer/account/createPassword?id=" + id + "&amp;token=");
        check(id, token).statusCode(200).body(is("true"));
        check(0, token).statusCode(200);
        check(id + 1, token).statusCode(400).body("message", is(MISMATCHED));
        check(id, "x".repeat(32)).statusCode(400).body("message", is(MISMATCHED));
        life.reset(ada.get("email"), token, "short").statusCode(400).body("parameters", is(List.of(8)));
        life.reset(ada.get("email"), "x".repeat(32), NEXT).statusCode(400).body("message", is(MISMATCHED));
        life.reset("other@example.com", token, NEXT).statusCode(400).body("message", is(MISMATCHED));
        life.reset(ada.get("email"), token, NEXT).statusCode(200).body(is("true"));
        life.site().me(session).then().statusCode(401);
        life.site().signIn(ada.get("email"), PASSWORD).then().statusCode(401);
        life.site().signIn(ada.get("email"), NEXT).then().statusCode(200);
        life.reset(ada.get("email"), token, NEXT).statusCode(400).body("message", is(MISMATCHED));
        check(id, token).statusCode(400).body("message", is(MISMATCHED));
        mail(ada.get("email"), "password-set");
        assertThat(stored(id)).as("the token itself is nowhere").doesNotContain(token);
    }

    @Test
    void the_reminder_has_words_of_its_own_and_no_other_template_exists() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        life.requestReset(ada.get("email"), "email_reminder").statusCode(200);
        MailFixture.token(mail(ada.get("email"), "password-reminder"));
        life.requestReset(ada.get("email"), "email_other")
                .statusCode(400)
                .body(
                        "message",
                        is("Invalid value of \"%value\" provided for the %fieldName field."
                                + " Possible values: %template1 or %template2."))
                .body("parameters.value", is("email_other"))
                .body("parameters.template1", is("email_reminder"))
                .body("parameters.template2", is("email_reset"));
    }

    @Test
    void only_the_newest_token_is_good_and_its_time_ends() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        life.requestReset(ada.get("email"));
        String first = MailFixture.token(mail(ada.get("email"), "password-reset"));
        life.requestReset(ada.get("email"));
        String second = MailFixture.token(
                MailFixture.mails(ada.get("email"), "password-reset", 2).get(0));
        check(id, first).statusCode(400).body("message", is(MISMATCHED));
        assertThat(database.first(
                        SqlFragment.of(
                                "select extract(epoch from expires_at - created_at)::int from account_token"
                                        + " where customer_id = ? and purpose = 'reset'",
                                id),
                        row -> row.getInt(1)))
                .hasValue(2 * 3_600);
        database.run(
                SqlFragment.of("update account_token set expires_at = ? where customer_id = ?", clock.instant(), id));
        check(id, second).statusCode(400).body("message", is("The password token is expired. Reset and try again."));
        life.reset(ada.get("email"), second, NEXT)
                .statusCode(400)
                .body("message", is("The password token is expired. Reset and try again."));
    }

    @Test
    void nobody_learns_whether_an_address_is_known_unless_the_shop_tells() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        String unknown = CustomerFixture.email();
        lock(life, ada.get("email"));
        assertThat(life.requestReset(unknown).statusCode(200).extract().asString())
                .isEqualTo(life.requestReset(ada.get("email"))
                        .statusCode(200)
                        .extract()
                        .asString());
        assertThat(request(life, unknown).statusCode(200).extract().asString())
                .isEqualTo(request(life, ada.get("email"))
                        .statusCode(200)
                        .body("data.requestPasswordResetEmail", is(true))
                        .extract()
                        .asString());
        assertThat(life.reset(unknown, "wrong", NEXT).extract().asString())
                .isEqualTo(life.reset(ada.get("email"), "wrong", NEXT).extract().asString());
        assertThat(reset(life, unknown, "wrong", NEXT).extract().asString())
                .isEqualTo(
                        reset(life, ada.get("email"), "wrong", NEXT).extract().asString());
        MailFixture.mails(ada.get("email"), "password-reset", 2);
        assertThat(sent(unknown, "password-reset")).isEmpty();
        life.revealing();
        life.requestReset(unknown)
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue, %field2Name = %field2Value"))
                .body("parameters.fieldName", is("email"))
                .body("parameters.fieldValue", is(unknown))
                .body("parameters.field2Name", is("websiteId"))
                .body("parameters.field2Value", is(life.site().website()));
        request(life, unknown)
                .statusCode(200)
                .body("errors[0].message", is("Cannot reset the customer's password"))
                .body("errors[0].extensions.category", is("graphql-input"));
        request(life, ada.get("email")).body("errors[0].message", is("The account is locked"));
        reset(life, unknown, "wrong", NEXT).body("errors[0].message", is("Cannot set the customer's password"));
        reset(life, ada.get("email"), "wrong", NEXT).body("errors[0].message", is("The account is locked"));
    }

    @Test
    void graphql_checks_in_the_contracts_order() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        request(life, "").body("errors[0].message", is("You must specify an email address."));
        request(life, "no address").body("errors[0].message", is("The email address has an invalid format."));
        reset(life, "", "", "").body("errors[0].message", is("You must specify an email address."));
        reset(life, "no address", "", "").body("errors[0].message", is("The email address has an invalid format."));
        reset(life, ada.get("email"), "", "").body("errors[0].message", is("resetPasswordToken must be specified"));
        reset(life, ada.get("email"), "t", "").body("errors[0].message", is("newPassword must be specified"));
        reset(life, ada.get("email"), "t", "short").body("errors[0].message", is(MISMATCHED));
        request(life, ada.get("email")).body("data.requestPasswordResetEmail", is(true));
        String token = MailFixture.token(mail(ada.get("email"), "password-reset"));
        reset(life, ada.get("email"), token, "short")
                .body(
                        "errors[0].message",
                        is("The password needs at least 8 characters. Create a new password and try" + " again."));
        reset(life, ada.get("email"), token, NEXT).body("data.resetPassword", is(true));
        life.site().signIn(ada.get("email"), NEXT).then().statusCode(200);
    }

    @Test
    void who_is_locked_out_gets_in_by_a_reset() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        lock(life, ada.get("email"));
        life.site().signIn(ada.get("email"), PASSWORD).then().statusCode(401);
        life.requestReset(ada.get("email")).statusCode(200);
        life.reset(ada.get("email"), MailFixture.token(mail(ada.get("email"), "password-reset")), NEXT)
                .statusCode(200);
        life.site().signIn(ada.get("email"), NEXT).then().statusCode(200);
    }

    @Test
    void a_changed_password_or_address_makes_mailed_tokens_worthless() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        life.requestReset(ada.get("email"));
        String first = MailFixture.token(mail(ada.get("email"), "password-reset"));
        as(life.site().token(ada.get("email")))
                .body(Map.of("currentPassword", PASSWORD, "newPassword", NEXT))
                .put(life.site().path("/customers/me/password"))
                .then()
                .statusCode(200);
        check(id, first).statusCode(400).body("message", is(MISMATCHED));
        life.requestReset(ada.get("email"));
        String second = MailFixture.token(
                MailFixture.mails(ada.get("email"), "password-reset", 2).get(0));
        check(id, second).statusCode(200);
        String moved = CustomerFixture.email();
        asAdmin()
                .body(Map.of("customer", Map.of("email", moved)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
        check(id, second).statusCode(400).body("message", is(MISMATCHED));
        life.reset(moved, second, "Third-Passw0rd").statusCode(400).body("message", is(MISMATCHED));
    }

    @Test
    void of_a_hundred_who_use_a_token_one_does() throws Exception {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        life.requestReset(ada.get("email"));
        String token = MailFixture.token(mail(ada.get("email"), "password-reset"));
        List<Integer> statuses = LifeFixture.together(100, () -> life.reset(ada.get("email"), token, NEXT));
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status != 200).containsOnly(400);
    }

    @Test
    void requests_wait_for_the_pause_whether_the_address_is_known_or_not() {
        LifeFixture life = LifeFixture.make();
        life.set("customer/password/min_time_between_password_reset_requests", "10");
        life.set("trans_email/ident_support/email", "help@shop.example");
        Map<String, Object> ada = customer();
        life.site().create(ada);
        for (Object email : List.of(ada.get("email"), CustomerFixture.email())) {
            life.requestReset(email).statusCode(200);
            life.requestReset(email)
                    .statusCode(429)
                    .header("Retry-After", notNullValue())
                    .body("message", is(TOO_MANY))
                    .body("parameters", is(List.of("help@shop.example")));
            request(life, email)
                    .body("errors[0].message", is(TOO_MANY.replace("%1", "help@shop.example")))
                    .body("errors[0].extensions.category", is("graphql-input"));
        }
        passed(11);
        life.requestReset(ada.get("email")).statusCode(200);
        MailFixture.mails(ada.get("email"), "password-reset", 2);
    }

    @Test
    void five_requests_an_hour_are_enough_for_an_address_those_of_administrators_included() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        for (int i = 0; i < 4; i++) {
            life.requestReset(ada.get("email")).statusCode(200);
        }
        send(id).statusCode(200).body(is("true"));
        life.requestReset(ada.get("email")).statusCode(429);
        send(id).statusCode(429).body("message", is(TOO_MANY));
        MailFixture.mails(ada.get("email"), "password-reset", 5);
        passed(61);
        life.requestReset(ada.get("email")).statusCode(200);
        life.set("customer/password/max_number_password_reset_requests", "0");
        for (int i = 0; i < 8; i++) {
            life.requestReset(ada.get("email")).statusCode(200);
        }
    }

    @Test
    void protection_is_by_network_address_by_email_or_none() {
        LifeFixture byAddress = LifeFixture.make();
        byAddress.set("customer/password/password_reset_protection_type", "2");
        byAddress.set("customer/password/max_number_password_reset_requests", "0");
        passed(61);
        byAddress.set("customer/password/min_time_between_password_reset_requests", "1");
        byAddress.requestReset(CustomerFixture.email()).statusCode(200);
        byAddress.requestReset(CustomerFixture.email()).statusCode(429);
        LifeFixture byEmail = LifeFixture.make();
        byEmail.set("customer/password/password_reset_protection_type", "3");
        byEmail.set("customer/password/min_time_between_password_reset_requests", "1");
        String email = CustomerFixture.email();
        byEmail.requestReset(email).statusCode(200);
        byEmail.requestReset(CustomerFixture.email()).statusCode(200);
        byEmail.requestReset(" " + email.toUpperCase(java.util.Locale.ROOT)).statusCode(429);
        LifeFixture none = LifeFixture.make();
        none.set("customer/password/password_reset_protection_type", "0");
        none.set("customer/password/min_time_between_password_reset_requests", "10");
        for (int i = 0; i < 7; i++) {
            none.requestReset(email).statusCode(200);
        }
    }

    @Test
    void parallel_requests_are_counted_one_by_one() throws Exception {
        LifeFixture life = LifeFixture.make();
        String email = CustomerFixture.email();
        List<Integer> statuses = LifeFixture.together(20, () -> life.requestReset(email));
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(15);
    }

    private static ValidatableResponse check(long id, String token) {
        return given().get("/rest/V1/customers/" + id + "/password/resetLinkToken/" + token)
                .then();
    }

    private static ValidatableResponse request(LifeFixture life, Object email) {
        return life.graphql(REQUEST, Map.of("email", email));
    }

    private static ValidatableResponse reset(LifeFixture life, Object email, String token, String password) {
        return life.graphql(RESET, Map.of("email", email, "token", token, "password", password));
    }

    private static ValidatableResponse send(long id) {
        return asAdmin().post("/rest/V1/customers/" + id + "/sendPasswordReset").then();
    }

    private static void lock(LifeFixture life, Object email) {
        String token = life.site().token(email);
        for (int i = 0; i < 10; i++) {
            as(token)
                    .body(Map.of("currentPassword", "wrong", "newPassword", NEXT))
                    .put(life.site().path("/customers/me/password"))
                    .then()
                    .statusCode(401);
        }
    }

    /** Lets the requests so far be so many minutes older. */
    private void passed(int minutes) {
        database.run(SqlFragment.of(
                "update reset_request set requested_at = requested_at - make_interval(mins => ?)", minutes));
    }

    private String stored(long id) {
        return database.list(
                        SqlFragment.of("select t::text from account_token t where customer_id = ?", id),
                        row -> row.getString(1))
                .toString();
    }
}
