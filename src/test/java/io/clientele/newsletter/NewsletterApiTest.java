package io.clientele.newsletter;

import static io.clientele.MailFixture.mail;
import static io.clientele.MailFixture.mails;
import static io.clientele.MailFixture.sent;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.email;
import static io.clientele.newsletter.NewsletterFixture.follow;
import static io.clientele.newsletter.NewsletterFixture.status;
import static io.clientele.newsletter.NewsletterFixture.subscriber;
import static io.clientele.newsletter.NewsletterFixture.subscribers;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.MailFixture;
import io.clientele.Race;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Subscribing, confirming and unsubscribing, for guests and customers. */
@QuarkusTest
class NewsletterApiTest {

    private static final String WRONG_LINK = "This link is invalid or has expired.";
    private static final String ALREADY = "This email address is already subscribed.";
    private static final String CANNOT = "Cannot create a newsletter subscription.";

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Test
    void a_guest_subscribes_once_and_ends_it_by_the_link_of_the_mail() {
        NewsletterFixture newsletter = NewsletterFixture.revealing();
        String ada = email();
        answers(newsletter.subscribe("", "  " + ada), "SUBSCRIBED");
        refused(newsletter.subscribe("", ada.toUpperCase(java.util.Locale.ROOT)), ALREADY, "graphql-already-exists");
        assertThat(subscriber(ada))
                .containsEntry("status", 1)
                .containsEntry("website_id", newsletter.site().website())
                .containsEntry("store_id", newsletter.site().view())
                .doesNotContainKey("customer_id");
        Map<String, Object> mail = mail(ada, "newsletter-subscribed");
        assertThat(mail.get("text").toString())
                .contains("http://localhost:8080/newsletter/subscriber/unsubscribe?token=");
        String token = MailFixture.token(mail);
        for (int i = 0; i < 2; i++) {
            follow("unsubscribe", token).statusCode(200).body(is("true"));
        }
        assertThat(status(ada)).isEqualTo(3);
        follow("unsubscribe", "x".repeat(32)).statusCode(400).body("message", is(WRONG_LINK));
        answers(newsletter.subscribe("", ada), "SUBSCRIBED");
        assertThat(mails(ada, "newsletter-subscribed", 2)).hasSize(2);
        assertThat(mails(ada, "newsletter-unsubscribed", 1)).hasSize(1);
    }

