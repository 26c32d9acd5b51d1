package io.clientele.massaction;

import static io.clientele.AdminFixture.administrator;
import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.massaction.MassActionFixture.ACTIONS;
import static io.clientele.massaction.MassActionFixture.done;
import static io.clientele.massaction.MassActionFixture.doneAs;
import static io.clientele.massaction.MassActionFixture.matching;
import static io.clientele.massaction.MassActionFixture.named;
import static io.clientele.massaction.MassActionFixture.send;
import static io.clientele.massaction.MassActionFixture.undone;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AuditFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.segment.RuleFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.shared.job.JobFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done to many customers at a time, as jobs. */
@QuarkusTest
class MassActionApiTest {

    private static final String MANAGE = "Magento_Customer::manage";

    private final String name = SegmentFixture.name();

    @AfterEach
    void delete_the_segments() {
        SegmentFixture.deleteAll();
    }

    @Test
    void all_who_match_are_moved_to_a_group_with_entries_events_and_segments_and_back_again() {
        List<Long> ids = customers(5);
        long segment = SegmentFixture.create(
                SegmentFixture.segment(RuleFixture.all(RuleFixture.lastname(name), RuleFixture.group(2))));
        JsonPath job = done(matching("group", Map.of("group_id", 2), "lastname", name));
        ended(job, "done", 5, 0);
        assertThat(groups(ids)).containsOnly(2);
        ids.forEach(id -> SegmentFixture.awaitMember(segment, id, true));
        AuditFixture.search(asAdmin(), "customer_id", ids.getFirst())
                .body("items.find { it.action == 'customer.group.changed' }.before.group_id", is(1))
                .body("items.find { it.action == 'customer.group.changed' }.after.group_id", is(2))
                .body("items.find { it.action == 'customer.group.changed' }.detail.reason", is("manual"))
                .body("items.find { it.action == 'customer.group.changed' }.actor_type", is("admin"));
        assertThat(events(ids, "customer.group_changed")).isEqualTo(5);
        asAdmin()
                .get(ACTIONS + "/" + job.getLong("id") + "/changes?searchCriteria")
                .then()
                .statusCode(200)
                .body("total_count", is(5))
                .body(
                        "items.customer_id",
                        equalTo(ids.stream().map(Long::intValue).toList()))
                .body("items.before", equalTo(List.of(1, 1, 1, 1, 1)));
        change(ids.get(1), Map.of("group_id", 3));
        JsonPath undo = undone(job.getLong("id"));
        ended(undo, "done", 5, 1);
        errors(undo, List.of(ids.get(1)), "The customer was changed again since.");
        assertThat(groups(ids)).containsExactly(1, 3, 1, 1, 1);
        asAdmin()
                .post(ACTIONS + "/" + job.getLong("id") + "/undo")
                .then()
                .statusCode(400)
                .body("message", is("The action has been undone already."));
        asAdmin()
                .post(ACTIONS + "/" + undo.getLong("id") + "/undo")
                .then()
                .statusCode(400)
                .body("message", is("The action can't be undone."));
    }

    @Test
    void who_is_not_there_or_not_the_callers_is_an_error_of_its_own() {
        SiteFixture site = SiteFixture.make();
        long here = createByAdmin(with(customer(), "website_id", site.website()));
        long elsewhere = createByAdmin(customer());
        String limited = site.administrator(List.of(MANAGE));
        long job = doneAs(limited, named("group", Map.of("group_id", 2), List.of(here, elsewhere, 987654321L, here)));
        as(limited)
                .get("/rest/V1/jobs/" + job + "/errors?searchCriteria")
                .then()
                .statusCode(200)
                .body(
                        "items.message",
                        equalTo(List.of(
                                "No such entity with %fieldName = %fieldValue",
                                "No such entity with %fieldName = %fieldValue")))
                .body("items.number", org.hamcrest.Matchers.containsInAnyOrder((int) elsewhere, 987654321))
                .body("items[0].parameters.fieldName", is("customerId"));
        as(limited)
                .get("/rest/V1/jobs/" + job)
                .then()
                .body("total", is(3))
                .body("done", is(3))
                .body("failed", is(2));
        assertThat(groups(List.of(here, elsewhere))).containsExactly(2, 1);
        // By criteria, who is not the caller's is not found at all.
        long all = doneAs(
                limited,
                Map.of(
                        "action",
                        Map.of("name", "group", "params", Map.of("group_id", 3), "search_criteria", Map.of())));
        as(limited).get("/rest/V1/jobs/" + all).then().body("total", is(1));
        assertThat(groups(List.of(here, elsewhere))).containsExactly(3, 1);
    }

