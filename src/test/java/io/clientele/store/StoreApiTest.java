package io.clientele.store;

import static io.clientele.store.StoreFixture.admin;
import static io.clientele.store.StoreFixture.code;
import static io.clientele.store.StoreFixture.group;
import static io.clientele.store.StoreFixture.view;
import static io.clientele.store.StoreFixture.website;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoreApiTest {

    @Test
    void websites_are_listed_with_the_administrations() {
        admin().get("/rest/V1/store/websites")
                .then()
                .statusCode(200)
                .body("find { it.id == 0 }.code", is("admin"))
                .body(
                        "find { it.id == 1 }",
                        equalTo(Map.of("id", 1, "code", "base", "name", "Main Website", "default_group_id", 1)));
    }

    @Test
    void store_groups_are_listed_with_the_administrations() {
        admin().get("/rest/V1/store/storeGroups")
                .then()
                .statusCode(200)
                .body("find { it.id == 0 }.root_category_id", is(0))
                .body(
                        "find { it.id == 1 }",
                        equalTo(Map.of(
                                "id",
                                1,
                                "website_id",
                                1,
                                "root_category_id",
                                2,
                                "default_store_id",
                                1,
                                "name",
                                "Main Website Store",
                                "code",
                                "main_website_store")));
    }

    @Test
    void store_views_are_listed_with_the_administrations() {
        admin().get("/rest/V1/store/storeViews")
                .then()
                .statusCode(200)
                .body("find { it.id == 0 }.code", is("admin"))
                .body(
                        "find { it.id == 1 }",
                        equalTo(Map.of(
                                "id",
                                1,
                                "code",
                                "default",
                                "name",
                                "Default Store View",
                                "website_id",
                                1,
                                "store_group_id",
                                1,
                                "is_active",
                                1)));
    }

    @Test
    void configurations_are_given_for_the_codes_that_are_named() {
        admin().get("/rest/V1/store/storeConfigs?storeCodes[]=default&storeCodes[]=nowhere")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].id", is(1))
                .body("[0].code", is("default"))
                .body("[0].website_id", is(1))
                .body("[0].locale", is("en_US"))
                .body("[0].base_currency_code", is("USD"))
                .body("[0].default_display_currency_code", is("USD"))
                .body("[0].timezone", is("America/Los_Angeles"))
                .body("[0].weight_unit", is("lbs"))
                .body("[0].base_url", is("http://localhost:8080/"))
                .body("[0].base_link_url", is("http://localhost:8080/"))
                .body("[0].base_static_url", is("http://localhost:8080/static/"))
                .body("[0].base_media_url", is("http://localhost:8080/media/"))
                .body("[0].secure_base_url", is("http://localhost:8080/"))
                .body("[0].secure_base_link_url", is("http://localhost:8080/"))
                .body("[0].secure_base_static_url", is("http://localhost:8080/static/"))
                .body("[0].secure_base_media_url", is("http://localhost:8080/media/"));
    }

    @Test
    void configurations_of_all_store_views_are_given_when_no_code_is_named() {
        admin().get("/rest/V1/store/storeConfigs")
                .then()
                .statusCode(200)
                .body("code", hasItem("default"))
                .body("code", hasItem("admin"));
    }

    @Test
    void a_new_website_takes_its_first_group_and_that_its_first_view_as_default() {
        int website = website(code("site"));
        int group = group(website, code("group"));
        int view = view(website, group, code("view"), true);
        view(website, group, code("view"), true);
        admin().get("/rest/V1/store/websites")
                .then()
                .body("find { it.id == " + website + " }.default_group_id", is(group));
        admin().get("/rest/V1/store/storeGroups")
                .then()
                .body("find { it.id == " + group + " }.default_store_id", is(view))
                .body("find { it.id == " + group + " }.root_category_id", is(2));
    }

    @Test
    void a_change_touches_only_what_was_sent() {
        String code = code("site");
        int website = website(code);
        admin().body("{\"website\": {\"id\": 99, \"name\": \"  Élodie's  \"}}")
                .put("/rest/V1/store/websites/" + website)
                .then()
                .statusCode(200)
                .body("", equalTo(Map.of("id", website, "code", code, "name", "Élodie's", "default_group_id", 0)));
    }

    @Test
    void another_default_group_and_view_can_be_chosen_among_the_own_ones() {
        int website = website(code("site"));
        int group = group(website, code("group"));
        int other = group(website, code("group"));
        view(website, other, code("view"), true);
        int second = view(website, other, code("view"), true);
        admin().body(Map.of("website", Map.of("default_group_id", other)))
                .put("/rest/V1/store/websites/" + website)
                .then()
                .statusCode(200)
                .body("default_group_id", is(other));
        admin().body(Map.of("group", Map.of("default_store_id", second)))
                .put("/rest/V1/store/storeGroups/" + other)
                .then()
                .statusCode(200)
                .body("default_store_id", is(second));
        admin().body(Map.of("group", Map.of("default_store_id", 1)))
                .put("/rest/V1/store/storeGroups/" + group)
                .then()
                .statusCode(400)
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters.fieldName", is("defaultStoreId"))
                .body("parameters.value", is(1));
    }

    @Test
    void a_code_is_taken_whatever_its_case() {
        String code = code("site");
        website(code);
        admin().body(Map.of("website", Map.of("code", code.toUpperCase(java.util.Locale.ROOT), "name", "x")))
                .post("/rest/V1/store/websites")
                .then()
                .statusCode(400)
                .body("message", is("Website with the same code already exists."));
        admin().body("{\"store\": {\"store_group_id\": 1, \"code\": \"DEFAULT\", \"name\": \"x\"}}")
                .post("/rest/V1/store/storeViews")
                .then()
                .statusCode(400)
                .body("message", is("Store with the same code already exists."));
        admin().body("{\"group\": {\"website_id\": 1, \"code\": \"main_Website_store\", \"name\": \"x\"}}")
                .post("/rest/V1/store/storeGroups")
                .then()
                .statusCode(400)
                .body("message", is("Store group with the same code already exists."));
    }

    @Test
    void a_code_must_be_one_and_must_not_mean_something_else_in_a_url() {
        admin().body("{\"website\": {\"code\": \"1a\", \"name\": \"x\"}}")
                .post("/rest/V1/store/websites")
                .then()
                .statusCode(400)
                .body(
                        "message",
                        is("The code may contain at most 32 letters (a-z), numbers (0-9) or underscores (_),"
                                + " and the first character must be a letter."));
        admin().body("{\"store\": {\"store_group_id\": 1, \"code\": \"All\", \"name\": \"x\"}}")
                .post("/rest/V1/store/storeViews")
                .then()
                .statusCode(400)
                .body("parameters.fieldName", is("code"));
    }

    @Test
    void what_is_missing_is_named() {
        admin().body("{}")
                .post("/rest/V1/store/websites")
                .then()
                .statusCode(400)
                .body("message", is("\"%fieldName\" is required. Enter and try again."))
                .body("parameters.fieldName", is("website"));
        admin().body("{\"website\": {\"name\": \"x\"}}")
                .post("/rest/V1/store/websites")
                .then()
                .statusCode(400)
                .body("parameters.fieldName", is("code"));
        admin().body("{\"store\": {\"code\": \"nameless\", \"store_group_id\": 1, \"name\": \" \"}}")
                .post("/rest/V1/store/storeViews")
                .then()
                .statusCode(400)
                .body("parameters.fieldName", is("name"));
        admin().body("{\"group\": {\"code\": \"x\", \"name\": \"x\"}}")
                .post("/rest/V1/store/storeGroups")
                .then()
                .statusCode(400)
                .body("parameters.fieldName", is("websiteId"));
    }

    @Test
    void an_unknown_website_or_group_is_not_found() {
        admin().body("{\"group\": {\"website_id\": 9999, \"code\": \"x\", \"name\": \"x\"}}")
                .post("/rest/V1/store/storeGroups")
                .then()
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("websiteId"))
                .body("parameters.fieldValue", is(9999));
        admin().body("{\"store\": {\"store_group_id\": 9999, \"code\": \"x\", \"name\": \"x\"}}")
                .post("/rest/V1/store/storeViews")
                .then()
                .statusCode(404)
                .body("parameters.fieldName", is("groupId"));
        admin().delete("/rest/V1/store/storeViews/9999")
                .then()
                .statusCode(404)
                .body("parameters.fieldName", is("storeId"));
        admin().body("{\"website\": {\"name\": \"x\"}}")
                .put("/rest/V1/store/websites/0")
                .then()
                .statusCode(404);
    }

    @Test
    void a_store_stays_in_its_website() {
        int website = website(code("site"));
        int group = group(website, code("group"));
        int view = view(website, group, code("view"), true);
        admin().body("{\"store\": {\"store_group_id\": 1}}")
                .put("/rest/V1/store/storeViews/" + view)
                .then()
                .statusCode(400)
                .body("message", is("The website of a store cannot be changed."));
        admin().body("{\"group\": {\"website_id\": 1}}")
                .put("/rest/V1/store/storeGroups/" + group)
                .then()
                .statusCode(400)
                .body("message", is("The website of a store cannot be changed."));
    }

    @Test
    void the_default_ones_cannot_be_deleted_or_disabled() {
        for (String each : new String[] {"websites/1", "storeGroups/1", "storeViews/1"}) {
            admin().delete("/rest/V1/store/" + each)
                    .then()
                    .statusCode(400)
                    .body("message", is("This %1 cannot be deleted."));
        }
        admin().body("{\"store\": {\"is_active\": 0}}")
                .put("/rest/V1/store/storeViews/1")
                .then()
                .statusCode(400)
                .body("message", is("The default store view cannot be disabled."));
    }

    @Test
    void what_still_has_parts_cannot_be_deleted_and_what_has_none_can() {
        int website = website(code("site"));
        int group = group(website, code("group"));
        int view = view(website, group, code("view"), true);
        admin().delete("/rest/V1/store/websites/" + website)
                .then()
                .statusCode(400)
                .body("message", is("This %1 cannot be deleted because it is in use."))
                .body("parameters", contains("website"));
        admin().delete("/rest/V1/store/storeGroups/" + group).then().statusCode(400);
        admin().delete("/rest/V1/store/storeViews/" + view)
                .then()
                .statusCode(200)
                .body("", is(true));
        admin().delete("/rest/V1/store/storeGroups/" + group).then().statusCode(200);
        admin().delete("/rest/V1/store/websites/" + website).then().statusCode(200);
        admin().get("/rest/V1/store/websites").then().body("id", not(hasItem(website)));
    }
}
