package io.clientele.grid;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GridViewApiTest {

    private static final String VIEWS = "/rest/V1/customerGrid/views";
    private static final String INVALID = "Invalid value of \"%value\" provided for the %fieldName field.";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    Tokens tokens;

    @Inject
    Database database;

    @Test
    void the_columns_tell_what_can_be_shown_filtered_sorted_searched_and_edited() {
        asAdmin()
                .get("/rest/V1/customerGrid/columns")
                .then()
                .statusCode(200)
                .body(
                        "findAll { it.is_visible }.code",
                        equalTo(List.of(
                                "id",
                                "name",
                                "email",
                                "group_id",
                                "billing_telephone",
                                "billing_postcode",
                                "billing_country_id",
                                "billing_region",
                                "created_at",
                                "website_id")))
                .body("code", hasItems("is_confirmed", "dob", "taxvat", "gender", "billing_company", "billing_full"))
                .body("find { it.code == 'group_id' }.type", is("SELECT"))
                .body("find { it.code == 'group_id' }.options.label", hasItem("Wholesale"))
                .body("find { it.code == 'website_id' }.options.value", hasItem("1"))
                .body("find { it.code == 'billing_full' }.is_filterable", is(false))
                .body("find { it.code == 'email' }.is_searchable", is(true))
                .body("find { it.code == 'created_at' }.is_editable", is(false))
                .body("find { it.code == 'taxvat' }.is_editable", is(true));
    }

    @Test
    void every_column_that_says_so_filters_and_sorts_the_customers() {
        List<String> codes = asAdmin()
                .get("/rest/V1/customerGrid/columns")
                .then()
                .extract()
                .path("findAll { it.is_filterable && it.is_sortable }.code");
        for (String code : codes) {
            asAdmin()
                    .queryParam("searchCriteria[filter_groups][0][filters][0][field]", code)
                    .queryParam("searchCriteria[filter_groups][0][filters][0][condition_type]", "notnull")
                    .queryParam("searchCriteria[sort_orders][0][field]", code)
                    .queryParam("searchCriteria[sort_orders][0][direction]", "ASC")
                    .queryParam("searchCriteria[page_size]", 1)
                    .get("/rest/V1/customers/search")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_view_is_saved_with_everything_that_makes_it() {
        Map<String, Object> view = view();
        int id = save(view);
        asAdmin()
                .get(VIEWS + "/" + id)
                .then()
                .statusCode(200)
                .body("name", is(view.get("name")))
                .body("columns", equalTo(List.of("email", "id", "billing_city")))
                .body("filters[0].field", is("group_id"))
                .body("filters[0].value", is("2,3"))
                .body("filters[0].condition_type", is("in"))
                .body("search", is("lovelace"))
                .body("sort[0].field", is("created_at"))
                .body("sort[0].direction", is("DESC"))
                .body("page_size", is(50))
                .body("is_shared", is(false))
                .body("is_default", is(false))
                .body("owner_id", notNullValue());
        asAdmin().get(VIEWS).then().statusCode(200).body("id", hasItem(id));
    }

    @Test
    void what_is_not_said_is_the_usual() {
        int id = save(Map.of("name", name()));
        asAdmin()
                .get(VIEWS + "/" + id)
                .then()
                .body("columns", hasItems("id", "name", "email"))
                .body("filters", equalTo(List.of()))
                .body("search", nullValue())
                .body("page_size", is(20));
    }

    @Test
    void a_view_is_renamed_rearranged_and_deleted() {
        int id = save(view());
        String other = name();
        asAdmin()
                .body(Map.of("view", Map.of("name", other, "columns", List.of("id"), "search", "")))
                .put(VIEWS + "/" + id)
                .then()
                .statusCode(200)
                .body("name", is(other))
                .body("columns", equalTo(List.of("id")))
                .body("search", nullValue())
                .body("page_size", is(50));
        asAdmin().delete(VIEWS + "/" + id).then().statusCode(200).body(is("true"));
        asAdmin()
                .get(VIEWS + "/" + id)
                .then()
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldValue", is(id));
    }

    @Test
    void one_view_at_a_time_is_the_default() {
        int first = save(with(view(), "is_default", true));
        int second = save(with(view(), "is_default", true));
        asAdmin().get(VIEWS + "/" + first).then().body("is_default", is(false));
        asAdmin().get(VIEWS + "/" + second).then().body("is_default", is(true));
        asAdmin()
                .body(Map.of("view", Map.of("is_default", false)))
                .put(VIEWS + "/" + second)
                .then()
                .body("is_default", is(false));
    }

    @Test
    void a_shared_view_is_seen_and_chosen_by_others_and_changed_by_its_owner_only() {
        int id = save(with(view(), "is_shared", true));
        String other = colleague();
        as(other).get(VIEWS).then().body("id", hasItem(id));
        as(other)
                .body(Map.of("view", Map.of("is_default", true)))
                .put(VIEWS + "/" + id)
                .then()
                .statusCode(200)
                .body("is_default", is(true));
        asAdmin().get(VIEWS + "/" + id).then().body("is_default", is(false));
        as(other)
                .body(Map.of("view", Map.of("page_size", 5)))
                .put(VIEWS + "/" + id)
                .then()
                .statusCode(401)
                .body("message", is("Only the owner of a view can change it."));
        as(other).delete(VIEWS + "/" + id).then().statusCode(401);
        asAdmin()
                .body(Map.of("view", Map.of("is_shared", false)))
                .put(VIEWS + "/" + id)
                .then()
                .statusCode(200);
        as(other).get(VIEWS).then().body("id", not(hasItem(id)));
        as(other).get(VIEWS + "/" + id).then().statusCode(404);
    }

    @Test
    void the_same_name_twice_is_refused_whatever_its_case() {
        Map<String, Object> view = view();
        save(view);
        String name = String.valueOf(view.get("name"));
        asAdmin()
                .body(Map.of("view", with(view, "name", name.toUpperCase(java.util.Locale.ROOT))))
                .post(VIEWS)
                .then()
                .statusCode(400)
                .body("message", is("A view with the name \"%1\" already exists."))
                .body("parameters[0]", is(name.toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void what_a_view_cannot_hold_is_named() {
        refused(Map.of(), "\"%fieldName\" is required. Enter and try again.", "name");
        refused(with(view(), "columns", List.of("id", "no_such")), INVALID, "columns");
        refused(with(view(), "columns", List.of("id", "id")), INVALID, "columns");
        refused(with(view(), "filters", List.of(Map.of("field", "billing_full"))), INVALID, "field");
        refused(
                with(view(), "filters", List.of(Map.of("field", "id", "condition_type", "near"))),
                INVALID,
                "condition_type");
        refused(with(view(), "sort", List.of(Map.of("field", "id", "direction", "up"))), INVALID, "direction");
        refused(with(view(), "page_size", 0), INVALID, "page_size");
        refused(with(view(), "page_size", 1001), INVALID, "page_size");
        asAdmin()
                .body(Map.of("view", with(view(), "name", "x".repeat(256))))
                .post(VIEWS)
                .then()
                .statusCode(400)
                .body("message", is("\"name\" length must be equal or less than 255 characters."));
    }

    @Test
    void a_column_that_has_gone_is_left_out() {
        int id = save(view());
        database.run(SqlFragment.of(
                "update grid_view set columns = columns || 'gone'::text, filters = '[{\"field\": \"gone\"}]',"
                        + " sort = '[{\"field\": \"gone\", \"direction\": \"ASC\"}]' where id = ?",
                id));
        asAdmin()
                .get(VIEWS + "/" + id)
                .then()
                .body("columns", equalTo(List.of("email", "id", "billing_city")))
                .body("filters", equalTo(List.of()))
                .body("sort", equalTo(List.of()));
    }

    @Test
    void an_administrator_of_some_websites_is_offered_only_those() {
        String limited = tokens.issue(Subject.admin(user(role(List.of(1)))), 0);
        as(limited)
                .get("/rest/V1/customerGrid/columns")
                .then()
                .body("find { it.code == 'website_id' }.options.value", everyItem(is("1")));
    }

    private static void refused(Map<String, Object> view, String message, String field) {
        asAdmin()
                .body(Map.of("view", view))
                .post(VIEWS)
                .then()
                .statusCode(400)
                .body("message", is(message))
                .body("parameters.fieldName", is(field));
    }

    private String colleague() {
        return tokens.issue(Subject.admin(user(role(List.of()))), 0);
    }

    private static int role(List<Integer> websites) {
        return asAdmin()
                .body(Map.of(
                        "role",
                        Map.of(
                                "name",
                                name(),
                                "resources",
                                List.of("Magento_Customer::manage"),
                                "website_ids",
                                websites)))
                .post("/rest/V1/admin/roles")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static int user(int role) {
        String name = name().replace(' ', '-');
        Map<String, Object> user = new HashMap<>(
                Map.of("username", name, "email", name + "@example.com", "firstname", "Col", "lastname", "League"));
        user.put("password", "Their-Pass-1");
        user.put("role_id", role);
        return asAdmin()
                .body(Map.of("user", user))
                .post("/rest/V1/admin/users")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static String name() {
        return "view " + NUMBER.incrementAndGet();
    }

    private static Map<String, Object> view() {
        Map<String, Object> view = new HashMap<>();
        view.put("name", name());
        view.put("columns", List.of("email", "id", "billing_city"));
        view.put("filters", List.of(Map.of("field", "group_id", "value", "2,3", "condition_type", "in")));
        view.put("search", " lovelace ");
        view.put("sort", List.of(Map.of("field", "created_at", "direction", "desc")));
        view.put("page_size", 50);
        return view;
    }

    private static Map<String, Object> with(Map<String, Object> view, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(view);
        changed.put(key, value);
        return changed;
    }

    private static int save(Map<String, Object> view) {
        return asAdmin()
                .body(Map.of("view", view))
                .post(VIEWS)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }
}
