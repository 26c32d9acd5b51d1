package io.clientele.newsletter;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.MailFixture.mail;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.newsletter.NewsletterFixture.follow;
import static io.clientele.newsletter.NewsletterFixture.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.clientele.MailFixture;
import io.clientele.customer.CustomerFixture;
import io.clientele.customer.GraphQLFixture;
import io.clientele.massaction.MassActionFixture;
import io.clientele.merge.MergeFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.transfer.TransferFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever objects to marketing, or has all use of the data restricted, gets a newsletter at the own wish only. */
@QuarkusTest
class ObjectionApiTest {

    private static final String UNWANTED =
            "The customer %customerId wants no marketing. Only the customer can subscribe again.";
    private static final int SUBSCRIBED = 1;
    private static final int NOT_ACTIVE = 2;
    private static final int UNSUBSCRIBED = 3;

    private final Map<String, Object> ada = customer();
    private final String email = ada.get("email").toString();

    @Test
    void an_administrator_cannot_subscribe_whoever_objects() {
        long id = objecting();
        refused(wanted(id, true).statusCode(400), id);
        assertThat(status(email)).isEqualTo(UNSUBSCRIBED);
        String run = TransferFixture.imported("email,_website,firstname,is_subscribed\n" + email + ",base,Ada,1\n");
        SegmentFixture.until(
                "the import is done",
                () -> "done".equals(asAdmin().get("/rest/V1/imports/" + run).path("status")));
        assertThat(status(email)).isEqualTo(UNSUBSCRIBED);
        // What clients send back as they have read it is no wish.
        wanted(id, false).statusCode(200);
        asAdmin()
                .body(body(Map.of("firstname", "Augusta")))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .body("firstname", is("Augusta"));
    }

    @Test
    void neither_over_graphql_nor_later_nor_in_bulk() {
        long id = objecting();
        GraphQLFixture.graphql(
                        io.clientele.AdminFixture.token(),
                        "mutation { adminUpdateCustomer(id: " + id
                                + ", input: {is_subscribed: true}) { id is_subscribed } }")
                .statusCode(200)
                .body("errors[0].message", equalTo(filled(id)));
        String uuid = asAdmin()
                .body(List.of(Map.of("customerId", id, "customer", subscribed(Map.of()))))
                .put("/rest/async/bulk/V1/customers/byCustomerId")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("bulk_uuid");
        SegmentFixture.until("the operation has failed", () -> !operations(uuid).contains(4));
        assertThat(messages(uuid)).containsExactly(filled(id));
        assertThat(status(email)).isEqualTo(UNSUBSCRIBED);
    }

    @Test
    void an_action_on_many_subscribes_the_others_and_names_whoever_objects() {
        long id = objecting();
        Map<String, Object> alan = customer();
        long other = create(alan);
        JsonPath job = MassActionFixture.done(MassActionFixture.named("subscribe", Map.of(), List.of(id, other)));
        assertThat(job.getInt("failed")).isEqualTo(1);
        errors(job, id);
        assertThat(status(email)).isEqualTo(UNSUBSCRIBED);
        assertThat(status(alan.get("email"))).isEqualTo(SUBSCRIBED);
    }

    @Test
    void taking_an_action_back_does_not_take_an_objection_back() {
        long id = create(subscribed(ada));
        JsonPath job = MassActionFixture.done(MassActionFixture.named("unsubscribe", Map.of(), List.of(id)));
        object("object");
        JsonPath undone = MassActionFixture.undone(job.getLong("id"));
        assertThat(undone.getInt("failed")).isEqualTo(1);
        errors(undone, id);
        assertThat(status(email)).isEqualTo(UNSUBSCRIBED);
    }

    @Test
    void whoever_acts_for_the_customer_is_not_the_customer() {
        Map<String, Object> allowing = with(ada, "extension_attributes", Map.of("assistance_allowed", 2));
        long id = create(allowing);
        object("object");
        String assistant = asAdmin()
                .body(Map.of("reason", "To help"))
                .post("/rest/V1/customers/" + id + "/token")
                .then()
                .statusCode(200)
                .extract()
                .as(String.class);
        refused(
                as(assistant)
                        .body(body(subscribed(ada)))
                        .put("/rest/V1/customers/me")
                        .then()
                        .statusCode(400),
                id);
    }