    @Test
    void customers_are_subscribed_and_unsubscribed_and_each_can_be_taken_back() {
        List<Long> ids = customers(3);
        change(ids.get(0), Map.of("extension_attributes", Map.of("is_subscribed", true)));
        JsonPath begun = done(named("subscribe", Map.of(), ids));
        ended(begun, "done", 3, 0);
        assertThat(subscribed(ids)).containsOnly(true);
        assertThat(events(ids, "newsletter.subscribed")).isEqualTo(3);
        ended(undone(begun.getLong("id")), "done", 2, 0);
        assertThat(subscribed(ids)).containsExactly(true, false, false);
        JsonPath ended = done(named("unsubscribe", Map.of(), ids));
        ended(ended, "done", 3, 0);
        assertThat(subscribed(ids)).containsOnly(false);
        ended(undone(ended.getLong("id")), "done", 1, 0);
        assertThat(subscribed(ids)).containsExactly(true, false, false);
    }

    @Test
    void an_attribute_is_given_to_all_found_by_it_and_taken_back() {
        String value = "v" + Long.toString(System.nanoTime() % 1_000_000_000, 36);
        String code = "mass" + name.toLowerCase(java.util.Locale.ROOT).substring(1, 9);
        asAdmin()
                .body(Map.of(
                        "attribute",
                        Map.of(
                                "attribute_code",
                                code,
                                "frontend_input",
                                "text",
                                "default_frontend_label",
                                "Mass",
                                "is_used_in_grid",
                                true,
                                "is_searchable_in_grid",
                                true,
                                "validation_rules",
                                List.of(Map.of("name", "max_text_length", "value", "8")))))
                .post("/rest/V1/customerAttributes")
                .then()
                .statusCode(200);
        try {
            List<Long> ids = customers(3);
            change(ids.get(0), Map.of("custom_attributes", List.of(Map.of("attribute_code", code, "value", "old"))));
            JsonPath job = done(named("attribute", Map.of("attribute_code", code, "value", value), ids));
            ended(job, "done", 3, 0);
            asAdmin()
                    .queryParam("search", value + " " + name)
                    .get("/rest/V1/customers/search?searchCriteria")
                    .then()
                    .statusCode(200)
                    .body("total_count", is(3));
            assertThat(events(ids, "customer.changed")).isGreaterThanOrEqualTo(3);
            change(ids.get(1), Map.of("custom_attributes", List.of(Map.of("attribute_code", code, "value", "new"))));
            JsonPath undo = undone(job.getLong("id"));
            ended(undo, "done", 3, 1);
            errors(undo, List.of(ids.get(1)), "The customer was changed again since.");
            assertThat(ids.stream().map(id -> attribute(id, code)).toList()).containsExactly("old", "new", "");
            JsonPath tooLong = done(named("attribute", Map.of("attribute_code", code, "value", "123456789"), ids));
            ended(tooLong, "done", 3, 3);
            assertThat(ids.stream().map(id -> attribute(id, code)).toList()).containsExactly("old", "new", "");
        } finally {
            asAdmin().delete("/rest/V1/customerAttributes/" + code);
        }
    }

