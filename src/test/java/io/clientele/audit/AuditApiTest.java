package io.clientele.audit;

import static io.clientele.AdminFixture.administrator;
import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.AuditFixture.entries;
import static io.clientele.AuditFixture.requestId;
import static io.clientele.AuditFixture.search;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.clientele.AdminFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The audit log over HTTP: what entries say, how they are found and exported, who may see them. */
@QuarkusTest
class AuditApiTest {

    private static final String SEARCH = "/rest/V1/auditLog/search";
    private static final String EXPORT = "/rest/V1/auditLog/export";

    @Inject
    PersonKeys keys;

    /** A query; each condition is a field, a kind of condition and a value. */
    private static String criteria(String[]... conditions) {
        StringBuilder query = new StringBuilder("?searchCriteria[pageSize]=3");
        for (int i = 0; i < conditions.length; i++) {
            String filter = "&searchCriteria[filterGroups][" + i + "][filters][0]";
            query.append(filter).append("[field]=").append(conditions[i][0]);
            query.append(filter).append("[conditionType]=").append(conditions[i][1]);
            query.append(filter).append("[value]=").append(conditions[i][2]);
        }
        return query.toString();
    }

    private static String[] equal(String field, Object value) {
        return new String[] {field, "eq", String.valueOf(value)};
    }

    private static void unlock(long id, String request) {
        asAdmin()
                .header("X-Request-Id", request)
                .post("/rest/V1/customers/" + id + "/unlock")
                .then()
                .statusCode(200);
    }

    @Test
    void an_entry_says_who_did_what_to_whom_from_where_in_which_request() {
        Map<String, Object> ada = customer();
        long id = create(ada);
        String request = requestId();
        unlock(id, request);
        search(asAdmin(), "request_id", request)
                .statusCode(200)
                .body("total_count", is(1))
                .body("items[0].action", is("customer.unlocked"))
                .body("items[0].outcome", is("success"))
                .body("items[0].reason", nullValue())
                .body("items[0].actor_type", is("admin"))
                .body("items[0].actor_name", is(AdminFixture.USERNAME))
                .body("items[0].on_behalf_of", nullValue())
                .body("items[0].address", is("127.0.0.1"))
                .body("items[0].object_type", is("customer"))
                .body("items[0].object_id", is(Long.toString(id)))
                .body("items[0].object_name", is(ada.get("email")))
                .body("items[0].website_id", is(1))
                .body("items[0].is_erased", is(false))
                .body("search_criteria.filter_groups[0].filters[0].field", is("request_id"));
    }

    @Test
    void a_change_is_kept_as_what_differs_before_and_after() {
        Map<String, Object> ada = customer();
        long id = createByAdmin(ada);
        String request = requestId();
        asAdmin()
                .header("X-Request-Id", request)
                .body(Map.of("customer", with(ada, "lastname", "Byron")))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
        search(asAdmin(), "request_id", request)
                .body("total_count", is(1))
                .body("items[0].action", is("customer.changed"))
                .body("items[0].object_name", is(ada.get("email")))
                .body("items[0].before", is(Map.of("lastname", "Lovelace")))
                .body("items[0].after", is(Map.of("lastname", "Byron")));
        String elsewhere = requestId();
        asAdmin()
                .header("X-Request-Id", elsewhere)
                .body(Map.of("customer", Map.of("email", "new" + ada.get("email"), "lastname", "King")))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
        search(asAdmin(), "request_id", elsewhere)
                .body("total_count", is(1))
                .body("items[0].action", is("customer.email.changed"))
                .body("items[0].before", is(Map.of("email", ada.get("email"), "lastname", "Byron")))
                .body("items[0].after", is(Map.of("email", "new" + ada.get("email"), "lastname", "King")));
    }

