package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.MailFixture.mail;
import static io.clientele.MailFixture.sent;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.clientele.MailFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Confirming accounts, over REST and GraphQL. */
@QuarkusTest
class ConfirmationApiTest {

    private static final String WRONG = "The confirmation token is invalid. Verify the token and try again.";
    private static final String ACTIVE = "The account is already active.";
    private static final String CONFIRM =
            "mutation ($email: String!, $key: String!) { confirmEmail(input: {email: $email, confirmation_key: $key})"
                    + " { customer { email confirmation_status } } }";
    private static final String RESEND = "mutation ($email: String!) { resendConfirmationEmail(email: $email) }";

    @Inject
    Database database;

    @Test
    void the_mailed_key_confirms_the_account_once_and_shows_that_the_address_is_its_owners() {
        LifeFixture life = LifeFixture.make().confirming();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        status(id).body(is("\"account_confirmation_required\""));
        Map<String, Object> mail = mail(ada.get("email"), "confirmation");
        String key = MailFixture.token(mail);
        assertThat(key).hasSize(32);
        assertThat(mail.get("text").toString())
                .contains("http://localhost:8080/customer/account/confirm?id=" + id + "&token=" + key + "&email=");
        assertThat(mail).containsEntry("store_id", life.site().view());
        asAdmin().get("/rest/V1/customers/" + id).then().body("confirmation", is("#mailed"));
        assertThat(hashes(id)).as("the key itself is nowhere").doesNotContain(key);
        life.activate(ada.get("email"), "#mailed").statusCode(400).body("message", is(WRONG));
        life.activate(ada.get("email"), "x".repeat(32)).statusCode(400).body("message", is(WRONG));
        life.site().signIn(ada.get("email"), PASSWORD).then().statusCode(401);
        assertThat(verified(id)).isFalse();
        life.activate(ada.get("email"), key).statusCode(200).body("id", is((int) id));
        life.activate(ada.get("email"), key).statusCode(400).body("message", is(ACTIVE));
        life.activate(ada.get("email"), "x".repeat(32)).statusCode(400).body("message", is(WRONG));
        status(id).body(is("\"account_confirmed\""));
        assertThat(verified(id)).isTrue();
        life.site().signIn(ada.get("email"), PASSWORD).then().statusCode(200);
        mail(ada.get("email"), "confirmed");
    }

    @Test
    void an_administrator_confirms_by_the_key_that_was_mailed() {
        LifeFixture life = LifeFixture.make().confirming().revealing();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        String key = MailFixture.token(mail(ada.get("email"), "confirmation"));
        activateAny(life, ada.get("email"), "wrong").statusCode(400).body("message", is(WRONG));
        activateAny(life, ada.get("email"), key).statusCode(200).body("email", is(ada.get("email")));
        activateAny(life, ada.get("email"), key).statusCode(400).body("message", is(ACTIVE));
        activateAny(life, "nobody@example.com", key)
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue, %field2Name = %field2Value"))
                .body("parameters.fieldName", is("email"))
                .body("parameters.fieldValue", is("nobody@example.com"))
                .body("parameters.field2Name", is("websiteId"))
                .body("parameters.field2Value", is(life.site().website()));
        life.activate("nobody@example.com", key).statusCode(404);
    }

