package io.clientele.shared.rest;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.AdminFixture.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every REST operation has in common before its feature has a say, shown on the routes of groups. */
@QuarkusTest
class RestConventionsApiTest {

    private static final String GROUPS = "/rest/V1/customerGroups";
    private static final String WRONG_TYPE =
            "The \"%value\" value's type is invalid. The \"%type\" type was expected. Verify and try again.";

    @Test
    void answers_are_json_in_utf_8_and_set_no_cookie() {
        ValidatableResponse[] answers = {
            asAdmin().get(GROUPS + "/1").then(),
            asAdmin().get(GROUPS + "/1/permissions").then(),
            asAdmin().get(GROUPS + "/99999").then(),
            asAdmin().get("/rest/V1/nothing").then(),
            given().get(GROUPS + "/1").then()
        };
        for (ValidatableResponse answer : answers) {
            answer.header("Content-Type", equalTo("application/json; charset=utf-8"))
                    .header("Set-Cookie", nullValue());
        }
    }

    @Test
    void a_path_that_no_operation_has_is_no_route() {
        String[] paths = {
            "/rest/V1/nothing",
            "/rest/V1/customerGroups/1/nothing",
            "/rest/V1",
            "/rest/V2/customerGroups/1",
            "/rest",
            "/rest/",
            "/rest/no_such_store/V1/customerGroups/1",
            "/rest/V1/customergroups/1",
            "/rest/V1/..%2Fq/health"
        };
        for (String path : paths) {
            noRoute(given().header("Authorization", "Bearer " + token())
                    .urlEncodingEnabled(false)
                    .get(path)
                    .then());
        }
    }

    @Test
    void another_method_of_a_known_path_is_no_route() {
        noRoute(asAdmin().put(GROUPS).then());
        noRoute(asAdmin().post(GROUPS + "/search").then());
        noRoute(asAdmin().delete(GROUPS + "/1/permissions").then());
    }

    @Test
    void a_method_that_the_contract_does_not_know_is_refused() {
        for (String method : new String[] {"PATCH", "PURGE", "HEAD", "TRACE"}) {
            ValidatableResponse answer =
                    asAdmin().request(method, GROUPS + "/1").then().statusCode(405);
            if (!method.equals("HEAD")) {
                answer.body("message", is("The %1 HTTP method is not supported."))
                        .body("parameters", contains(method));
            }
        }
    }

    @Test
    void a_trailing_slash_does_not_matter() {
        asAdmin().get(GROUPS + "/1/").then().statusCode(200).body("id", is(1));
    }

    @Test
    void what_is_accepted_may_be_anything_that_json_is_part_of() {
        for (String accept : new String[] {
            "application/json", "*/*", "application/*", "text/html, */*;q=0.1", "application/json;q=0.5"
        }) {
            given().header("Authorization", "Bearer " + token())
                    .header("Accept", accept)
                    .get(GROUPS + "/1")
                    .then()
                    .statusCode(200)
                    .header("Content-Type", equalTo("application/json; charset=utf-8"))
                    .body("id", is(1));
        }
    }

    @Test
    void where_json_is_not_accepted_nothing_can_be_answered() {
        for (String accept : new String[] {"image/png", "text/css", "text/html, image/*"}) {
            given().header("Authorization", "Bearer " + token())
                    .header("Accept", accept)
                    .get(GROUPS + "/1")
                    .then()
                    .statusCode(406)
                    .body(
                            "message",
                            startsWith("Server cannot match any of the given Accept HTTP header media type(s)"))
                    .body("parameters", contains(accept));
        }
    }

    @Test
    void a_broken_accept_header_gives_no_failure() {
        for (String accept : new String[] {";", "a", "a/b/c", "application/json;q=x", "", " ", ",", "\"", "*/json"}) {
            int status = given().header("Authorization", "Bearer " + token())
                    .header("Accept", accept)
                    .get(GROUPS + "/1")
                    .statusCode();
            assertThat(status).as(accept).isIn(200, 400, 406);
        }
    }

    @Test
    void a_refusal_can_be_had_as_problem_details() {
        given().header("Authorization", "Bearer " + token())
                .header("Accept", "application/problem+json")
                .get(GROUPS + "/99999")
                .then()
                .statusCode(404)
                .header("Content-Type", startsWith("application/problem+json"))
                .body("type", is("about:blank"))
                .body("title", notNullValue())
                .body("status", is(404))
                .body("detail", is("No such entity with id = 99999"))
                .body("template", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("id"));
        given().header("Authorization", "Bearer " + token())
                .header("Accept", "application/problem+json")
                .get("/rest/V1/nothing")
                .then()
                .statusCode(404)
                .body("detail", is("Request does not match any route."));
        given().header("Authorization", "Bearer " + token())
                .header("Accept", "application/problem+json, application/json")
                .get(GROUPS + "/1")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/json; charset=utf-8"));
    }