    @Test
    void a_setting_keeps_where_it_was_set_and_what_it_was() {
        String path = "/rest/V1/settings/general/locale/weight_unit";
        String before = asAdmin().get(path).jsonPath().getString("value");
        String request = requestId();
        String back = requestId();
        asAdmin()
                .header("X-Request-Id", request)
                .body(Map.of("value", "kgs"))
                .put(path)
                .then()
                .statusCode(200);
        asAdmin().header("X-Request-Id", back).delete(path).then().statusCode(200);
        search(asAdmin(), "request_id", request)
                .body("total_count", is(1))
                .body("items[0].action", is("setting.changed"))
                .body("items[0].object_id", is("general/locale/weight_unit"))
                .body("items[0].before.value", is(before))
                .body("items[0].after.value", is("kgs"))
                .body("items[0].detail", is(Map.of("scope", "default", "scope_id", 0)));
        search(asAdmin(), "request_id", back)
                .body("items.action", is(List.of("setting.inherited")))
                .body("items[0].before.value", is("kgs"))
                .body("items[0].after.value", is(before));
    }

    @Test
    void a_right_password_that_is_refused_is_a_failed_sign_in() {
        SiteFixture site = SiteFixture.make();
        StoreFixture.set("customer/create_account/confirm", "1", "websites", site.website());
        Map<String, Object> ada = customer();
        long id = site.create(ada);
        site.signIn(ada.get("email"), PASSWORD).then().statusCode(401);
        search(asAdmin(), "customer_id", id)
                .body("items.action", is(List.of("customer.signed_in", "customer.created")))
                .body("items[0].outcome", is("failure"))
                .body("items[0].reason", is("confirmation"));
    }