    @Test
    void a_key_that_an_administrator_has_given_confirms_without_verifying() {
        Map<String, Object> ada = customer();
        CustomerFixture.create(ada);
        String token = token(ada.get("email"));
        long id = as(token).get("/rest/V1/customers/me").jsonPath().getLong("id");
        asAdmin()
                .body(body(Map.of("confirmation", "given-key")))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
        token(ada.get("email"));
        status(id).body(is("\"account_confirmation_not_required\""));
        resend(ada.get("email"), 1).statusCode(200).body(is("true"));
        mail(ada.get("email"), "confirmation");
        as(token)
                .body(Map.of("confirmationKey", "other"))
                .put("/rest/V1/customers/me/activate")
                .then()
                .statusCode(400)
                .body("message", is(WRONG));
        as(token)
                .body(Map.of())
                .put("/rest/V1/customers/me/activate")
                .then()
                .statusCode(400)
                .body("parameters.fieldName", is("confirmationKey"));
        as(token)
                .body(Map.of("confirmationKey", "given-key"))
                .put("/rest/V1/customers/me/activate")
                .then()
                .statusCode(200)
                .body("id", is((int) id));
        as(token)
                .body(Map.of("confirmationKey", "given-key"))
                .put("/rest/V1/customers/me/activate")
                .then()
                .statusCode(400)
                .body("message", is(ACTIVE));
        assertThat(verified(id)).isFalse();
        resend(ada.get("email"), 1).statusCode(400).body("message", is("Confirmation isn't needed."));
        resend("nobody@example.com", 1)
                .statusCode(404)
                .body("parameters.fieldValue", is("nobody@example.com"))
                .body("parameters.field2Value", is(1));
    }

    @Test
    void graphql_confirms_by_the_mailed_key() {
        LifeFixture life = LifeFixture.make().confirming();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        String key = MailFixture.token(mail(ada.get("email"), "confirmation"));
        confirm(life, "no address", key)
                .body("errors[0].message", is("Email is invalid"))
                .body("errors[0].extensions.category", is("graphql-input"));
        confirm(life, ada.get("email"), "wrong")
                .statusCode(200)
                .body("errors[0].message", is(WRONG))
                .body("errors[0].extensions.category", is("graphql-input"));
        confirm(life, "nobody@example.com", key).body("errors[0].message", is(WRONG));
        confirm(life, ada.get("email"), "")
                .body("errors[0].message", is("This confirmation key is invalid or has expired."));
        confirm(life, ada.get("email"), key)
                .body("data.confirmEmail.customer.email", is(ada.get("email")))
                .body("data.confirmEmail.customer.confirmation_status", is("ACCOUNT_CONFIRMED"));
        confirm(life, ada.get("email"), key).body("errors[0].message", is(ACTIVE));
    }

    @Test
    void who_asks_for_another_key_learns_nothing_unless_the_shop_tells() {
        LifeFixture life = LifeFixture.make().confirming();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        Map<String, Object> first = mail(ada.get("email"), "confirmation");
        resend(life, "no address").body("errors[0].message", is("Email address is not valid"));
        String known = resend(life, ada.get("email"))
                .statusCode(200)
                .body("data.resendConfirmationEmail", is(true))
                .extract()
                .asString();
        String unknown =
                resend(life, "nobody@example.com").statusCode(200).extract().asString();
        assertThat(unknown).isEqualTo(known);
        List<Map<String, Object>> both = MailFixture.mails(ada.get("email"), "confirmation", 2);
        assertThat(MailFixture.token(both.get(0))).isNotEqualTo(MailFixture.token(first));
        life.activate(ada.get("email"), MailFixture.token(both.get(0))).statusCode(200);
        assertThat(resend(life, ada.get("email")).extract().asString()).isEqualTo(known);
        life.revealing();
        resend(life, "nobody@example.com")
                .body("errors[0].message", is("There is no user registered with that email address."))
                .body("errors[0].extensions.category", is("graphql-input"));
        resend(life, ada.get("email")).body("errors[0].message", is("Confirmation isn't needed."));
        assertThat(sent("nobody@example.com", "confirmation")).isEmpty();
    }

