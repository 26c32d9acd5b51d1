package io.clientele.access;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdministrationApiTest {

    private static final String PASSWORD = "Their-Pass-1";
    private static final String NOT_ALLOWED = "The consumer isn't authorized to access %resources.";

    @Inject
    Tokens tokens;

    @Test
    void a_role_is_created_read_changed_and_deleted() {
        long id = role("Clerks", List.of("Magento_Customer::manage"), List.of(1));
        asAdmin()
                .get("/rest/V1/admin/roles/search?searchCriteria[filter_groups][0][filters][0][field]=name"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=CLERKS")
                .then()
                .statusCode(200)
                .body("total_count", is(1))
                .body("items[0].id", is((int) id))
                .body("items[0].name", is("Clerks"))
                .body("items[0].resources", equalTo(List.of("Magento_Customer::manage")))
                .body("items[0].website_ids", equalTo(List.of(1)));
        asAdmin()
                .body(Map.of("role", Map.of("name", "Senior clerks", "website_ids", List.of())))
                .put("/rest/V1/admin/roles/" + id)
                .then()
                .statusCode(200)
                .body("name", is("Senior clerks"))
                .body("resources", equalTo(List.of("Magento_Customer::manage")))
                .body("website_ids", equalTo(List.of()));
        asAdmin().delete("/rest/V1/admin/roles/" + id).then().statusCode(200).body(is("true"));
        asAdmin()
                .delete("/rest/V1/admin/roles/" + id)
                .then()
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("role_id"));
    }

    @Test
    void a_role_is_refused_for_what_it_names_wrongly() {
        saveRole(Map.of("resources", List.of()))
                .statusCode(400)
                .body("message", is("\"%fieldName\" is required. Enter and try again."))
                .body("parameters.fieldName", is("name"));
        saveRole(Map.of("name", "Wrong", "resources", List.of("Magento_Nothing::nothing")))
                .statusCode(400)
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters", equalTo(Map.of("fieldName", "resources", "value", "Magento_Nothing::nothing")));
        saveRole(Map.of("name", "Wrong", "website_ids", List.of(4711)))
                .statusCode(400)
                .body("parameters", equalTo(Map.of("fieldName", "website_ids", "value", "4711")));
        saveRole(Map.of("name", "ADMINISTRATORS"))
                .statusCode(400)
                .body("message", is("A role with the same name already exists."));
    }

    @Test
    void a_role_that_somebody_has_is_not_deleted() {
        long role = role("Needed", List.of(), List.of());
        user("needed", role);
        asAdmin()
                .delete("/rest/V1/admin/roles/" + role)
                .then()
                .statusCode(400)
                .body("message", is("The role can't be deleted because it is assigned to users."));
    }

    @Test
    void an_administrator_is_created_found_changed_and_deleted_and_never_shows_a_password() {
        long role = role("Short-lived", List.of("Magento_Tax::manage_tax"), List.of());
        long id = user("Short.Lived", role);
        asAdmin()
                .get("/rest/V1/admin/users/search?searchCriteria[filter_groups][0][filters][0][field]=username"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=short.lived")
                .then()
                .statusCode(200)
                .body("total_count", is(1))
                .body("items[0].username", is("Short.Lived"))
                .body("items[0].role_id", is((int) role))
                .body("items[0].is_active", is(true))
                .body("items[0].password", nullValue());
        String token = AdminFixture.token("short.lived", PASSWORD);
        as(token).get("/rest/V1/taxClasses/search?searchCriteria").then().statusCode(200);

        asAdmin()
                .body(Map.of("user", Map.of("lastname", "Changed", "password", "Other-Pass-1")))
                .put("/rest/V1/admin/users/" + id)
                .then()
                .statusCode(200)
                .body("firstname", is("Some"))
                .body("lastname", is("Changed"));
        // A new password ends what the old one began.
        as(token).get("/rest/V1/taxClasses/search?searchCriteria").then().statusCode(401);
        String second = AdminFixture.token("short.lived", "Other-Pass-1");

        asAdmin()
                .body(Map.of("user", Map.of("is_active", false)))
                .put("/rest/V1/admin/users/" + id)
                .then()
                .statusCode(200)
                .body("is_active", is(false));
        as(second).get("/rest/V1/taxClasses/search?searchCriteria").then().statusCode(401);
        signIn("short.lived", "Other-Pass-1").statusCode(401);

        asAdmin().delete("/rest/V1/admin/users/" + id).then().statusCode(200).body(is("true"));
        asAdmin().delete("/rest/V1/admin/users/" + id).then().statusCode(404);
    }

    @Test
    void an_administrator_is_refused_for_what_is_missing_wrong_or_taken() {
        saveUser(Map.of("username", "incomplete"))
                .statusCode(400)
                .body("errors.size()", is(5))
                .body("errors.parameters.fieldName", hasItem("role_id"));
        saveUser(userBody("weak", 1, "password", "short"))
                .statusCode(400)
                .body("message", is("The password needs at least %1 characters. Create a new password and try again."))
                .body("parameters", equalTo(List.of(8)));
        saveUser(userBody("nowhere", 1, "email", "nowhere")).statusCode(400).body("parameters.fieldName", is("email"));
        saveUser(userBody("norole", 4711)).statusCode(404).body("parameters.fieldValue", is(4711));
        saveUser(userBody("ADMIN", 1))
                .statusCode(400)
                .body("message", is("A user with the same user name already exists."));
        saveUser(userBody("another", 1, "email", "ADMIN@localhost"))
                .statusCode(400)
                .body("message", is("A user with the same email already exists."));
    }

    @Test
    void nobody_deletes_or_deactivates_their_own_account() {
        long id = user("self-made", 1);
        String token = AdminFixture.token("self-made", PASSWORD);
        String words = "You can't delete or deactivate your own account.";
        as(token).delete("/rest/V1/admin/users/" + id).then().statusCode(400).body("message", is(words));
        as(token)
                .body(Map.of("user", Map.of("is_active", false)))
                .put("/rest/V1/admin/users/" + id)
                .then()
                .statusCode(400)
                .body("message", is(words));
        asAdmin().delete("/rest/V1/admin/users/" + id).then().statusCode(200);
    }

    @Test
    void somebody_with_all_resources_and_websites_must_be_left() {
        removeEverybodyElse();
        String words = "At least one active user must keep a role with all resources and all websites.";
        asAdmin()
                .body(Map.of("role", Map.of("resources", List.of("Magento_Customer::manage"))))
                .put("/rest/V1/admin/roles/1")
                .then()
                .statusCode(400)
                .body("message", is(words));
        asAdmin()
                .body(Map.of("role", Map.of("website_ids", List.of(1))))
                .put("/rest/V1/admin/roles/1")
                .then()
                .statusCode(400)
                .body("message", is(words));
        asAdmin().get("/rest/V1/admin/resources").then().statusCode(200);
    }

    /** Other tests leave administrators behind, some of them with all resources. */
    private static void removeEverybodyElse() {
        asAdmin()
                .get("/rest/V1/admin/users/search?searchCriteria")
                .then()
                .extract()
                .jsonPath()
                .getList("items.findAll { it.username != '" + AdminFixture.USERNAME + "' }.id")
                .forEach(id ->
                        asAdmin().delete("/rest/V1/admin/users/" + id).then().statusCode(200));
    }

    @Test
    void nobody_gives_more_than_they_hold() {
        long role = role("User keepers", List.of("Magento_User::acl_users", "Magento_User::acl_roles"), List.of());
        String token = tokens.issue(Subject.admin(user("keeper", role)), 0);
        as(token)
                .body(Map.of("user", userBody("grown", 1)))
                .post("/rest/V1/admin/users")
                .then()
                .statusCode(401)
                .body("message", is(NOT_ALLOWED))
                .body("parameters.resources", is("Magento_Backend::all"));
        as(token)
                .body(Map.of("role", Map.of("name", "Grown", "resources", List.of("Magento_Customer::manage"))))
                .post("/rest/V1/admin/roles")
                .then()
                .statusCode(401)
                .body("parameters.resources", is("Magento_Customer::manage"));
        as(token)
                .body(Map.of("user", Map.of("password", "Taken-Over-1")))
                .put("/rest/V1/admin/users/1")
                .then()
                .statusCode(401);
        as(token)
                .body(Map.of("user", userBody("peer", role)))
                .post("/rest/V1/admin/users")
                .then()
                .statusCode(200);
    }

    @Test
    void who_is_limited_to_websites_sees_and_makes_only_such_roles_and_users() {
        long role = role("Of website 1", List.of("Magento_User::acl_users", "Magento_User::acl_roles"), List.of(1));
        String token = tokens.issue(Subject.admin(user("limited", role)), 0);
        as(token)
                .get("/rest/V1/admin/roles/search?searchCriteria")
                .then()
                .body("items.id", hasItem((int) role))
                .body("items.id", not(hasItem(1)));
        as(token)
                .get("/rest/V1/admin/users/search?searchCriteria")
                .then()
                .body("items.username", hasItem("limited"))
                .body("items.username", not(hasItem("admin")));
        as(token).delete("/rest/V1/admin/users/1").then().statusCode(404);
        as(token)
                .body(Map.of("role", Map.of("name", "Everywhere", "website_ids", List.of())))
                .post("/rest/V1/admin/roles")
                .then()
                .statusCode(400)
                .body("parameters.fieldName", is("website_ids"));
        as(token)
                .body(Map.of("role", Map.of("name", "Here too")))
                .post("/rest/V1/admin/roles")
                .then()
                .statusCode(200)
                .body("website_ids", equalTo(List.of(1)));
    }

    @Test
    void a_changed_role_counts_at_once() {
        long role = role("Changing", List.of(), List.of());
        String token = tokens.issue(Subject.admin(user("changing", role)), 0);
        as(token).get("/rest/V1/taxClasses/search?searchCriteria").then().statusCode(401);
        asAdmin()
                .body(Map.of("role", Map.of("resources", List.of("Magento_Tax::manage_tax"))))
                .put("/rest/V1/admin/roles/" + role)
                .then()
                .statusCode(200);
        as(token).get("/rest/V1/taxClasses/search?searchCriteria").then().statusCode(200);
    }

    @Test
    void a_role_holds_what_it_names_and_nothing_below_or_above_it() {
        long above = role("Above", List.of("Magento_Backend::stores", "Magento_Customer::manage"), List.of());
        String token = tokens.issue(Subject.admin(user("above", above)), 0);
        as(token)
                .get("/rest/V1/taxClasses/search?searchCriteria")
                .then()
                .statusCode(401)
                .body("parameters.resources", is("Magento_Tax::manage_tax"));
        as(token)
                .delete("/rest/V1/customers/987654321")
                .then()
                .statusCode(401)
                .body("parameters.resources", is("Magento_Customer::delete"));
        as(token)
                .get("/rest/V1/customers/search?searchCriteria")
                .then()
                .statusCode(401)
                .body("parameters.resources", is("Magento_Customer::customer"));
    }

    @Test
    void the_resources_are_shown_as_a_tree() {
        asAdmin()
                .get("/rest/V1/admin/resources")
                .then()
                .statusCode(200)
                .body("[0].id", is("Magento_Backend::all"))
                .body("[0].children.id", hasItem("Magento_Customer::customer"))
                .body(
                        "[0].children.find { it.id == 'Magento_Customer::customer' }.children.id",
                        hasItem("Magento_Customer::manage"));
    }

    @Test
    void an_id_that_is_no_number_is_refused_and_an_unknown_one_not_found() {
        asAdmin().delete("/rest/V1/admin/users/1 or 1=1").then().statusCode(400);
        asAdmin().delete("/rest/V1/admin/users/9223372036854775808").then().statusCode(400);
        asAdmin().delete("/rest/V1/admin/users/-1").then().statusCode(404);
    }

    private static long role(String name, List<String> resources, List<Integer> websites) {
        return saveRole(Map.of("name", name, "resources", resources, "website_ids", websites))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static ValidatableResponse saveRole(Map<String, Object> role) {
        return asAdmin().body(Map.of("role", role)).post("/rest/V1/admin/roles").then();
    }

    private static long user(String username, long role) {
        return saveUser(userBody(username, role))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static ValidatableResponse saveUser(Map<String, Object> user) {
        return asAdmin().body(Map.of("user", user)).post("/rest/V1/admin/users").then();
    }

    private static Map<String, Object> userBody(String username, long role, String... other) {
        Map<String, Object> user = new HashMap<>(Map.of(
                "username",
                username,
                "email",
                username + "@example.com",
                "firstname",
                "Some",
                "lastname",
                "Body",
                "password",
                PASSWORD,
                "role_id",
                role));
        for (int i = 0; i < other.length; i += 2) {
            user.put(other[i], other[i + 1]);
        }
        return user;
    }

    private static ValidatableResponse signIn(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/rest/V1/integration/admin/token")
                .then();
    }
}