    @Test
    void the_customer_subscribes_again_and_thereby_objects_no_longer() {
        long id = create(subscribed(ada));
        long request = object("object");
        String token = CustomerFixture.token(email);
        as(token)
                .body(body(subscribed(ada)))
                .put("/rest/V1/customers/me")
                .then()
                .statusCode(200)
                .body("extension_attributes.is_subscribed", is(true));
        asAdmin().get("/rest/V1/privacy/requests/" + request).then().body("status", is("withdrawn"));
        assertThat(restrictions(id)).isZero();
        List<Map<String, Object>> history =
                as(token).get("/rest/V1/customers/me/consentHistory").jsonPath().getList("$");
        assertThat(history.stream()
                        .map(each -> each.get("purpose") + " " + each.get("given") + " " + each.get("source"))
                        .toList()
                        .reversed())
                .containsExactly(
                        "newsletter true guest",
                        "marketing false customer",
                        "newsletter false customer",
                        "marketing true customer",
                        "newsletter true customer");
        // From now on others may, as before.
        wanted(id, false).statusCode(200);
        wanted(id, true).statusCode(200).body("extension_attributes.is_subscribed", is(true));
    }

    @Test
    void a_restricted_customer_can_have_the_newsletter_and_stays_restricted() {
        long id = create(ada);
        object("restrict");
        refused(wanted(id, true).statusCode(400), id);
        as(CustomerFixture.token(email))
                .body(body(subscribed(ada)))
                .put("/rest/V1/customers/me")
                .then()
                .statusCode(200)
                .body("extension_attributes.is_subscribed", is(true));
        assertThat(restrictions(id)).isEqualTo(1);
    }

    @Test
    void an_address_that_anybody_types_in_waits_for_the_link_and_tells_nobody() {
        NewsletterFixture newsletter = NewsletterFixture.make();
        ada.put("website_id", newsletter.site().website());
        long id = CustomerFixture.createByAdmin(ada);
        SegmentFixture.run("update customer set email_verified_at = created_at where id = ?", id);
        asAdmin()
                .body(Map.of("request", Map.of("kind", "object", "customer_id", id, "evidence", "Letter")))
                .post("/rest/V1/privacy/requests")
                .then()
                .statusCode(200)
                .body("status", is("done"));
        newsletter.subscribe("", email).body("data.subscribeEmailToNewsletter.status", is("SUBSCRIBED"));
        assertThat(status(email)).isEqualTo(NOT_ACTIVE);
        assertThat(restrictions(id)).isEqualTo(1);
        follow("confirm", MailFixture.token(mail(email, "newsletter-confirm"))).statusCode(200);
        assertThat(status(email)).isEqualTo(SUBSCRIBED);
        assertThat(restrictions(id)).isZero();
    }

    @Test
    void whoever_is_merged_with_somebody_who_objects_is_subscribed_no_longer_until_that_is_undone() {
        long objecting = objecting();
        Map<String, Object> alan = customer();
        long other = create(subscribed(alan));
        long merge = MergeFixture.merge(other, objecting);
        assertThat(status(alan.get("email"))).isEqualTo(UNSUBSCRIBED);
        MergeFixture.undo(merge).statusCode(200);
        assertThat(status(alan.get("email"))).isEqualTo(SUBSCRIBED);
        assertThat(restrictions(objecting)).isEqualTo(1);
        assertThat(restrictions(other)).isZero();
    }

    /** A customer who was subscribed and objected. */
    private long objecting() {
        long id = create(subscribed(ada));
        object("object");
        assertThat(status(email)).isEqualTo(UNSUBSCRIBED);
        return id;
    }

    private long object(String kind) {
        return as(CustomerFixture.token(email))
                .body(Map.of("request", Map.of("kind", kind)))
                .post("/rest/V1/privacy/requests")
                .then()
                .statusCode(200)
                .body("status", is("done"))
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static ValidatableResponse wanted(long id, boolean wanted) {
        return asAdmin()
                .body(body(Map.of("extension_attributes", Map.of("is_subscribed", wanted))))
                .put("/rest/V1/customers/" + id)
                .then();
    }

    private static Map<String, Object> subscribed(Map<String, Object> customer) {
        return with(customer, "extension_attributes", Map.of("is_subscribed", true));
    }

    private static void refused(ValidatableResponse answer, long id) {
        answer.body("message", equalTo(UNWANTED)).body("parameters", hasEntry("customerId", (int) id));
    }

    private static String filled(long id) {
        return UNWANTED.replace("%customerId", Long.toString(id));
    }

    private static void errors(JsonPath job, long id) {
        asAdmin()
                .get("/rest/V1/jobs/" + job.getLong("id") + "/errors?searchCriteria")
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of((int) id)))
                .body("items[0].message", equalTo(UNWANTED))
                .body("items[0].parameters.customerId", equalTo((int) id))
                .body("items[0]", not(hasKey("field")));
    }

    private static List<Integer> operations(String uuid) {
        return detailed(uuid).getList("operations_list.status");
    }

    private static List<String> messages(String uuid) {
        return detailed(uuid).getList("operations_list.result_message");
    }

    private static JsonPath detailed(String uuid) {
        return asAdmin().get("/rest/V1/bulk/" + uuid + "/detailed-status").jsonPath();
    }

    private static long restrictions(long id) {
        return SegmentFixture.count("select count(*) from customer_restriction where customer_id = ?", id);
    }
}