    @Test
    void of_a_hundred_who_use_a_key_one_does() throws Exception {
        LifeFixture life = LifeFixture.make().confirming();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        String key = MailFixture.token(mail(ada.get("email"), "confirmation"));
        List<Integer> statuses = LifeFixture.together(100, () -> life.activate(ada.get("email"), key));
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status != 200).containsOnly(400);
    }

    @Test
    void a_mail_leads_on_to_the_shops_own_pages_only() {
        LifeFixture life = LifeFixture.make().confirming();
        life.set("clientele/storefront/confirm_url", "https://shop.example/c?t={token}&next={redirect_url}");
        life.set("web/secure/base_url", "https://shop.example/");
        String own = linkFor(life, "https://shop.example/cart?a=1");
        assertThat(own).contains("&next=https%3A%2F%2Fshop.example%2Fcart%3Fa%3D1");
        for (String foreign : List.of(
                "https://evil.example/",
                "https://shop.example.evil.example/",
                "https://shop.example@evil.example/",
                "http://shop.example/",
                "javascript:alert(1)",
                "//evil.example",
                "not a url")) {
            assertThat(linkFor(life, foreign)).as(foreign).endsWith("&next=");
        }
    }

    @Test
    void links_never_come_from_what_a_request_says_of_itself() {
        LifeFixture life = LifeFixture.make().confirming();
        Map<String, Object> ada = customer();
        given().contentType(ContentType.JSON)
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .header("Host", "evil.example")
                .body(Map.of("customer", ada, "password", PASSWORD))
                .post(life.site().path("/customers"))
                .then()
                .statusCode(200);
        assertThat(mail(ada.get("email"), "confirmation").toString())
                .contains("http://localhost:8080/")
                .doesNotContain("evil.example");
    }

    @Test
    void an_administrator_of_another_website_neither_sees_nor_confirms() {
        LifeFixture life = LifeFixture.make().confirming();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        String key = MailFixture.token(mail(ada.get("email"), "confirmation"));
        String foreign = SiteFixture.make().administrator(List.of("Magento_Customer::manage"));
        as(foreign).get("/rest/V1/customers/" + id + "/confirm").then().statusCode(404);
        as(foreign)
                .body(Map.of("confirmationKey", key))
                .put(life.site().path("/customers/" + ada.get("email") + "/activate"))
                .then()
                .statusCode(404)
                .body("message", containsString("%field2Name"));
        as(foreign)
                .body(Map.of("email", ada.get("email"), "websiteId", life.site().website()))
                .post("/rest/V1/customers/confirm")
                .then()
                .statusCode(404);
    }

    @Test
    void what_activating_needs_is_demanded() {
        given().contentType(ContentType.JSON)
                .body(Map.of())
                .post("/rest/V1/customers/activate")
                .then()
                .statusCode(400)
                .body("errors.parameters.fieldName", contains("email", "confirmationKey"));
        createByAdmin(with(customer(), "confirmation", "k"));
    }

    private static String linkFor(LifeFixture life, String redirectUrl) {
        Map<String, Object> ada = customer();
        life.post("/customers", Map.of("customer", ada, "password", PASSWORD, "redirectUrl", redirectUrl))
                .statusCode(200);
        return mail(ada.get("email"), "confirmation")
                .get("text")
                .toString()
                .lines()
                .filter(line -> line.startsWith("https://shop.example/c"))
                .findFirst()
                .orElseThrow();
    }

    private static ValidatableResponse status(long id) {
        return asAdmin().get("/rest/V1/customers/" + id + "/confirm").then().statusCode(200);
    }

    private static ValidatableResponse activateAny(LifeFixture life, Object email, String key) {
        return asAdmin()
                .body(Map.of("confirmationKey", key))
                .put(life.site().path("/customers/" + email + "/activate"))
                .then();
    }

    private static ValidatableResponse resend(Object email, int website) {
        return asAdmin()
                .body(Map.of("email", email, "websiteId", website))
                .post("/rest/V1/customers/confirm")
                .then();
    }

    private static ValidatableResponse resend(LifeFixture life, Object email) {
        return life.graphql(RESEND, Map.of("email", email));
    }

    private static ValidatableResponse confirm(LifeFixture life, Object email, String key) {
        return life.graphql(CONFIRM, Map.of("email", email, "key", key));
    }

    private boolean verified(long id) {
        return database.first(
                        SqlFragment.of("select email_verified_at is not null from customer where id = ?", id),
                        row -> row.getBoolean(1))
                .orElseThrow();
    }

    private String hashes(long id) {
        return database.list(
                        SqlFragment.of("select t::text from account_token t where customer_id = ?", id),
                        row -> row.getString(1))
                .toString();
    }
}
