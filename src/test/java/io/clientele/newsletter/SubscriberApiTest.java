package io.clientele.newsletter;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.MailFixture.mail;
import static io.clientele.customer.CustomerFixture.email;
import static io.clientele.newsletter.NewsletterFixture.asAdministrator;
import static io.clientele.newsletter.NewsletterFixture.status;
import static io.clientele.newsletter.NewsletterFixture.subscriber;
import static io.clientele.newsletter.NewsletterFixture.subscribers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators find subscriptions, end and delete them. */
@QuarkusTest
class SubscriberApiTest {

    private static final String RESOURCE = "Magento_Newsletter::subscriber";

    @Inject
    Database database;

    private NewsletterFixture newsletter;
    private NewsletterFixture other;
    private String ada;
    private String zoe;

    @BeforeEach
    void subscribe_two_people_on_two_websites() {
        newsletter = NewsletterFixture.revealing();
        other = NewsletterFixture.revealing();
        ada = email();
        zoe = email();
        newsletter.subscribe("", ada).statusCode(200);
        other.subscribe("", zoe).statusCode(200);
    }

    @Test
    void subscriptions_are_found_by_website_and_status() {
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "website_id")
                .queryParam(
                        "searchCriteria[filter_groups][0][filters][0][value]",
                        newsletter.site().website())
                .queryParam("searchCriteria[filter_groups][1][filters][0][field]", "status")
                .queryParam("searchCriteria[filter_groups][1][filters][0][value]", 1)
                .get("/rest/V1/newsletter/subscribers/search")
                .then()
                .statusCode(200)
                .body("items.email", contains(ada))
                .body("total_count", is(1));
    }

    @Test
    void an_administrator_of_one_website_sees_and_changes_only_its_subscriptions() {
        String limited = newsletter.site().administrator(List.of(RESOURCE));
        as(limited)
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "email")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", ada + "," + zoe)
                .queryParam("searchCriteria[filter_groups][0][filters][0][condition_type]", "in")
                .get("/rest/V1/newsletter/subscribers/search")
                .then()
                .statusCode(200)
                .body("items.email", contains(ada));
        run(limited, "unsubscribe", id(ada), id(zoe)).statusCode(200).body(is("1"));
        assertThat(status(ada)).isEqualTo(3);
        assertThat(status(zoe)).isEqualTo(1);
        run(limited, "delete", id(zoe)).statusCode(200).body(is("0"));
        assertThat(subscribers(zoe)).hasSize(1);
    }

    @Test
    void subscriptions_are_ended_with_a_mail_and_deleted_in_a_row() {
        run(AdminFixture.token(), "unsubscribe", id(ada), id(zoe), 987_654_321L)
                .statusCode(200)
                .body(is("2"));
        mail(ada, "newsletter-unsubscribed");
        mail(zoe, "newsletter-unsubscribed");
        long gone = id(ada);
        run(AdminFixture.token(), "delete", gone).statusCode(200).body(is("1"));
        assertThat(subscribers(ada)).isEmpty();
        assertThat(noted(gone)).containsExactly("subscription.ended", "subscription.deleted");
        assertThat(status(zoe)).isEqualTo(3);
    }

    @Test
    void what_is_no_action_or_too_much_is_refused() {
        run(AdminFixture.token(), "subscribe", id(ada))
                .statusCode(400)
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters.fieldName", is("name"))
                .body("parameters.value", is("subscribe"));
        run(AdminFixture.token(), "delete", LongStream.rangeClosed(1, 1_001).toArray())
                .statusCode(400)
                .body("message", is("Maximum items of type \"%type\" is %max"))
                .body("parameters.max", is(1_000));
        assertThat(status(ada)).isEqualTo(1);
    }

    @Test
    void the_same_goes_over_graphql() {
        String limited = newsletter.site().administrator(List.of(RESOURCE));
        String find = "{ adminNewsletterSubscribers(filter: [{field: \"email\", condition: \"in\", values: [\"" + ada
                + "\", \"" + zoe + "\"]}]) { total_count items { email status website_id customer_id } } }";
        asAdministrator(limited, find)
                .body("errors", nullValue())
                .body("data.adminNewsletterSubscribers.total_count", is(1))
                .body("data.adminNewsletterSubscribers.items.email", contains(ada))
                .body("data.adminNewsletterSubscribers.items.status", contains("SUBSCRIBED"));
        String ids = "[\"" + id(ada) + "\", \"" + id(zoe) + "\"]";
        asAdministrator(limited, "mutation { adminUnsubscribeFromNewsletter(ids: " + ids + ") }")
                .body("data.adminUnsubscribeFromNewsletter", is(1));
        assertThat(status(ada)).isEqualTo(3);
        assertThat(status(zoe)).isEqualTo(1);
        asAdministrator(limited, "mutation { adminDeleteNewsletterSubscribers(ids: " + ids + ") }")
                .body("data.adminDeleteNewsletterSubscribers", is(1));
        asAdministrator(limited, find).body("data.adminNewsletterSubscribers.items", empty());
        asAdministrator(limited, "mutation { adminDeleteNewsletterSubscribers(ids: [\"x\"]) }")
                .body("errors[0].message", is("Invalid value of \"x\" provided for the ids field."));
        assertThat(subscribers(zoe)).hasSize(1);
    }

    @Test
    void an_action_on_many_needs_its_name_and_its_ids() {
        Map<String, Map<String, ?>> bodies = Map.of("name", Map.of("ids", List.of(1)), "ids", Map.of("name", "delete"));
        bodies.forEach((missing, action) -> asAdmin()
                .body(Map.of("action", action))
                .post("/rest/V1/newsletter/subscribers/massActions")
                .then()
                .statusCode(400)
                .body("message", is("\"%fieldName\" is required. Enter and try again."))
                .body("parameters.fieldName", is(missing)));
        asAdmin()
                .body("{\"action\": {\"name\": \"delete\", \"ids\": [null]}}")
                .post("/rest/V1/newsletter/subscribers/massActions")
                .then()
                .statusCode(200)
                .body(is("0"));
    }

    /** What the audit log has of the subscription. */
    private List<String> noted(long id) {
        return database.list(
                SqlFragment.of(
                        "select action from audit_entry"
                                + " where object_type = 'newsletter_subscriber' and object_id = ? order by id",
                        Long.toString(id)),
                row -> row.getString(1));
    }

    private static long id(String email) {
        return ((Number) subscriber(email).get("id")).longValue();
    }

    private static ValidatableResponse run(String token, String name, long... ids) {
        return as(token)
                .body(Map.of(
                        "action",
                        Map.of("name", name, "ids", LongStream.of(ids).boxed().toList())))
                .post("/rest/V1/newsletter/subscribers/massActions")
                .then();
    }
}
