package io.clientele.shared.graphql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import graphql.introspection.IntrospectionQuery;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GraphQLApiTest {

    @Test
    void a_query_is_answered_by_post() {
        post("{ countries { id } }")
                .statusCode(200)
                .body("data.countries.id", notNullValue())
                .body("errors", nullValue());
    }

    @Test
    void a_query_is_answered_by_get_with_variables_as_json() {
        given().queryParam("query", "query($id: String) { country(id: $id) { id } }")
                .queryParam("variables", "{\"id\": \"US\"}")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("data.country.id", equalTo("US"));
    }

    @Test
    void options_is_answered_with_no_content() {
        given().options("/graphql").then().statusCode(204);
    }

    @Test
    void the_framework_has_no_door_of_its_own() {
        given().get("/graphql/schema.graphql").then().statusCode(404);
        given().put("/graphql").then().statusCode(405);
    }

    @Test
    void another_content_type_is_refused() {
        given().contentType(ContentType.TEXT)
                .body("{\"query\": \"{ countries { id } }\"}")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("Request content type must be application/json"));
    }

    @Test
    void a_body_that_is_no_json_is_refused() {
        given().contentType(ContentType.JSON)
                .body("{\"query\": ")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors", hasSize(1));
    }

    @Test
    void a_batch_is_refused() {
        given().contentType(ContentType.JSON)
                .body("[{\"query\": \"{ countries { id } }\"}]")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("Batched requests are not supported."));
    }

    @Test
    void a_syntax_error_is_worded_as_published() {
        post("{ countries() { id } }")
                .statusCode(400)
                .body("errors[0].message", equalTo("Syntax Error: Expected Name, found )"))
                .body("errors[0].extensions", nullValue());
        post("{ countries { id }").statusCode(400).body("errors[0].message", containsString("found <EOF>"));
        post("").statusCode(400).body("errors[0].message", equalTo("Syntax Error: Unexpected <EOF>"));
    }

    @Test
    void an_unknown_field_is_worded_as_published() {
        post("{ countries { nonsense } }")
                .statusCode(200)
                .body("errors[0].message", equalTo("Cannot query field \"nonsense\" on type \"Country\"."))
                .body("errors[0].locations[0].line", equalTo(1))
                .body("data", nullValue());
    }

    @Test
    void a_value_of_the_wrong_type_is_worded_as_published() {
        post("{ country(id: 12) { id } }")
                .statusCode(200)
                .body("errors[0].message", equalTo("String cannot represent a non string value: 12"));
        post("query($id: String) { country(id: $id) { id } }", Map.of("id", 12))
                .statusCode(200)
                .body(
                        "errors[0].message",
                        equalTo(
                                "Variable \"$id\" got invalid value 12; String cannot represent a non string value: 12"));
    }

    @Test
    void an_unknown_argument_is_worded_as_published() {
        post("{ country(nonsense: \"US\") { id } }")
                .body(
                        "errors[0].message",
                        equalTo("Unknown argument \"nonsense\" on field \"country\" of type \"Query\"."));
    }

    @Test
    void every_error_is_told_in_local_mode() {
        post("{ countries { one two three } }").body("errors", hasSize(3));
    }

    @Test
    void a_refusal_carries_its_category_and_path() {
        post("{ country(id: \"XX\") { id } }")
                .statusCode(200)
                .body("errors[0].message", notNullValue())
                .body("errors[0].path", equalTo(java.util.List.of("country")))
                .body("errors[0].extensions.category", matchesPattern("graphql-.*"))
                .body("data.country", nullValue());
    }

    @Test
    void introspection_is_open_in_local_mode_and_names_possible_types() {
        post("{ __type(name: \"AttributeValueInterface\") { possibleTypes { name } } }")
                .body("data.__type.possibleTypes.name", hasItem("AttributeValue"));
        post(IntrospectionQuery.INTROSPECTION_QUERY)
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.__schema.queryType.name", equalTo("Query"));
    }

    @Test
    void the_operation_is_chosen_by_name() {
        String two = "query A { countries { id } } query B { __typename }";
        post(two)
                .body(
                        "errors[0].message",
                        equalTo("Must provide operation name if query contains multiple operations."));
        Map<String, Object> body = new HashMap<>();
        body.put("query", two);
        body.put("operationName", "C");
        send(body).body("errors[0].message", equalTo("Unknown operation named \"C\"."));
        body.put("operationName", "B");
        send(body).body("data.__typename", equalTo("Query"));
    }

    @Test
    void a_nul_character_is_refused_before_execution() {
        post("{ country(id: \"\\u0000\") { id } }").statusCode(200).body("errors[0].message", containsString("NUL"));
        post("query($id: String) { country(id: $id) { id } }", Map.of("id", "a\u0000"))
                .statusCode(200)
                .body("errors[0].message", containsString("NUL"));
    }

    @Test
    void the_answer_to_a_guest_by_get_may_be_kept_under_its_cache_id() {
        String id = given().queryParam("query", "{ countries { id } }")
                .get("/graphql")
                .then()
                .header("X-Magento-Cache-Id", matchesPattern("[0-9a-f]{64}"))
                .header("Cache-Control", containsString("public"))
                .extract()
                .header("X-Magento-Cache-Id");
        given().queryParam("query", "{ countries { id } }")
                .header("X-Magento-Cache-Id", "outdated")
                .get("/graphql")
                .then()
                .header("X-Magento-Cache-Id", equalTo(id))
                .header("Cache-Control", containsString("no-store"));
        given().queryParam("query", "{ countries { nonsense } }")
                .get("/graphql")
                .then()
                .header("Cache-Control", containsString("no-store"));
        post("{ countries { id } }").header("Cache-Control", containsString("no-store"));
    }

    @Test
    void a_list_item_gets_every_field_of_its_published_type() {
        post("{ countries { id full_name_english available_regions { id } } }")
                .body("data.countries.id", everyItem(notNullValue()));
    }

    static ValidatableResponse post(String query) {
        return send(Map.of("query", query));
    }

    static ValidatableResponse post(String query, Map<String, Object> variables) {
        return send(Map.of("query", query, "variables", variables));
    }

    private static ValidatableResponse send(Map<String, Object> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/graphql")
                .then()
                .contentType(ContentType.JSON);
    }
}
