package io.clientele.privacy;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.privacy.PrivacyFixture.REQUESTS;
import static io.clientele.privacy.PrivacyFixture.ask;
import static io.clientele.privacy.PrivacyFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.clientele.customer.CustomerFixture;
import io.clientele.massaction.MassActionFixture;
import io.clientele.merge.MergeFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.transfer.TransferFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Data that is kept and not used, at the wish of whose it is. */
@QuarkusTest
class RestrictionApiTest {

    private static final String RESTRICTED = "The data of the customer %id is restricted: it is kept and not used.";

    @AfterEach
    void remove_segments() {
        SegmentFixture.deleteAll();
    }

    @Test
    void who_objects_is_in_no_segment_and_gets_no_newsletter_until_that_is_lifted() {
        Map<String, Object> ada = subscribed();
        long customer = CustomerFixture.create(ada);
        String token = CustomerFixture.token(ada.get("email"));
        long pinned = SegmentFixture.create(CustomerFixture.with(SegmentFixture.any(), "pinned_in", List.of(customer)));
        SegmentFixture.awaitMember(pinned, customer, true);
        long id = id(ask(as(token), "object").body("status", equalTo("done")).body("source", equalTo("customer")));
        SegmentFixture.awaitMember(pinned, customer, false);
        asAdmin().get("/rest/V1/customers/" + customer).then().body("extension_attributes.is_subscribed", is(false));
        assertThat(reasons(pinned, customer)).containsExactly("pinned", "pinned");
        assertThat(inExport(ada.get("email"))).isTrue();

        // Neither does a recomputation of everybody bring anybody back.
        asAdmin()
                .post(SegmentFixture.SEGMENTS + "/" + pinned + "/refresh")
                .then()
                .statusCode(200);
        SegmentFixture.settled(pinned);
        assertThat(SegmentFixture.members(pinned)).isEmpty();

        as(token).delete(REQUESTS + "/" + id).then().statusCode(200);
        SegmentFixture.awaitMember(pinned, customer, true);
        asAdmin().get("/rest/V1/customers/" + customer).then().body("extension_attributes.is_subscribed", is(false));
    }

    @Test
    void a_restricted_customer_leaves_the_house_in_no_file_and_can_be_found() {
        Map<String, Object> ada = subscribed();
        long customer = CustomerFixture.create(ada);
        assertThat(inExport(ada.get("email"))).isTrue();
        long id = id(ask(asAdmin(), "restrict", "customer_id", customer, "evidence", "Letter")
                .body("status", equalTo("done")));
        assertThat(inExport(ada.get("email"))).isFalse();
        asAdmin().get("/rest/V1/customers/" + customer).then().statusCode(200);
        assertThat(restricted(ada.get("email"))).isEqualTo(1);
        asAdmin().delete(REQUESTS + "/" + id).then().statusCode(200);
        assertThat(inExport(ada.get("email"))).isTrue();
        assertThat(restricted(ada.get("email"))).isZero();
        asAdmin().delete(REQUESTS + "/" + id).then().statusCode(400);
    }

    @Test
    void lifting_one_leaves_the_other() {
        long customer = CustomerFixture.createByAdmin(CustomerFixture.customer());
        long restriction = id(ask(asAdmin(), "restrict", "customer_id", customer, "evidence", "Letter"));
        id(ask(asAdmin(), "object", "customer_id", customer, "evidence", "Letter"));
        asAdmin().delete(REQUESTS + "/" + restriction).then().statusCode(200);
        assertThat(SegmentFixture.count(
                        "select count(*) from customer_restriction where customer_id = ? and restricted_at is null"
                                + " and objected_at is not null",
                        customer))
                .isEqualTo(1);
    }

    @Test
    void a_restricted_customer_is_merged_with_nobody() {
        long customer = CustomerFixture.createByAdmin(CustomerFixture.customer());
        long other = CustomerFixture.createByAdmin(CustomerFixture.customer());
        id(ask(asAdmin(), "restrict", "customer_id", customer, "evidence", "Letter"));
        asAdmin()
                .body(MergeFixture.body(other, customer))
                .post("/rest/V1/customers/merge")
                .then()
                .statusCode(400)
                .body("message", equalTo("Customers can't be merged while the data of one of them is restricted."));
    }

