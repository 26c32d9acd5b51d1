package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in and out, passwords, and whether an address is free. */
@QuarkusTest
class AccountApiTest {

    private static final String SIGN_IN_FAILED =
            "The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.";
    private static final String NEXT = "Next-Passw0rd";

    @Test
    void several_tokens_count_together_and_signing_out_ends_them_all() {
        Map<String, Object> ada = customer();
        create(ada);
        String first = token(ada.get("email"));
        String second = token(ada.get("email"));
        assertThat(first).isNotEqualTo(second);
        me(first).statusCode(200);
        me(second).statusCode(200);
        as(first)
                .post("/rest/V1/integration/customer/revoke-customer-token")
                .then()
                .statusCode(200)
                .body(is("true"));
        nobody(me(first));
        nobody(me(second));
        me(token(ada.get("email"))).statusCode(200);
    }

    @Test
    void a_guest_has_nothing_to_sign_out_of() {
        nobody(given().contentType(ContentType.JSON)
                .post("/rest/V1/integration/customer/revoke-customer-token")
                .then());
        nobody(asAdmin().get("/rest/V1/customers/me").then());
    }

    @Test
    void signing_in_demands_both_words() {
        signIn("", "")
                .statusCode(400)
                .body("message", is("One or more input exceptions have occurred."))
                .body("errors.parameters.fieldName", contains("username", "password"));
        signIn("a@example.com", "").statusCode(400).body("parameters.fieldName", is("password"));
    }

    @Test
    void whatever_is_wrong_signing_in_fails_in_the_same_words() {
        Map<String, Object> ada = customer();
        create(ada);
        String withoutPassword = CustomerFixture.email();
        createByAdmin(with(customer(), "email", withoutPassword));
        signIn(ada.get("email"), "wrong").statusCode(401).body("message", is(SIGN_IN_FAILED));
        signIn(CustomerFixture.email(), PASSWORD).statusCode(401).body("message", is(SIGN_IN_FAILED));
        signIn(withoutPassword, PASSWORD).statusCode(401).body("message", is(SIGN_IN_FAILED));
    }

    @Test
    void a_changed_password_ends_the_other_sessions_and_opens_the_account() {
        Map<String, Object> ada = customer();
        create(ada);
        String first = token(ada.get("email"));
        String second = token(ada.get("email"));
        change(first, PASSWORD, NEXT).statusCode(200).body(is("true"));
        me(first).statusCode(200);
        nobody(me(second));
        signIn(ada.get("email"), PASSWORD).statusCode(401);
        signIn(ada.get("email"), NEXT).statusCode(200);
    }

    @Test
    void a_password_is_changed_by_who_knows_it() {
        Map<String, Object> ada = customer();
        create(ada);
        String token = token(ada.get("email"));
        change(token, "wrong", NEXT)
                .statusCode(401)
                .body("message", is("The password doesn't match this account. Verify the password and try again."));
        as(token)
                .body(Map.of())
                .put("/rest/V1/customers/me/password")
                .then()
                .statusCode(400)
                .body("errors.parameters.fieldName", contains("currentPassword", "newPassword"));
        me(token).statusCode(200);
    }

    @Test
    void a_new_password_follows_the_rules() {
        Map<String, Object> ada = with(customer(), "email", "Ada.1" + CustomerFixture.email());
        create(ada);
        String token = token(ada.get("email"));
        change(token, PASSWORD, "Ab1")
                .statusCode(400)
                .body("message", is("The password needs at least %1 characters. Create a new password and try again."))
                .body("parameters", is(List.of(8)));
        change(token, PASSWORD, "abcdefghij")
                .statusCode(400)
                .body(
                        "message",
                        is("Minimum of different classes of characters in password is %1. Classes of characters:"
                                + " Lower Case, Upper Case, Digits, Special Characters."))
                .body("parameters", is(List.of(3)));
        change(token, PASSWORD, "Ab1".repeat(86))
                .statusCode(400)
                .body("message", is("Please enter a password with at most %1 characters."))
                .body("parameters", is(List.of(256)));
        change(token, PASSWORD, " Abcdefgh1")
                .statusCode(400)
                .body(
                        "message",
                        is("The password can't begin or end with a space. Verify the password and try again."));
        change(token, PASSWORD, ada.get("email").toString())
                .statusCode(400)
                .body(
                        "message",
                        is(
                                "The password can't be the same as the email address. Create a new password and try again."));
        me(token).statusCode(200);
    }