    @Test
    void a_number_in_the_path_that_is_none_is_of_the_wrong_type() {
        for (String id : new String[] {"abc", "1x", "99999999999", "1.5", "-"}) {
            asAdmin()
                    .get(GROUPS + "/" + id)
                    .then()
                    .statusCode(400)
                    .body("message", is(WRONG_TYPE))
                    .body("parameters.value", is(id))
                    .body("parameters.type", is("int"));
        }
        asAdmin().get(GROUPS + "/-1").then().statusCode(404).body("parameters.fieldValue", is(-1));
        asAdmin().get(GROUPS + "/default?storeId=x").then().statusCode(400).body("message", is(WRONG_TYPE));
    }

    @Test
    void the_content_type_is_checked_where_there_is_a_body() {
        assertThat(raw("POST " + GROUPS, "Content-Length: 12", "{\"group\":{}}"))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type header is empty.");
        post("nonsense", "{}").statusCode(400).body("message", is("Content-Type header is invalid."));
        post("application/json; charset=iso-8859-1", "{}")
                .statusCode(400)
                .body("message", is("UTF-8 is the only supported charset."));
        post("application/json; charset=\"no such\"", "{}")
                .statusCode(400)
                .body("message", is("UTF-8 is the only supported charset."));
        post("text/plain", "{}")
                .statusCode(400)
                .body("message", is("Server cannot understand Content-Type HTTP header media type %1"))
                .body("parameters", contains("text/plain"));
        for (String good :
                new String[] {"application/json", "application/json; charset=UTF-8", "Application/JSON;charset=utf8"}) {
            post(good, "{\"group\":{}}").statusCode(400).body("parameters.fieldName", is("code"));
        }
    }

    @Test
    void a_body_that_is_not_json_cannot_be_decoded() {
        String[] bodies = {
            "{",
            "{\"group\":{\"code\":\"a\"}",
            "group",
            "{'group':{}}",
            "{\"group\":{}} x",
            "{\"group\":{\"code\":1e}}",
            "{\"group\":{\"code\":\"\u0001\"}}",
            "\"",
            "nul",
            "{\"group\":{\"code\":NaN}}",
            "<group/>"
        };
        for (String body : bodies) {
            post("application/json", body).statusCode(400).body("message", is("Decoding error."));
        }
        post("application/json", "[".repeat(65) + "]".repeat(65))
                .statusCode(400)
                .body("message", is("Decoding error."));
    }

    @Test
    void bytes_that_are_not_utf_8_cannot_be_decoded() {
        given().header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .body("{\"group\":{\"code\":\"\u00e9\"}}".getBytes(StandardCharsets.ISO_8859_1))
                .post(GROUPS)
                .then()
                .statusCode(400)
                .body("message", is("Decoding error."));
    }

    @Test
    void a_body_of_more_than_a_mebibyte_is_too_large() {
        post("application/json", "{\"group\":{\"code\":\"" + "x".repeat(1 << 20) + "\"}}")
                .statusCode(413)
                .body("message", is("The request body is larger than %1 bytes."))
                .body("parameters", contains(1 << 20));
    }

    @Test
    void without_a_body_every_parameter_is_missing() {
        String[] bodies = {"", " ", "null", "[]", "{}", "7", "{\"other\":1}", "{\"group\":null}"};
        for (String body : bodies) {
            for (ValidatableResponse answer : new ValidatableResponse[] {
                post("application/json", body),
                asAdmin().body(body).put(GROUPS + "/1").then()
            }) {
                answer.statusCode(400)
                        .body("message", is("\"%fieldName\" is required. Enter and try again."))
                        .body("parameters.fieldName", is("group"));
            }
        }
        given().header("Authorization", "Bearer " + token())
                .post(GROUPS)
                .then()
                .statusCode(400)
                .body("parameters.fieldName", is("group"));
    }

    @Test
    void several_missing_parameters_are_told_together() {
        given().contentType("application/json")
                .body("{}")
                .post("/rest/V1/integration/admin/token")
                .then()
                .statusCode(400)
                .body("message", is("One or more input exceptions have occurred."))
                .body("errors.size()", is(2))
                .body("errors.parameters.fieldName", contains("username", "password"))
                .body("parameters", nullValue());
    }

    @Test
    void names_at_the_top_that_no_parameter_has_are_ignored() {
        asAdmin()
                .body("{\"group\":{\"code\":\"NOT LOGGED IN\"},\"unknown\":{\"deep\":[1]}}")
                .put(GROUPS + "/0")
                .then()
                .statusCode(200);
    }

    @Test
    void an_unknown_property_is_named_in_upper_camel_case() {
        post("application/json", "{\"group\":{\"code\":\"x\",\"no_such_thing\":1}}")
                .statusCode(400)
                .body("message", is("\"%fieldName\" is not supported. Correct the field name and try again."))
                .body("parameters.fieldName", is("NoSuchThing"));
        post("application/json", "{\"group\":{\"noSuchThing\":1,\"other\":[1]}}")
                .statusCode(400)
                .body("message", is("One or more input exceptions have occurred."))
                .body("errors.parameters.fieldName", contains("NoSuchThing", "Other"));
        post("application/json", "{\"group\":{\"code\":\"x\",\"extension_attributes\":{\"what\":1}}}")
                .statusCode(400)
                .body("parameters.fieldName", is("What"));
    }