    @Test
    void what_is_to_be_kept_is_deleted_by_nobody_but_the_person() {
        Map<String, Object> ada = CustomerFixture.customer();
        long customer = CustomerFixture.create(ada);
        id(ask(asAdmin(), "restrict", "customer_id", customer, "evidence", "Letter"));
        asAdmin()
                .delete("/rest/V1/customers/" + customer)
                .then()
                .statusCode(400)
                .body("message", equalTo(RESTRICTED))
                .body("parameters.id", equalTo((int) customer));
        errors(MassActionFixture.done(MassActionFixture.named("delete", Map.of(), List.of(customer))), customer);
        String file = "email,_website\n" + ada.get("email") + ",base\n";
        refusedInFile(TransferFixture.imported(file, "behavior=delete", "checkOnly=true"), customer);
        refusedInFile(TransferFixture.imported(file, "behavior=delete", "validationStrategy=skip"), customer);
        asAdmin().get("/rest/V1/customers/" + customer).then().statusCode(200);
        PrivacyFixture.erased(customer);
        asAdmin().get("/rest/V1/customers/" + customer).then().statusCode(404);
    }

    @Test
    void an_action_on_many_uses_nothing_of_whoever_is_restricted_and_may_still_protect_them() {
        Map<String, Object> ada = subscribed();
        long customer = CustomerFixture.create(ada);
        long other = CustomerFixture.createByAdmin(CustomerFixture.customer());
        id(ask(asAdmin(), "restrict", "customer_id", customer, "evidence", "Letter"));
        JsonPath moved = MassActionFixture.done(
                MassActionFixture.named("group", Map.of("group_id", 2), List.of(customer, other)));
        errors(moved, customer);
        asAdmin().get("/rest/V1/customers/" + customer).then().body("group_id", is(1));
        asAdmin().get("/rest/V1/customers/" + other).then().body("group_id", is(2));
        for (String action : List.of("unsubscribe", "revoke", "lock", "unlock")) {
            JsonPath done = MassActionFixture.done(MassActionFixture.named(action, Map.of(), List.of(customer)));
            assertThat(done.getInt("failed")).as(action).isZero();
        }
        // An administrator can still put right what is wrong about the one customer.
        asAdmin()
                .body(Map.of("customer", Map.of("firstname", "Augusta")))
                .put("/rest/V1/customers/" + customer)
                .then()
                .statusCode(200)
                .body("firstname", is("Augusta"));
    }

    private static void errors(JsonPath job, long customer) {
        asAdmin()
                .get("/rest/V1/jobs/" + job.getLong("id") + "/errors?searchCriteria")
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of((int) customer)))
                .body("items[0].message", equalTo(RESTRICTED))
                .body("items[0].parameters.id", equalTo((int) customer));
    }

    private static Map<String, Object> subscribed() {
        Map<String, Object> ada = new HashMap<>(CustomerFixture.customer());
        ada.put("extension_attributes", Map.of("is_subscribed", true));
        return ada;
    }

    private static List<String> reasons(long segment, long customer) {
        return SegmentFixture.texts(
                "select reason from segment_change where segment_id = ? and customer_id = ? order by id",
                segment,
                customer);
    }

    private static int restricted(Object email) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "email")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", email)
                .queryParam("searchCriteria[filter_groups][1][filters][0][field]", "processing_restricted")
                .queryParam("searchCriteria[filter_groups][1][filters][0][value]", "1")
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .extract()
                .path("total_count");
    }

    private static boolean inExport(Object email) {
        boolean inGrid = asAdmin()
                .accept("*/*")
                .queryParam("format", "csv")
                .queryParam("columns", "email")
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "email")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", email)
                .get("/rest/V1/customerGrid/export")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .contains(email.toString());
        assertThat(inFile(email)).isEqualTo(inGrid);
        return inGrid;
    }

    private static boolean inFile(Object email) {
        String id = asAdmin()
                .body(Map.of(
                        "export",
                        Map.of(
                                "entity",
                                "customer",
                                "filters",
                                List.of(Map.of("field", "email", "value", email, "condition_type", "eq")))))
                .post("/rest/V1/exports")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("id");
        return asAdmin()
                .accept("*/*")
                .get("/rest/V1/exports/" + id + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .contains(email.toString());
    }

    private static void refusedInFile(String run, long customer) {
        SegmentFixture.until(
                "the import has ended",
                () -> List.of("done", "failed")
                        .contains(asAdmin()
                                .get("/rest/V1/imports/" + run)
                                .jsonPath()
                                .getString("status")));
        asAdmin()
                .get("/rest/V1/imports/" + run + "/errors")
                .then()
                .statusCode(200)
                .body("items[0].message", equalTo(RESTRICTED))
                .body("items[0].parameters.id", equalTo((int) customer));
    }
}
