package io.clientele.newsletter;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.MailFixture.mail;
import static io.clientele.MailFixture.mails;
import static io.clientele.MailFixture.sent;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.email;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.newsletter.NewsletterFixture.follow;
import static io.clientele.newsletter.NewsletterFixture.status;
import static io.clientele.newsletter.NewsletterFixture.subscriber;
import static io.clientele.newsletter.NewsletterFixture.subscribers;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.clientele.MailFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Subscriptions and the accounts they belong to. */
@QuarkusTest
class AccountSubscriptionApiTest {

    @Test
    void a_guests_subscription_is_the_accounts_once_the_address_is_verified_and_not_before() {
        NewsletterFixture newsletter = NewsletterFixture.revealing();
        Map<String, Object> ada = customer();
        newsletter.subscribe("", ada.get("email")).statusCode(200);
        long id = newsletter.site().create(ada);
        subscribed(id, false);
        assertThat(subscriber(ada.get("email"))).doesNotContainKey("customer_id");
        wish(id, false);
        assertThat(status(ada.get("email"))).isEqualTo(1);
        verify(mail(ada.get("email"), "welcome"));
        subscribed(id, true);
        assertThat(subscriber(ada.get("email"))).containsEntry("customer_id", (int) id);
        follow("unsubscribe", MailFixture.token(mail(ada.get("email"), "newsletter-subscribed")))
                .statusCode(200);
        subscribed(id, false);
        newsletter.subscribe("", ada.get("email")).statusCode(200);
        subscribed(id, true);
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        assertThat(subscribers(ada.get("email"))).isEmpty();
    }

    @Test
    void what_the_account_has_of_its_own_becomes_one_with_the_guests_and_both_mails_end_it() {
        NewsletterFixture newsletter = NewsletterFixture.revealing();
        Map<String, Object> ada = customer();
        newsletter.subscribe("", ada.get("email")).statusCode(200);
        String guests = MailFixture.token(mail(ada.get("email"), "newsletter-subscribed"));
        newsletter.confirming();
        long id = newsletter.site().create(wanting(ada));
        mail(ada.get("email"), "newsletter-confirm");
        subscribed(id, false);
        assertThat(subscribers(ada.get("email"))).hasSize(2);
        verify(mail(ada.get("email"), "welcome"));
        assertThat(subscriber(ada.get("email")))
                .containsEntry("customer_id", (int) id)
                .containsEntry("status", 1);
        follow("unsubscribe", guests).statusCode(200);
        subscribed(id, false);
    }

    @Test
    void an_account_that_is_to_be_confirmed_is_subscribed_with_that() {
        NewsletterFixture newsletter = NewsletterFixture.make();
        StoreFixture.set(
                "customer/create_account/confirm",
                "1",
                "websites",
                newsletter.site().website());
        Map<String, Object> ada = customer();
        long id = newsletter.site().create(wanting(ada));
        assertThat(status(ada.get("email"))).isEqualTo(4);
        subscribed(id, false);
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "email",
                        ada.get("email"),
                        "confirmationKey",
                        MailFixture.token(mail(ada.get("email"), "confirmation"))))
                .post(newsletter.site().path("/customers/activate"))
                .then()
                .statusCode(200);
        subscribed(id, true);
        assertThat(mails(ada.get("email"), "newsletter-subscribed", 1)).hasSize(1);
    }

    @Test
    void the_flag_begins_and_ends_the_subscription_with_a_mail_each() {
        NewsletterFixture newsletter = NewsletterFixture.make();
        Map<String, Object> ada = customer();
        long id = newsletter.site().create(wanting(ada));
        subscribed(id, true);
        mail(ada.get("email"), "newsletter-subscribed");
        wish(id, true);
        wish(id, false);
        subscribed(id, false);
        mail(ada.get("email"), "newsletter-unsubscribed");
        wish(id, false);
        newsletter.confirming();
        wish(id, true);
        subscribed(id, false);
        String token = MailFixture.token(mail(ada.get("email"), "newsletter-confirm"));
        // The client sends back what it has read.
        wish(id, false);
        follow("confirm", token).statusCode(200);
        subscribed(id, true);
        assertThat(mails(ada.get("email"), "newsletter-subscribed", 2)).hasSize(2);
        assertThat(sent(ada.get("email"), "newsletter-unsubscribed")).hasSize(1);
    }

    @Test
    void a_shop_without_a_newsletter_takes_no_wish() {
        NewsletterFixture newsletter = NewsletterFixture.make().set("newsletter/general/active", "0");
        Map<String, Object> ada = customer();
        long id = newsletter.site().create(wanting(ada));
        subscribed(id, false);
        assertThat(subscribers(ada.get("email"))).isEmpty();
    }

    @Test
    void the_subscription_follows_the_account_to_another_address_and_is_confirmed_there_again() {
        NewsletterFixture newsletter = NewsletterFixture.make().confirming();
        Map<String, Object> ada = customer();
        long id = newsletter.site().create(wanting(ada));
        String old = MailFixture.token(mail(ada.get("email"), "newsletter-confirm"));
        follow("confirm", old).statusCode(200);
        subscribed(id, true);
        String other = email();
        asAdmin()
                .body(body(Map.of("email", other)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
        assertThat(subscribers(ada.get("email"))).isEmpty();
        assertThat(subscriber(other)).containsEntry("status", 2).containsEntry("customer_id", (int) id);
        follow("confirm", old).statusCode(400);
        follow("confirm", MailFixture.token(mail(other, "newsletter-confirm"))).statusCode(200);
        subscribed(id, true);
    }

    @Test
    void customers_subscribe_themselves_over_graphql() {
        NewsletterFixture newsletter = NewsletterFixture.make();
        Map<String, Object> ada = customer();
        newsletter.site().create(ada);
        String token = newsletter.site().token(ada.get("email"));
        for (boolean wanted : new boolean[] {true, false}) {
            as(token)
                    .header("Store", newsletter.site().code())
                    .body(Map.of(
                            "query",
                            "mutation { updateCustomerV2(input: {is_subscribed: " + wanted
                                    + "}) { customer { is_subscribed } } }"))
                    .post("/graphql")
                    .then()
                    .body("data.updateCustomerV2.customer.is_subscribed", is(wanted));
            assertThat(status(ada.get("email"))).isEqualTo(wanted ? 1 : 3);
        }
    }

    private static Map<String, Object> wanting(Map<String, Object> customer) {
        return with(customer, "extension_attributes", Map.of("is_subscribed", true));
    }

    private static void wish(long id, boolean wanted) {
        asAdmin()
                .body(body(Map.of("extension_attributes", Map.of("is_subscribed", wanted))))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
    }

    private static void subscribed(long id, boolean expected) {
        asAdmin()
                .get("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .body("extension_attributes.is_subscribed", is(expected));
    }

    private static void verify(Map<String, Object> mail) {
        given().contentType(ContentType.JSON)
                .body(Map.of("token", MailFixture.token(mail)))
                .post("/rest/V1/customers/verifyEmail")
                .then()
                .statusCode(200);
    }
}
