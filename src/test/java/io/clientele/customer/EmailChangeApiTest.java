package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.MailFixture.mail;
import static io.clientele.MailFixture.token;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.MailFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changing the e-mail address of an account, and taking that back. */
@QuarkusTest
class EmailChangeApiTest {

    private static final String WRONG_LINK = "This link is invalid or has expired.";

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Inject
    VerifiedEmails verified;

    @Test
    void another_address_ends_the_other_sessions_and_the_old_one_can_take_it_back_once() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        String other = life.site().token(ada.get("email"));
        String own = life.site().token(ada.get("email"));
        String moved = CustomerFixture.email();
        changeEmail(life, own, moved).body("data.updateCustomerEmail.customer.email", is(moved));
        life.site().me(other).then().statusCode(401);
        life.site().me(own).then().statusCode(200).body("email", is(moved));
        Map<String, Object> notice = mail(ada.get("email"), "email-changed");
        assertThat(notice.get("text").toString()).doesNotContain(moved);
        token(mail(moved, "email-verify"));
        String undo = token(notice);
        assertThat(database.first(
                        SqlFragment.of(
                                "select extract(epoch from expires_at - created_at)::int from account_token"
                                        + " where customer_id = ? and purpose = 'undo'",
                                id),
                        row -> row.getInt(1)))
                .hasValue(72 * 3_600);
        life.requestReset(moved);
        String reset = token(mail(moved, "password-reset"));
        undo("wrong").statusCode(400).body("message", is(WRONG_LINK));
        undo(undo).statusCode(200).body(is("true"));
        undo(undo).statusCode(400).body("message", is(WRONG_LINK));
        life.site().me(own).then().statusCode(401);
        life.site().signIn(moved, PASSWORD).then().statusCode(401);
        life.site().signIn(ada.get("email"), PASSWORD).then().statusCode(200);
        life.reset(ada.get("email"), reset, "Next-Passw0rd").statusCode(400);
        assertThat(verified.has(ada.get("email"))).isTrue();
        life.reset(ada.get("email"), token(mail(ada.get("email"), "email-restored")), "Next-Passw0rd")
                .statusCode(200);
    }

    @Test
    void a_change_can_be_taken_back_for_three_days_and_while_the_address_is_free() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        changeEmail(life, life.site().token(ada.get("email")), CustomerFixture.email());
        String undo = token(mail(ada.get("email"), "email-changed"));
        Map<String, Object> eve = with(customer(), "email", ada.get("email"));
        long stranger = life.site().create(eve);
        undo(undo)
                .statusCode(400)
                .body("message", is("A customer with the same email address already exists in an associated website."));
        asAdmin().delete("/rest/V1/customers/" + stranger).then().statusCode(200);
        database.run(
                SqlFragment.of("update account_token set expires_at = ? where customer_id = ?", clock.instant(), id));
        undo(undo).statusCode(400).body("message", is(WRONG_LINK));
    }

    @Test
    void a_thief_who_changes_twice_cannot_take_the_first_address_away() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        String thief = life.site().token(ada.get("email"));
        String second = CustomerFixture.email();
        String third = CustomerFixture.email();
        changeEmail(life, thief, second);
        changeEmail(life, thief, third).body("errors", nullValue());
        String first = token(mail(ada.get("email"), "email-changed"));
        String later = token(mail(second, "email-changed"));
        undo(first).statusCode(200);
        undo(later).statusCode(400).body("message", is(WRONG_LINK));
        life.site().signIn(ada.get("email"), PASSWORD).then().statusCode(200);
    }

    @Test
    void over_rest_another_address_needs_the_password_unless_the_shop_asks_for_none() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        String own = life.site().token(ada.get("email"));
        String moved = CustomerFixture.email();
        Map<String, Object> draft = with(ada, "email", moved);
        as(own).body(body(ada)).put(life.site().path("/customers/me")).then().statusCode(200);
        as(own).body(body(draft))
                .put(life.site().path("/customers/me"))
                .then()
                .statusCode(400)
                .body("message", is("Provide the current \"password\" to change \"email\"."));
        as(own).body(Map.of("customer", draft, "password", "wrong"))
                .put(life.site().path("/customers/me"))
                .then()
                .statusCode(401)
                .body("message", is("The password doesn't match this account. Verify the password and try again."));
        life.site().me(own).then().body("email", is(ada.get("email")));
        as(own).body(Map.of("customer", draft, "password", PASSWORD))
                .put(life.site().path("/customers/me"))
                .then()
                .statusCode(200)
                .body("email", is(moved));
        mail(ada.get("email"), "email-changed");
        StoreFixture.set(
                "clientele/customer/require_password_for_email",
                "0",
                "websites",
                life.site().website());
        String again = CustomerFixture.email();
        as(own).body(body(with(ada, "email", again)))
                .put(life.site().path("/customers/me"))
                .then()
                .statusCode(200)
                .body("email", is(again));
    }

    @Test
    void a_changed_address_is_to_be_confirmed_where_the_shop_wants_that() {
        LifeFixture life = LifeFixture.make();
        StoreFixture.set(
                "customer/account_information/confirm",
                "1",
                "websites",
                life.site().website());
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        life.site().signIn(ada.get("email"), PASSWORD).then().statusCode(200);
        String own = life.site().token(ada.get("email"));
        String moved = CustomerFixture.email();
        changeEmail(life, own, moved);
        life.site().me(own).then().statusCode(401);
        life.site()
                .signIn(moved, PASSWORD)
                .then()
                .statusCode(401)
                .body("message", is("This account isn't confirmed. Verify and try again."));
        asAdmin().get("/rest/V1/customers/" + id + "/confirm").then().body(is("\"account_confirmation_required\""));
        life.activate(moved, token(mail(moved, "confirmation"))).statusCode(200);
        assertThat(verified.has(moved)).isTrue();
        life.site().signIn(moved, PASSWORD).then().statusCode(200);
    }

    @Test
    void an_administrator_who_mends_an_address_gives_nobody_a_way_back_who_never_read_its_mail() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        String welcome = token(mail(ada.get("email"), "welcome"));
        String session = life.site().token(ada.get("email"));
        String right = CustomerFixture.email();
        move(id, right);
        life.site().me(session).then().statusCode(401);
        assertThat(mail(ada.get("email"), "email-changed").get("text").toString())
                .doesNotContain("token=");
        life.post("/customers/verifyEmail", Map.of("token", welcome)).statusCode(400);
        life.post("/customers/verifyEmail", Map.of("token", token(mail(right, "email-verify"))))
                .statusCode(200);
        move(id, CustomerFixture.email());
        undo(token(mail(right, "email-changed"))).statusCode(200);
        asAdmin().get("/rest/V1/customers/" + id).then().body("email", is(right));
    }

    @Test
    void the_same_address_in_other_letters_is_no_change() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        String session = life.site().token(ada.get("email"));
        move(id, ada.get("email").toString().toUpperCase(java.util.Locale.ROOT));
        life.site().me(session).then().statusCode(200);
        assertThat(MailFixture.sent(ada.get("email"), "email-changed")).isEmpty();
    }

    @Test
    void of_many_who_take_a_change_back_one_does() throws Exception {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        changeEmail(life, life.site().token(ada.get("email")), CustomerFixture.email());
        String undo = token(mail(ada.get("email"), "email-changed"));
        List<Integer> statuses = LifeFixture.together(50, () -> undo(undo));
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status != 200).containsOnly(400);
    }

    private static void move(long id, String email) {
        asAdmin()
                .body(body(Map.of("email", email)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse undo(String token) {
        return io.restassured.RestAssured.given()
                .contentType(io.restassured.http.ContentType.JSON)
                .body(Map.of("token", token))
                .post("/rest/V1/customers/undoEmailChange")
                .then();
    }

    private static ValidatableResponse changeEmail(LifeFixture life, String session, String email) {
        return as(session)
                .header("Store", life.site().code())
                .body(Map.of(
                        "query",
                        "mutation ($email: String!, $password: String!)"
                                + " { updateCustomerEmail(email: $email, password: $password) { customer { email } } }",
                        "variables",
                        Map.of("email", email, "password", PASSWORD)))
                .post("/graphql")
                .then();
    }
}