    @Test
    void an_unknown_property_without_content_is_let_pass() {
        asAdmin()
                .body("{\"group\":{\"code\":\"NOT LOGGED IN\",\"custom_attributes\":[],\"other\":null,\"more\":{}}}")
                .put(GROUPS + "/0")
                .then()
                .statusCode(200);
    }

    @Test
    void names_may_be_in_either_spelling() {
        String[] bodies = {
            "{\"group\":{\"code\":\"NOT LOGGED IN\",\"tax_class_id\":3}}",
            "{\"group\":{\"code\":\"NOT LOGGED IN\",\"taxClassId\":3}}",
            "{\"Group\":{\"Code\":\"NOT LOGGED IN\",\"taxClass_Id\":\"3\"}}"
        };
        for (String body : bodies) {
            asAdmin().body(body).put(GROUPS + "/0").then().statusCode(200).body("tax_class_id", is(3));
        }
    }

    @Test
    void a_value_of_the_wrong_type_inside_an_object_names_its_property() {
        String[] values = {"\"abc\"", "[1]", "{}", "1.5", "99999999999", "1e400", "\"\""};
        for (String value : values) {
            post("application/json", "{\"group\":{\"code\":\"x\",\"tax_class_id\":" + value + "}}")
                    .statusCode(400)
                    .body("message", is("Error occurred during \"%field_name\" processing. %details"))
                    .body("parameters.field_name", is("tax_class_id"))
                    .body("parameters.details", startsWith("The \""));
        }
        post("application/json", "{\"group\":{\"code\":[\"x\"]}}")
                .statusCode(400)
                .body("parameters.field_name", is("code"));
        post("application/json", "{\"group\":{\"code\":\"x\",\"extension_attributes\":{\"exclude_website_ids\":7}}}")
                .statusCode(400)
                .body("parameters.field_name", is("exclude_website_ids"));
        post("application/json", "{\"group\":{\"code\":\"x\",\"extension_attributes\":\"text\"}}")
                .statusCode(400)
                .body("parameters.field_name", is("extension_attributes"));
    }

    @Test
    void an_object_that_is_none_is_refused_and_not_read_as_missing() {
        for (String value : new String[] {"7", "\"text\"", "[]", "true"}) {
            post("application/json", "{\"group\":" + value + "}")
                    .statusCode(400)
                    .body("parameters.field_name", is("group"));
        }
    }

    @Test
    void a_scalar_at_the_top_must_be_of_its_type() {
        given().contentType("application/json")
                .body("{\"username\":{\"a\":1},\"password\":\"x\"}")
                .post("/rest/V1/integration/admin/token")
                .then()
                .statusCode(400)
                .body("message", is(WRONG_TYPE))
                .body("parameters.type", is("string"));
    }

    @Test
    void text_that_the_database_cannot_hold_is_refused() {
        for (String text : new String[] {"a\\u0000b", "\\ud800", "\\udc00\\ud800", "x\\ud83d"}) {
            post("application/json", "{\"group\":{\"code\":\"" + text + "\"}}")
                    .statusCode(400)
                    .body("parameters.field_name", is("code"));
            post("application/json", "{\"" + text + "\":1,\"group\":{\"" + text + "\":1}}")
                    .statusCode(400);
        }
        for (String query : new String[] {"%00", "%ED%A0%80", "%FF", "%", "%zz", "\u00e9", "%u0000", "%c0%80"}) {
            String target = GROUPS
                    + "/search?searchCriteria[filter_groups][0][filters][0][field]=code"
                    + "&searchCriteria[filter_groups][0][filters][0][value]=" + query;
            assertThat(raw("GET " + target, "Accept: */*", "")).as(query).matches("(?s)HTTP/1.1 (200|400) .*");
            assertThat(raw("GET " + GROUPS + "/" + query, "Accept: */*", ""))
                    .as(query)
                    .matches("(?s)HTTP/1.1 (400|404) .*");
        }
    }

    @Test
    void an_operation_that_is_not_allowed_names_its_resource() {
        given().get(GROUPS + "/1")
                .then()
                .statusCode(401)
                .body("message", is("The consumer isn't authorized to access %resources."))
                .body("parameters.resources", is("Magento_Customer::group"));
    }

    private static void noRoute(ValidatableResponse answer) {
        answer.statusCode(404)
                .body("message", is("Request does not match any route."))
                .body("parameters", nullValue());
    }

    private static ValidatableResponse post(String contentType, String body) {
        return given().header("Authorization", "Bearer " + token())
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", contentType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(GROUPS)
                .then();
    }

    /** Sends what no well-behaved client would, byte by byte, and returns the whole answer. */
    private static String raw(String methodAndTarget, String header, String body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            String request = methodAndTarget + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + token() + "\r\n" + header + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
