package io.clientele.customer;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.MailFixture.mail;
import static io.clientele.MailFixture.sent;
import static io.clientele.MailFixture.token;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.clientele.MailServer;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What new accounts are mailed, and when what guests did becomes theirs. */
@QuarkusTest
class AccountMailApiTest {

    private static final String WRONG_LINK = "This link is invalid or has expired.";

    @Inject
    VerifiedEmails verified;

    @Inject
    MailServer server;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Test
    void registering_with_somebody_elses_address_claims_nothing_until_its_mail_is_read() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        life.site().create(ada);
        life.site().token(ada.get("email"));
        Map<String, Object> welcome = mail(ada.get("email"), "welcome");
        assertThat(verified.has(ada.get("email"))).isFalse();
        assertThat(welcome.get("text").toString())
                .contains("http://localhost:8080/customer/account/verifyEmail?token=");
        life.post("/customers/verifyEmail", Map.of("token", "wrong"))
                .statusCode(400)
                .body("message", is(WRONG_LINK));
        assertThat(verified.has(ada.get("email"))).isFalse();
        life.post("/customers/verifyEmail", Map.of("token", token(welcome)))
                .statusCode(200)
                .body(is("true"));
        assertThat(verified.has(ada.get("email"))).isTrue();
        life.post("/customers/verifyEmail", Map.of("token", token(welcome)))
                .statusCode(400)
                .body("message", is(WRONG_LINK));
    }

    @Test
    void confirming_and_setting_a_password_claim_and_a_given_key_does_not() {
        LifeFixture life = LifeFixture.make().confirming();
        Map<String, Object> confirmed = customer();
        life.site().create(confirmed);
        life.activate(confirmed.get("email"), token(mail(confirmed.get("email"), "confirmation")))
                .statusCode(200);
        assertThat(verified.has(confirmed.get("email"))).isTrue();
        Map<String, Object> made = customer();
        createOn(life, with(made, "confirmation", "given"));
        life.activate(made.get("email"), "given").statusCode(200);
        assertThat(verified.has(made.get("email"))).isFalse();
        Map<String, Object> reset = customer();
        createOn(life, reset);
        String set = token(mail(reset.get("email"), "welcome-no-password"));
        life.reset(reset.get("email"), set, PASSWORD).statusCode(200);
        assertThat(verified.has(reset.get("email"))).isTrue();
        life.site().signIn(reset.get("email"), PASSWORD).then().statusCode(200);
    }

    @Test
    void an_account_that_an_administrator_makes_gets_a_mail_in_the_language_of_the_store_view_named() {
        LifeFixture life = LifeFixture.make();
        life.set("general/locale/code", "fr_FR");
        life.set("general/store_information/name", "Chez Nous");
        Map<String, Object> ada = customer();
        createOn(life, ada);
        Map<String, Object> mail = mail(ada.get("email"), "welcome-no-password");
        assertThat(mail)
                .containsEntry("store_id", life.site().view())
                .containsEntry("subject", "Votre compte chez Chez Nous");
        assertThat(mail.get("html").toString())
                .contains("<html lang=\"fr\">")
                .contains("Choisissez votre mot de passe");
        life.site().signIn(ada.get("email"), PASSWORD).then().statusCode(401);
        Map<String, Object> eve = customer();
        asAdmin()
                .body(Map.of("customer", with(eve, "store_id", life.site().view()), "password", PASSWORD))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200);
        assertThat(mail(eve.get("email"), "welcome").get("subject")).isEqualTo("Bienvenue chez Chez Nous");
        life.site().signIn(eve.get("email"), PASSWORD).then().statusCode(200);
    }

    @Test
    void the_sender_is_the_one_that_the_kind_of_mail_has_in_the_store_view() throws Exception {
        LifeFixture life = LifeFixture.make();
        life.set("trans_email/ident_custom1/name", "The Team");
        life.set("trans_email/ident_custom1/email", "team@shop.example");
        life.set("customer/create_account/email_identity", "custom1");
        life.set("trans_email/ident_general/email", "hello@shop.example");
        Map<String, Object> ada = customer();
        life.site().create(ada);
        MimeMessage welcome = server.await(ada.get("email").toString());
        assertThat(welcome.getFrom()).extracting(Object::toString).containsExactly("The Team <team@shop.example>");
        life.requestReset(ada.get("email")).statusCode(200);
        assertThat(mail(ada.get("email"), "password-reset").get("headers").toString())
                .contains("From=hello@shop.example");
    }

    @Test
    void a_dead_mail_server_keeps_nobody_from_registering_and_the_mail_comes_later_once() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        server.stop();
        long id;
        try {
            long began = System.nanoTime();
            id = life.site().create(ada);
            assertThat(System.nanoTime() - began).as("nanoseconds").isLessThan(5_000_000_000L);
            life.site().token(ada.get("email"));
            assertThat(sent(ada.get("email"), "welcome")).isEmpty();
        } finally {
            server.start();
        }
        long end = System.nanoTime() + 20_000_000_000L;
        while (server.received(ada.get("email").toString()).isEmpty() && System.nanoTime() - end < 0) {
            database.run(SqlFragment.of(
                    "update outbox set due_at = ? where key = ? and error is not null",
                    clock.instant(),
                    "customer:" + id));
        }
        mail(ada.get("email"), "welcome");
        assertThat(server.received(ada.get("email").toString())).hasSize(1);
    }

    @Test
    void nobody_signs_in_over_graphql_to_a_website_their_group_is_shut_out_of() {
        LifeFixture life = LifeFixture.make();
        Map<String, Object> ada = customer();
        long id = life.site().create(ada);
        String signIn = "mutation ($email: String!, $password: String!)"
                + " { generateCustomerToken(email: $email, password: $password) { token } }";
        Map<String, Object> words = Map.of("email", ada.get("email"), "password", PASSWORD);
        assertThat(life.graphql(signIn, words).extract().<String>path("data.generateCustomerToken.token"))
                .isNotNull();
        String code = StoreFixture.code("shut");
        int group = asAdmin()
                .body(Map.of(
                        "group",
                        Map.of(
                                "code",
                                code,
                                "tax_class_id",
                                3,
                                "extension_attributes",
                                Map.of(
                                        "exclude_website_ids",
                                        List.of(life.site().website())))))
                .post("/rest/V1/customerGroups")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        asAdmin()
                .body(body(Map.of("group_id", group)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
        life.graphql(signIn, words)
                .statusCode(401)
                .body(
                        "errors[0].message",
                        is("The account sign-in was incorrect or your account is disabled temporarily. Please wait and"
                                + " try again later."));
    }

    private static void createOn(LifeFixture life, Map<String, Object> customer) {
        asAdmin()
                .body(body(with(customer, "store_id", life.site().view())))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200);
    }
}
