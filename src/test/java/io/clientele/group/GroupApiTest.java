package io.clientele.group;

import static io.clientele.AdminFixture.asAdmin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GroupApiTest {

    private static final String INVALID = "Invalid value of \"%value\" provided for the %fieldName field.";

    @Test
    void a_fresh_database_has_the_four_shipped_groups() {
        search("id", "0,1,2,3", "in")
                .body("items.id", contains(0, 1, 2, 3))
                .body("items.code", contains("NOT LOGGED IN", "General", "Wholesale", "Retailer"))
                .body("items.tax_class_id", contains(3, 3, 3, 3))
                .body("items[0].tax_class_name", is("Retail Customer"))
                .body("items[0].extension_attributes", nullValue())
                .body("total_count", is(4));
    }

    @Test
    void a_new_group_answers_whole_and_can_be_read() {
        String code = code();
        int id = post("{\"group\":{\"code\":\"" + code + "\",\"tax_class_name\":\"what is sent here is not kept\"}}")
                .statusCode(200)
                .body("code", is(code))
                .body("tax_class_id", is(3))
                .body("tax_class_name", is("Retail Customer"))
                .extract()
                .path("id");

        read(id).statusCode(200)
                .body("id", is(id))
                .body("code", is(code))
                .body("tax_class_name", is("Retail Customer"));
    }

    @Test
    void a_long_code_is_cut_to_32_characters_not_bytes() {
        String start = "é😀" + code();
        String code = start + "x".repeat(80);

        post(json(code)).statusCode(200).body("code", is(code.substring(0, code.offsetByCodePoints(0, 32))));
        post(json(code + "y")).statusCode(400).body("message", is("Customer Group already exists."));
    }

    @Test
    void the_code_is_unique_without_regard_to_case() {
        String code = "Ärzte " + code();
        created(code);

        post(json(code.toLowerCase(Locale.ROOT)))
                .statusCode(400)
                .body("message", is("Customer Group already exists."))
                .body("parameters", nullValue());
        put(created(code()), json(code)).statusCode(400).body("message", is("Customer Group already exists."));
    }

    @Test
    void a_group_may_change_the_case_of_its_own_code() {
        String code = "straße " + code();
        int id = created(code);

        put(id, json(code.toUpperCase(Locale.ROOT).replace("STRASSE", "STRAßE")))
                .statusCode(200)
                .body("id", is(id));
    }

    @Test
    void the_code_is_required() {
        for (String body : new String[] {"{\"group\":{}}", json(""), json("  "), "{\"group\":{\"code\":null}}"}) {
            post(body)
                    .statusCode(400)
                    .body("message", is("\"%fieldName\" is required. Enter and try again."))
                    .body("parameters.fieldName", is("code"));
            put(1, body).statusCode(400);
        }
    }

    @Test
    void the_tax_class_must_be_one_of_customers() {
        for (int taxClass : new int[] {2, 9999, -1}) {
            post("{\"group\":{\"code\":\"" + code() + "\",\"tax_class_id\":" + taxClass + "}}")
                    .statusCode(400)
                    .body("message", is(INVALID))
                    .body("parameters.fieldName", is("taxClassId"))
                    .body("parameters.value", is(taxClass));
        }
    }

    @Test
    void a_change_without_a_tax_class_keeps_it_and_shows_its_new_name() {
        String name = "class-" + UUID.randomUUID();
        int taxClass = taxClass(name);
        int id = post("{\"group\":{\"code\":\"" + code() + "\",\"tax_class_id\":" + taxClass + "}}")
                .body("tax_class_name", is(name))
                .extract()
                .path("id");

        put(id, json(code())).body("tax_class_id", is(taxClass));
        asAdmin()
                .body("{\"taxClass\":{\"class_name\":\"new " + name + "\",\"class_type\":\"CUSTOMER\"}}")
                .put("/rest/V1/taxClasses/" + taxClass)
                .then()
                .statusCode(200);
        read(id).body("tax_class_name", is("new " + name));
        search("tax_class_name", "NEW " + name, "eq").body("items.id", contains(id));
        search("tax_class_id", String.valueOf(taxClass), "eq").body("items.id", contains(id));
    }

    @Test
    void excluded_websites_are_kept_replaced_and_cleared_and_shown_in_lists() {
        String code = code();
        int id = post(excluding(code, "1,1"))
                .statusCode(200)
                .body(excluded(), contains(1))
                .extract()
                .path("id");

        read(id).body(excluded(), contains(1));
        search("code", code, "eq").body("items[0]." + excluded(), contains(1));
        put(id, json(code)).statusCode(200).body(excluded(), contains(1));
        put(id, excluding(code, "")).statusCode(200).body("extension_attributes", nullValue());
        read(id).body("extension_attributes", nullValue());
    }

    @Test
    void a_website_that_does_not_exist_cannot_be_excluded() {
        for (int website : new int[] {0, 9999}) {
            post(excluding(code(), String.valueOf(website)))
                    .statusCode(400)
                    .body("message", is(INVALID))
                    .body("parameters.fieldName", is("excludeWebsiteIds"))
                    .body("parameters.value", is(website));
        }
    }

    @Test
    void a_post_with_an_id_changes_that_group_or_finds_none() {
        int id = created(code());
        String code = code();

        post("{\"group\":{\"id\":" + id + ",\"code\":\"" + code + "\"}}")
                .statusCode(200)
                .body("id", is(id))
                .body("code", is(code));
        unknown(post("{\"group\":{\"id\":99999,\"code\":\"" + code() + "\"}}"));
    }

    @Test
    void the_id_in_the_path_wins() {
        int id = created(code());
        String code = code();

        put(id, "{\"group\":{\"id\":1,\"code\":\"" + code + "\"}}")
                .body("id", is(id))
                .body("code", is(code));
        read(1).body("code", is("General"));
    }

    @Test
    void an_unknown_group_is_not_found_by_any_method() {
        unknown(read(99999));
        unknown(put(99999, json(code())));
        unknown(asAdmin().delete("/rest/V1/customerGroups/99999").then());
        unknown(asAdmin().get("/rest/V1/customerGroups/99999/permissions").then());
        unknown(asAdmin().put("/rest/V1/customerGroups/default/99999").then());
    }

    @Test
    void the_group_of_guests_keeps_its_code_and_may_change_its_tax_class() {
        put(0, json("Somebody")).statusCode(400).body("message", is(INVALID)).body("parameters.fieldName", is("code"));
        put(0, "{\"group\":{\"code\":\"NOT LOGGED IN\",\"tax_class_id\":3}}")
                .statusCode(200)
                .body("id", is(0));
    }

    @Test
    void a_group_is_deleted_unless_it_is_that_of_guests_or_a_default_one() {
        int id = created(code());

        asAdmin().delete("/rest/V1/customerGroups/" + id).then().statusCode(200).body(equalTo("true"));
        read(id).statusCode(404);
        for (int kept : new int[] {0, 1}) {
            asAdmin()
                    .delete("/rest/V1/customerGroups/" + kept)
                    .then()
                    .statusCode(400)
                    .body("message", is("Cannot delete group."));
        }
    }

    @Test
    void the_group_of_guests_and_the_default_one_are_read_only() {
        boolean[] readOnly = {true, true, false, false};
        for (int id = 0; id < readOnly.length; id++) {
            asAdmin()
                    .get("/rest/V1/customerGroups/" + id + "/permissions")
                    .then()
                    .statusCode(200)
                    .body(equalTo(String.valueOf(readOnly[id])));
        }
    }

    @Test
    void every_store_has_a_default_group() {
        for (String path : new String[] {"default", "default/0", "default/1", "default?storeId=1"}) {
            asAdmin()
                    .get("/rest/V1/customerGroups/" + path)
                    .then()
                    .statusCode(200)
                    .body("id", is(1))
                    .body("code", is("General"));
        }
        asAdmin()
                .get("/rest/V1/customerGroups/default/9876")
                .then()
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("storeId"))
                .body("parameters.fieldValue", is(9876));
    }

    private static String excluded() {
        return "extension_attributes.exclude_website_ids";
    }

    private static String code() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    private static String json(String code) {
        return "{\"group\":{\"code\":\"" + code + "\"}}";
    }

    private static String excluding(String code, String websites) {
        return "{\"group\":{\"code\":\"" + code + "\",\"extension_attributes\":{\"exclude_website_ids\":[" + websites
                + "]}}}";
    }

    private static int taxClass(String name) {
        return Integer.parseInt(asAdmin()
                .body("{\"taxClass\":{\"class_name\":\"" + name + "\",\"class_type\":\"CUSTOMER\"}}")
                .post("/rest/V1/taxClasses")
                .as(String.class));
    }

    private static int created(String code) {
        return post(json(code)).statusCode(200).extract().path("id");
    }

    private static void unknown(ValidatableResponse answer) {
        answer.statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("id"))
                .body("parameters.fieldValue", is(99999));
    }

    private static ValidatableResponse read(int id) {
        return asAdmin().get("/rest/V1/customerGroups/" + id).then();
    }

    private static ValidatableResponse post(String body) {
        return asAdmin().body(body).post("/rest/V1/customerGroups").then();
    }

    private static ValidatableResponse put(int id, String body) {
        return asAdmin().body(body).put("/rest/V1/customerGroups/" + id).then();
    }

    private static ValidatableResponse search(String field, String value, String condition) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", field)
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", value)
                .queryParam("searchCriteria[filter_groups][0][filters][0][condition_type]", condition)
                .get("/rest/V1/customerGroups/search")
                .then()
                .statusCode(200);
    }
}