    @Test
    void sessions_end_and_accounts_are_shut_and_opened() {
        Map<String, Object> sent = with(customer(), "lastname", name);
        long id = create(sent);
        String first = token(sent.get("email"));
        ended(done(named("revoke", Map.of(), List.of(id))), "done", 1, 0);
        as(first).get("/rest/V1/customers/me").then().statusCode(401);
        String second = token(sent.get("email"));
        JsonPath shut = done(named("lock", Map.of(), List.of(id)));
        ended(shut, "done", 1, 0);
        as(second).get("/rest/V1/customers/me").then().statusCode(401);
        signIn(sent.get("email"), 401);
        ended(undone(shut.getLong("id")), "done", 1, 0);
        signIn(sent.get("email"), 200);
        done(named("lock", Map.of(), List.of(id)));
        ended(done(named("unlock", Map.of(), List.of(id))), "done", 1, 0);
        signIn(sent.get("email"), 200);
        AuditFixture.search(asAdmin(), "customer_id", id)
                .body(
                        "items.action",
                        org.hamcrest.Matchers.hasItems(
                                "customer.tokens.revoked",
                                "customer.deactivated",
                                "customer.reactivated",
                                "customer.unlocked"));
        asAdmin()
                .post(ACTIONS + "/"
                        + done(named("revoke", Map.of(), List.of(id))).getLong("id") + "/undo")
                .then()
                .statusCode(400)
                .body("message", is("The action can't be undone."));
    }

    @Test
    void customers_are_deleted_with_what_they_had_and_the_log_says_who_they_were() {
        Map<String, Object> sent = with(customerWithAddresses(2), "lastname", name);
        long id = create(sent);
        long other = createByAdmin(with(customer(), "lastname", name));
        String token = token(sent.get("email"));
        ended(done(matching("delete", Map.of(), "lastname", name)), "done", 2, 0);
        asAdmin().get("/rest/V1/customers/" + id).then().statusCode(404);
        as(token).get("/rest/V1/customers/me").then().statusCode(401);
        assertThat(SegmentFixture.count("select count(*) from customer where id in (?, ?)", id, other))
                .isZero();
        assertThat(SegmentFixture.count(
                        "select count(*) from credential where subject_type = 3 and subject_id = ?", id))
                .isZero();
        AuditFixture.search(asAdmin(), "customer_id", id)
                .body("items.find { it.action == 'customer.deleted' }.before.lastname", is(name))
                .body("items.find { it.action == 'customer.deleted' }.before.addresses.size()", is(2));
        assertThat(events(List.of(id, other), "customer.deleted")).isEqualTo(2);
    }

    @Test
    void each_action_demands_its_own_resource_and_what_it_needs() {
        String manager = administrator(List.of(MANAGE));
        Map.of(
                        "delete", "Magento_Customer::delete",
                        "revoke", "Magento_Customer::invalidate_tokens",
                        "lock", "Clientele_Customer::deactivate",
                        "unlock", "Clientele_Customer::deactivate",
                        "subscribe", "Magento_Newsletter::subscriber",
                        "unsubscribe", "Magento_Newsletter::subscriber")
                .forEach((action, resource) -> as(manager)
                        .body(named(action, Map.of(), List.of(987654321L)))
                        .post(ACTIONS)
                        .then()
                        .statusCode(401)
                        .body("message", is("The consumer isn't authorized to access %resources."))
                        .body("parameters.resources", is(resource)));
        send(named("paint", Map.of(), List.of(1L)))
                .statusCode(400)
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters.fieldName", is("name"))
                .body("parameters.value", is("paint"));
        send(named("group", Map.of(), List.of(1L)))
                .statusCode(400)
                .body("message", is("\"%fieldName\" is required. Enter and try again."))
                .body("parameters.fieldName", is("group_id"));
        send(named("group", Map.of("group_id", 987654), List.of(1L))).statusCode(400);
        send(named("attribute", Map.of("attribute_code", "firstname"), List.of(1L)))
                .statusCode(400)
                .body("parameters.fieldName", is("attribute_code"));
        send(Map.of("action", Map.of("name", "revoke")))
                .statusCode(400)
                .body("message", is("Select customers either by \"ids\" or by \"search_criteria\"."));
        send(Map.of("action", Map.of("name", "revoke", "ids", List.of(1), "search_criteria", Map.of())))
                .statusCode(400)
                .body("message", is("Select customers either by \"ids\" or by \"search_criteria\"."));
        send(matching("revoke", Map.of(), "shoe_size", "44"))
                .statusCode(400)
                .body("message", is("Invalid attribute name: %1"));
    }