    @Test
    void a_password_that_breaks_a_rule_makes_no_account() {
        Map<String, Object> ada = customer();
        given().contentType(ContentType.JSON)
                .body(Map.of("customer", ada, "password", "short"))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400)
                .body("parameters", is(List.of(8)));
        create(ada);
    }

    @Test
    void ten_wrong_passwords_lock_the_account_even_for_the_right_one() {
        Map<String, Object> ada = customer();
        create(ada);
        String token = token(ada.get("email"));
        for (int i = 0; i < 10; i++) {
            change(token, "wrong", NEXT).statusCode(401);
        }
        change(token, PASSWORD, NEXT).statusCode(401).body("message", is("The account is locked."));
        signIn(ada.get("email"), PASSWORD).statusCode(401).body("message", is(SIGN_IN_FAILED));
    }

    @Test
    void an_unconfirmed_account_cannot_sign_in_where_confirming_is_asked_for() {
        SiteFixture site = SiteFixture.make();
        StoreFixture.set("customer/create_account/confirm", "1", "websites", site.website());
        Map<String, Object> ada = customer();
        int id = site.register(ada, PASSWORD)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("confirmation")))
                .extract()
                .path("id");
        site.signIn(ada.get("email"), PASSWORD)
                .then()
                .statusCode(401)
                .body("message", is("This account isn't confirmed. Verify and try again."));
        site.signIn(ada.get("email"), "wrong").then().statusCode(401).body("message", is(SIGN_IN_FAILED));
        asAdmin().get("/rest/V1/customers/" + id).then().body("$", hasKey("confirmation"));
        StoreFixture.set("customer/create_account/confirm", "0", "websites", site.website());
        site.signIn(ada.get("email"), PASSWORD).then().statusCode(200);
        StoreFixture.set("customer/create_account/confirm", "1", "websites", site.website());
        asAdmin()
                .body(body(Map.of("confirmation", "")))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("confirmation")));
        site.signIn(ada.get("email"), PASSWORD).then().statusCode(200);
    }

    @Test
    void the_key_that_confirms_may_be_written_by_an_administrator() {
        long id = createByAdmin(with(customer(), "confirmation", "first-key"));
        asAdmin().get("/rest/V1/customers/" + id).then().body("confirmation", is("first-key"));
        asAdmin()
                .body(body(Map.of("confirmation", "next-key")))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .body("confirmation", is("next-key"));
    }

    @Test
    void every_address_looks_free_unless_the_shop_tells() {
        SiteFixture site = SiteFixture.make();
        String email = CustomerFixture.email();
        site.create(with(customer(), "email", email));
        available(site, Map.of("customerEmail", email), true);
        StoreFixture.set("checkout/options/enable_guest_checkout_login", "1", "stores", site.view());
        available(site, Map.of("customerEmail", email), false);
        available(site, Map.of("customer_email", email.toUpperCase(java.util.Locale.ROOT)), false);
        available(site, Map.of("customerEmail", CustomerFixture.email()), true);
        available(site, Map.of("customerEmail", email, "websiteId", 1), true);
        given().contentType(ContentType.JSON)
                .body(Map.of())
                .post("/rest/V1/customers/isEmailAvailable")
                .then()
                .statusCode(400)
                .body("parameters.fieldName", is("customerEmail"));
    }

    private static void available(SiteFixture site, Map<String, Object> question, boolean expected) {
        given().contentType(ContentType.JSON)
                .body(question)
                .post(site.path("/customers/isEmailAvailable"))
                .then()
                .statusCode(200)
                .body(is(Boolean.toString(expected)));
    }

    private static ValidatableResponse me(String token) {
        return as(token).get("/rest/V1/customers/me").then();
    }

    private static void nobody(ValidatableResponse answer) {
        answer.statusCode(401)
                .body("message", is("The consumer isn't authorized to access %resources."))
                .body("parameters.resources", is("self"));
    }

    private static ValidatableResponse signIn(Object email, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", email, "password", password))
                .post("/rest/V1/integration/customer/token")
                .then();
    }

    private static ValidatableResponse change(String token, String current, String next) {
        return as(token)
                .body(Map.of("currentPassword", current, "newPassword", next))
                .put("/rest/V1/customers/me/password")
                .then();
    }
}