    @Test
    void a_mail_program_ends_the_subscription_in_one_click() {
        NewsletterFixture newsletter = NewsletterFixture.make();
        String ada = email();
        answers(newsletter.subscribe("", ada), "SUBSCRIBED");
        Map<String, Object> mail = mail(ada, "newsletter-subscribed");
        String path = "/rest/" + newsletter.site().code() + "/V1/newsletter/unsubscribe/" + MailFixture.token(mail);
        assertThat(mail.get("headers"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("List-Unsubscribe", "<http://localhost:8080" + path + ">")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        given().contentType(ContentType.URLENC)
                .formParam("List-Unsubscribe", "One-Click")
                .post(path)
                .then()
                .statusCode(200)
                .body(is("true"));
        assertThat(status(ada)).isEqualTo(3);
        assertThat(mail(ada, "newsletter-unsubscribed").get("headers").toString())
                .doesNotContain("List-Unsubscribe");
    }

    @Test
    void where_it_is_to_be_confirmed_the_subscription_begins_with_the_link_of_the_mail() {
        NewsletterFixture newsletter = NewsletterFixture.revealing().confirming();
        String ada = email();
        answers(newsletter.subscribe("", ada), "NOT_ACTIVE");
        answers(newsletter.subscribe("", ada), "NOT_ACTIVE");
        assertThat(status(ada)).isEqualTo(2);
        String token = MailFixture.token(mail(ada, "newsletter-confirm"));
        follow("confirm", "x".repeat(32)).statusCode(400).body("message", is(WRONG_LINK));
        for (int i = 0; i < 2; i++) {
            follow("confirm", token).statusCode(200).body(is("true"));
        }
        assertThat(status(ada)).isEqualTo(1);
        assertThat(mails(ada, "newsletter-subscribed", 1)).hasSize(1);
        assertThat(sent(ada, "newsletter-confirm"))
                .as("asked for again at once, it is not mailed again")
                .hasSize(1);
        follow("unsubscribe", MailFixture.token(mail(ada, "newsletter-subscribed")))
                .statusCode(200);
        follow("confirm", token).statusCode(400).body("message", is(WRONG_LINK));
        assertThat(status(ada)).isEqualTo(3);
    }

    @Test
    void a_link_that_is_too_old_confirms_nothing() {
        NewsletterFixture newsletter = NewsletterFixture.revealing().confirming();
        String ada = email();
        answers(newsletter.subscribe("", ada), "NOT_ACTIVE");
        String token = MailFixture.token(mail(ada, "newsletter-confirm"));
        database.run(SqlFragment.of(
                "update newsletter_subscriber set confirmation_expires_at = ? where email = ?", clock.instant(), ada));
        follow("confirm", token).statusCode(400).body("message", is(WRONG_LINK));
        assertThat(status(ada)).isEqualTo(2);
    }

    @Test
    void what_cannot_be_subscribed_is_refused() {
        NewsletterFixture newsletter = NewsletterFixture.make();
        refused(
                newsletter.subscribe("", " "),
                "You must specify an email address to subscribe to a newsletter.",
                "graphql-input");
        refused(newsletter.subscribe("", "ada@nowhere"), "Enter a valid email address.", "graphql-input");
        newsletter.set("newsletter/subscription/allow_guest_subscribe", "0");
        refused(
                newsletter.subscribe("", email()),
                "Guests can not subscribe to the newsletter. You must create an account to subscribe.",
                "graphql-input");
        Map<String, Object> ada = customer();
        newsletter.site().create(ada);
        String token = newsletter.site().token(ada.get("email"));
        answers(newsletter.subscribe(token, ada.get("email")), "SUBSCRIBED");
        newsletter.set("newsletter/general/active", "0");
        refused(newsletter.subscribe(token, email()), CANNOT, "graphql-input");
    }

    @Test
    void the_configuration_says_whether_there_is_a_newsletter() {
        NewsletterFixture newsletter = NewsletterFixture.make();
        String query = "{ storeConfig { newsletter_enabled } }";
        newsletter.graphql(query).body("data.storeConfig.newsletter_enabled", is(true));
        newsletter
                .set("newsletter/general/active", "0")
                .graphql(query)
                .body("data.storeConfig.newsletter_enabled", is(false));
    }

    @Test
    void the_answer_tells_nothing_of_who_is_subscribed_or_has_an_account() {
        NewsletterFixture newsletter =
                NewsletterFixture.make().set("checkout/options/enable_guest_checkout_login", "1");
        Map<String, Object> ada = customer();
        newsletter.site().create(ada);
        String known = email();
        for (Object address : new Object[] {known, known, ada.get("email"), email()}) {
            answers(newsletter.subscribe("", address), "SUBSCRIBED");
        }
        // Requests for one address are carried out one after another: the last mail comes after all of the first.
        assertThat(mails(ada.get("email"), "newsletter-subscribed", 1)).hasSize(1);
        newsletter.confirming();
        answers(newsletter.subscribe("", known), "NOT_ACTIVE");
        answers(newsletter.subscribe("", email()), "NOT_ACTIVE");
        settled();
        assertThat(status(known)).isEqualTo(1);
        assertThat(mails(known, "newsletter-subscribed", 1)).hasSize(1);
        assertThat(sent(known, "newsletter-confirm")).isEmpty();
    }

    @Test
    void of_wishes_for_one_address_that_come_at_once_one_is_told() throws Exception {
        NewsletterFixture newsletter =
                NewsletterFixture.make().set("checkout/options/enable_guest_checkout_login", "1");
        String wished = email();
        try (Race race = new Race(8)) {
            race.round(i -> () -> {
                answers(newsletter.subscribe("", wished), "SUBSCRIBED");
                return i;
            });
        }
        settled();
        assertThat(status(wished)).isEqualTo(1);
        assertThat(mails(wished, "newsletter-subscribed", 1)).hasSize(1);
    }

    @Test
    void somebody_elses_address_is_refused_where_the_shop_tells_of_accounts() {
        NewsletterFixture newsletter = NewsletterFixture.revealing();
        Map<String, Object> ada = customer();
        Map<String, Object> zoe = customer();
        newsletter.site().create(ada);
        newsletter.site().create(zoe);
        newsletter.set("checkout/options/enable_guest_checkout_login", "1");
        String token = newsletter.site().token(zoe.get("email"));
        refused(newsletter.subscribe(token, ada.get("email")), CANNOT, "graphql-input");
        refused(newsletter.subscribe("", ada.get("email")), CANNOT, "graphql-input");
        answers(newsletter.subscribe(token, zoe.get("email")), "SUBSCRIBED");
        newsletter.set("checkout/options/enable_guest_checkout_login", "0");
        answers(newsletter.subscribe(token, ada.get("email")), "SUBSCRIBED");
        assertThat(subscriber(ada.get("email")))
                .as("it belongs to the account only once the address is verified")
                .doesNotContainKey("customer_id");
    }

    @Test
    void a_customer_subscribes_the_own_address_even_when_the_account_is_locked() {
        NewsletterFixture newsletter = NewsletterFixture.make();
        Map<String, Object> ada = customer();
        long id = newsletter.site().create(ada);
        String token = newsletter.site().token(ada.get("email"));
        database.run(SqlFragment.of(
                "update credential set locked_until = ? where subject_type = 3 and subject_id = ?",
                clock.instant().plusSeconds(600),
                id));
        answers(newsletter.subscribe(token, ada.get("email")), "SUBSCRIBED");
        refused(newsletter.subscribe(token, ada.get("email")), ALREADY, "graphql-already-exists");
        assertThat(subscriber(ada.get("email")))
                .containsEntry("customer_id", (int) id)
                .containsEntry("firstname", "Ada")
                .containsEntry("lastname", "Lovelace");
        database.run(SqlFragment.of(
                "update credential set locked_until = null where subject_type = 3 and subject_id = ?", id));
        newsletter.site().me(token).then().body("extension_attributes.is_subscribed", is(true));
    }

    @Test
    void each_website_has_its_own_newsletter() {
        NewsletterFixture one = NewsletterFixture.revealing();
        NewsletterFixture other = NewsletterFixture.revealing();
        StoreFixture.set("general/locale/code", "fr_FR", "stores", other.site().view());
        String ada = email();
        answers(one.subscribe("", ada), "SUBSCRIBED");
        answers(other.subscribe("", ada), "SUBSCRIBED");
        assertThat(subscribers(ada))
                .extracting(each -> each.get("website_id"))
                .containsExactly(one.site().website(), other.site().website());
        assertThat(mails(ada, "newsletter-subscribed", 2))
                .extracting(each -> each.get("subject").toString().split(" ")[0])
                .containsExactlyInAnyOrder("You", "Vous");
    }

    /** Waits until nothing waits in the outbox of wishes. */
    private void settled() {
        long end = System.nanoTime() + 20_000_000_000L;
        while (database.first(
                        SqlFragment.of("select 1 from outbox where topic = 'newsletter-subscription' limit 1"),
                        row -> true)
                .isPresent()) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private static void answers(ValidatableResponse answer, String status) {
        answer.statusCode(200).body("errors", nullValue()).body("data.subscribeEmailToNewsletter.status", is(status));
    }

    private static void refused(ValidatableResponse answer, String message, String category) {
        answer.body("errors[0].message", is(message))
                .body("errors[0].extensions.category", is(category))
                .body("data.subscribeEmailToNewsletter", nullValue());
    }
}