    @Test
    void entries_are_found_by_time_actor_object_action_and_outcome_page_after_page() {
        Map<String, Object> ada = customer();
        long id = create(ada);
        for (int i = 0; i < 4; i++) {
            unlock(id, requestId());
        }
        wrong(ada.get("email"));
        String all = SEARCH
                + criteria(
                        equal("object_id", id),
                        equal("object_type", "customer"),
                        equal("actor_type", "admin"),
                        equal("actor_id", 1),
                        equal("action", "customer.unlocked"),
                        equal("outcome", "success"),
                        new String[] {"created_at", "gt", "2020-01-01 00:00:00"},
                        new String[] {"created_at", "lt", "2120-01-01 00:00:00"});
        ValidatableResponse first = asAdmin().get(all + "&after=").then();
        first.statusCode(200)
                .body("items", hasSize(3))
                .body("items.action", everyItem(is("customer.unlocked")))
                .body("total_count", is(4));
        String next = first.extract().path("next");
        asAdmin()
                .header("Prefer", "count=none")
                .get(all + "&after=" + next)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("total_count", nullValue());
        List<Integer> ids = first.extract().path("items.id");
        assertThat(ids).isSortedAccordingTo((a, b) -> b - a);
        asAdmin()
                .get(SEARCH + criteria(equal("customer_id", id), equal("outcome", "failure")))
                .then()
                .body("items.action", is(List.of("customer.signed_in")))
                .body("items.reason", is(List.of("password")))
                .body("items.actor_type", is(List.of("guest")));
        for (String[] none : List.of(
                equal("actor_id", 999_999),
                equal("action", "customer.locked"),
                equal("outcome", "failure"),
                new String[] {"created_at", "lt", "2020-01-01 00:00:00"})) {
            asAdmin()
                    .get(SEARCH + criteria(equal("object_id", id), equal("actor_type", "admin"), none))
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0))
                    .body("total_count", is(0));
        }
        asAdmin()
                .get(SEARCH + criteria(equal("secret", 1)))
                .then()
                .statusCode(400)
                .body("message", is("Invalid attribute name: %1"))
                .body("parameters", is(List.of("secret")));
    }

    private static void wrong(Object email) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("username", email, "password", "Wrong-Passw0rd"))
                .post("/rest/V1/integration/customer/token")
                .then()
                .statusCode(401);
    }

    @Test
    void entries_stay_when_a_person_is_erased_and_say_nothing_of_them_any_more() {
        Map<String, Object> ada = customer();
        long id = create(ada);
        token(ada.get("email"));
        unlock(id, requestId());
        search(asAdmin(), "customer_id", id)
                .body("items.object_name", hasItem(ada.get("email")))
                .body("items.actor_name", hasItem(ada.get("email")));
        keys.destroy(Person.customer(id));
        String after = search(asAdmin(), "customer_id", id)
                .body("items.action", hasItem("customer.unlocked"))
                .body("items.action", hasItem("customer.signed_in"))
                .body("items.is_erased", hasItem(true))
                .body("items.find { it.action == 'customer.signed_in' }.actor_id", is((int) id))
                .body("items.find { it.action == 'customer.signed_in' }.address", nullValue())
                .extract()
                .asString();
        assertThat(after)
                .doesNotContain("Lovelace")
                .doesNotContain(ada.get("email").toString());
    }

    @Test
    void the_log_is_exported_line_by_line_and_no_cell_is_a_formula() {
        String formula = "=cmd" + UUID.randomUUID() + "@example.com";
        long id = create(with(customer(), "email", formula));
        unlock(id, requestId());
        unlock(id, requestId());
        String which = criteria(equal("customer_id", id), equal("action", "customer.unlocked"));
        String request = requestId();
        String csv = asAdmin()
                .accept("text/csv")
                .header("X-Request-Id", request)
                .get(EXPORT + which)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("audit.csv"))
                .header("Content-Length", nullValue())
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(3).first().asString().startsWith("id,created_at,action,outcome");
        assertThat(csv).contains(",'" + formula).doesNotContain("," + formula);
        assertThat(entries(request))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("action", "audit.exported")
                        .containsEntry("object_id", "csv"));
        String lines = asAdmin()
                .accept("application/x-ndjson")
                .get(EXPORT + which + "&format=ndjson")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(lines.lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"id\":") && line.contains("\"action\":\"customer.unlocked\""));
        asAdmin()
                .accept("*/*")
                .get(EXPORT + which + "&format=xls")
                .then()
                .statusCode(400)
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters.value", is("xls"));
    }

    @Test
    void administrators_limited_to_websites_see_what_concerns_theirs() {
        String name = "au" + UUID.randomUUID().toString().substring(0, 8);
        int website = asAdmin()
                .body(Map.of("website", Map.of("code", name, "name", name)))
                .post("/rest/V1/store/websites")
                .jsonPath()
                .getInt("id");
        long id = create(customer());
        unlock(id, requestId());
        String elsewhere = administrator(List.of(AuditService.VIEW), website);
        String here = administrator(List.of(AuditService.VIEW), 1);
        search(as(here), "object_id", id).statusCode(200).body("items.action", hasItem("customer.unlocked"));
        search(as(elsewhere), "object_id", id).statusCode(200).body("items", hasSize(0));
        search(as(here), "object_type", "admin_role").body("items", hasSize(0));
        String which = criteria(equal("object_id", id));
        assertThat(exported(as(elsewhere), which).lines()).hasSize(1);
        assertThat(exported(as(here), which).lines()).hasSizeGreaterThan(1);
    }

    private static String exported(RequestSpecification by, String which) {
        return by.accept("text/csv").get(EXPORT + which).asString();
    }

    @Test
    void administrators_read_the_log_over_graphql() {
        Map<String, Object> ada = customer();
        long id = create(ada);
        unlock(id, requestId());
        unlock(id, requestId());
        String query = "{ adminAuditLog(filter: [{field: \"customer_id\", value: \"" + id
                + "\"}, {field: \"action\", value: \"customer.unlocked\"}], pageSize: 1, after: \"\")"
                + " { total_count end_cursor items { id action outcome actor_type actor_name object_type object_id"
                + " object_name is_erased } } }";
        String cursor = graphql(query)
                .body("data.adminAuditLog.total_count", is(2))
                .body("data.adminAuditLog.items", hasSize(1))
                .body("data.adminAuditLog.items[0].action", is("customer.unlocked"))
                .body("data.adminAuditLog.items[0].actor_name", is(AdminFixture.USERNAME))
                .body("data.adminAuditLog.items[0].object_id", is(Long.toString(id)))
                .body("data.adminAuditLog.items[0].object_name", is(ada.get("email")))
                .body("data.adminAuditLog.items[0].is_erased", is(false))
                .extract()
                .path("data.adminAuditLog.end_cursor");
        graphql(query.replace("after: \"\"", "after: \"" + cursor + "\""))
                .body("data.adminAuditLog.items", hasSize(1))
                .body("data.adminAuditLog.items[0].action", is("customer.unlocked"));
    }

    private static ValidatableResponse graphql(String query) {
        return asAdmin().body(Map.of("query", query)).post("/graphql").then().statusCode(200);
    }
}
