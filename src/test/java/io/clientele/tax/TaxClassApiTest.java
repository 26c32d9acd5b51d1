package io.clientele.tax;

import static io.clientele.AdminFixture.asAdmin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TaxClassApiTest {

    private static final String REQUIRED = "\"%fieldName\" is required. Enter and try again.";

    @Test
    void a_fresh_database_has_one_class_of_products_and_one_of_customers() {
        search("class_id", "2,3", "in")
                .body("items.class_id", contains(2, 3))
                .body("items.class_name", contains("Taxable Goods", "Retail Customer"))
                .body("items.class_type", contains("PRODUCT", "CUSTOMER"))
                .body("total_count", is(2));
    }

    @Test
    void a_new_class_answers_its_id_as_a_string_and_can_be_read() {
        String name = name();
        int id = created(name, "CUSTOMER");

        read(id).statusCode(200)
                .body("class_id", is(id))
                .body("class_name", is(name))
                .body("class_type", is("CUSTOMER"));
    }

    @Test
    void the_id_in_the_path_is_the_one_that_is_changed() {
        int id = created(name(), "PRODUCT");
        String name = name();

        put(id, "{\"taxClass\":{\"classId\":2,\"className\":\"" + name + "\",\"classType\":\"PRODUCT\"}}")
                .statusCode(200)
                .body(equalTo("\"" + id + "\""));
        read(id).body("class_name", is(name));
        read(2).body("class_name", is("Taxable Goods"));
    }

    @Test
    void a_post_with_an_id_changes_that_class() {
        int id = created(name(), "CUSTOMER");
        String name = name();

        post("{\"taxClass\":{\"class_id\":" + id + ",\"class_name\":\"" + name + "\",\"class_type\":\"CUSTOMER\"}}")
                .statusCode(200)
                .body(equalTo("\"" + id + "\""));
        read(id).body("class_name", is(name));
    }

    @Test
    void the_name_is_unique_in_its_type_without_regard_to_case() {
        String name = name();
        created(name, "CUSTOMER");

        post(json(name.toUpperCase(Locale.ROOT), "CUSTOMER"))
                .statusCode(400)
                .body("message", is("A class with the same name already exists for ClassType %1."))
                .body("parameters", contains("CUSTOMER"));
        created(name, "PRODUCT");
    }

    @Test
    void the_type_of_a_class_stays_as_it_is() {
        put(created(name(), "CUSTOMER"), json(name(), "PRODUCT"))
                .statusCode(400)
                .body("message", is("Updating classType is not allowed."));
    }

    @Test
    void name_and_type_are_required() {
        post("{\"taxClass\":{\"class_name\":\" \"}}")
                .statusCode(400)
                .body("message", is("One or more input exceptions have occurred."))
                .body("errors.message", contains(REQUIRED, REQUIRED))
                .body("errors.parameters.fieldName", contains("class_name", "class_type"));
        post(json("x", "ANIMAL"))
                .statusCode(400)
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters.fieldName", is("class_type"))
                .body("parameters.value", is("ANIMAL"));
    }

    @Test
    void an_unknown_class_is_not_found_by_any_method() {
        ValidatableResponse[] answers = {
            read(99999),
            asAdmin().delete("/rest/V1/taxClasses/99999").then(),
            put(99999, json("x", "CUSTOMER")),
            post("{\"taxClass\":{\"class_id\":99999,\"class_name\":\"x\",\"class_type\":\"CUSTOMER\"}}")
        };
        for (ValidatableResponse answer : answers) {
            answer.statusCode(404)
                    .body("message", is("No such entity with %fieldName = %fieldValue"))
                    .body("parameters.fieldName", is("class_id"))
                    .body("parameters.fieldValue", is(99999));
        }
    }

    @Test
    void a_class_that_nothing_uses_can_be_deleted() {
        int id = created(name(), "CUSTOMER");

        asAdmin().delete("/rest/V1/taxClasses/" + id).then().statusCode(200).body(equalTo("true"));
        read(id).statusCode(404);
    }

    @Test
    void a_class_that_a_group_uses_stays() {
        int id = created(name(), "CUSTOMER");
        asAdmin()
                .body("{\"group\":{\"code\":\"" + name().substring(0, 30) + "\",\"tax_class_id\":" + id + "}}")
                .post("/rest/V1/customerGroups")
                .then()
                .statusCode(200);
        asAdmin()
                .delete("/rest/V1/taxClasses/" + id)
                .then()
                .statusCode(400)
                .body("message", is("You cannot delete this tax class because it is used in existing %1(s)."))
                .body("parameters", contains("customer group"));
    }

    @Test
    void classes_are_found_by_name_and_by_type() {
        String name = name();
        int customers = created(name, "CUSTOMER");
        int products = created(name, "PRODUCT");

        search("class_name", name, "eq").body("items.class_id", contains(customers, products));
        search("class_type", "product", "eq").body("items.class_type.unique()", contains("PRODUCT"));
    }

    private static String name() {
        return "class-" + UUID.randomUUID();
    }

    private static String json(String name, String type) {
        return "{\"taxClass\":{\"class_name\":\"" + name + "\",\"class_type\":\"" + type + "\"}}";
    }

    private static int created(String name, String type) {
        return Integer.parseInt(
                post(json(name, type)).statusCode(200).extract().body().as(String.class));
    }

    private static ValidatableResponse read(int id) {
        return asAdmin().get("/rest/V1/taxClasses/" + id).then();
    }

    private static ValidatableResponse post(String body) {
        return asAdmin().body(body).post("/rest/V1/taxClasses").then();
    }

    private static ValidatableResponse put(int id, String body) {
        return asAdmin().body(body).put("/rest/V1/taxClasses/" + id).then();
    }

    private static ValidatableResponse search(String field, String value, String condition) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", field)
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", value)
                .queryParam("searchCriteria[filter_groups][0][filters][0][condition_type]", condition)
                .get("/rest/V1/taxClasses/search")
                .then()
                .statusCode(200);
    }
}