    /** As after a kill: some are done, the holder is gone. */
    @Test
    void an_action_that_was_broken_off_goes_on_after_the_last_who_was_done() {
        List<Long> ids = customers(4);
        long job = JobFixture.waiting();
        SegmentFixture.run(
                "insert into mass_action (job_id, name, params) values (?, 'group', '{\"groupId\": 2}')", job);
        ids.forEach(
                id -> SegmentFixture.run("insert into mass_action_item (job_id, customer_id) values (?, ?)", job, id));
        SegmentFixture.run(
                "update job set kind = 'customer_mass_action', status = 'running', position = ?, done = 2, total = 4,"
                        + " holder = gen_random_uuid(), started_at = created_at where id = ?",
                ids.get(1).toString(),
                job);
        ended(JobFixture.ended(job), "done", 4, 0);
        assertThat(groups(ids)).containsExactly(1, 1, 2, 2);
    }

    @Test
    void rights_that_are_lost_while_it_waits_are_lost_for_it() {
        List<Long> ids = customers(1);
        long job = JobFixture.waiting();
        SegmentFixture.run("insert into mass_action (job_id, name, params) values (?, 'delete', '{}')", job);
        ids.forEach(
                id -> SegmentFixture.run("insert into mass_action_item (job_id, customer_id) values (?, ?)", job, id));
        SegmentFixture.run(
                "update job set kind = 'customer_mass_action', position = '0',"
                        + " accepted = jsonb_set(accepted, '{caller,resources}', '[\"Magento_Customer::manage\"]') where id = ?",
                job);
        assertThat(JobFixture.ended(job).getString("status")).isEqualTo("failed");
        assertThat(groups(ids)).containsExactly(1);
    }

    private List<Long> customers(int count) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(createByAdmin(with(customer(), "lastname", name)));
        }
        return ids;
    }

    private static void ended(JsonPath job, String status, int done, int failed) {
        assertThat(job.getString("status")).as(job.prettify()).isEqualTo(status);
        assertThat(job.getInt("done")).as(job.prettify()).isEqualTo(done);
        assertThat(job.getInt("total")).as(job.prettify()).isEqualTo(done);
        assertThat(job.getInt("failed")).as(job.prettify()).isEqualTo(failed);
    }

    private static void errors(JsonPath job, List<Long> ids, String message) {
        asAdmin()
                .get("/rest/V1/jobs/" + job.getLong("id") + "/errors?searchCriteria")
                .then()
                .statusCode(200)
                .body("items.number", equalTo(ids.stream().map(Long::intValue).toList()))
                .body("items[0].message", is(message))
                .body("items[0].field", nullValue());
    }

    private static List<Integer> groups(List<Long> ids) {
        return ids.stream()
                .map(id -> asAdmin().get("/rest/V1/customers/" + id).jsonPath().getInt("group_id"))
                .toList();
    }

    private static List<Boolean> subscribed(List<Long> ids) {
        return ids.stream()
                .map(id -> asAdmin()
                        .get("/rest/V1/customers/" + id)
                        .jsonPath()
                        .getBoolean("extension_attributes.is_subscribed"))
                .toList();
    }

    private static String attribute(long id, String code) {
        String value = asAdmin()
                .get("/rest/V1/customers/" + id)
                .jsonPath()
                .getString("custom_attributes?.find { it.attribute_code == '" + code + "' }?.value");
        return value == null ? "" : value;
    }

    private static long events(List<Long> ids, String type) {
        return ids.stream()
                .mapToLong(id ->
                        SegmentFixture.count("select count(*) from event where customer_id = ? and type = ?", id, type))
                .sum();
    }

    private static void change(long id, Map<String, Object> draft) {
        asAdmin()
                .body(Map.of("customer", draft))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
    }

    private static void signIn(Object email, int status) {
        given().contentType(ContentType.JSON)
                .body(Map.of("username", email, "password", PASSWORD))
                .post("/rest/V1/integration/customer/token")
                .then()
                .statusCode(status);
    }
}
