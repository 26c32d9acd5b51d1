package io.clientele.store;

import static io.clientele.store.StoreFixture.admin;
import static io.clientele.store.StoreFixture.code;
import static io.clientele.store.StoreFixture.group;
import static io.clientele.store.StoreFixture.set;
import static io.clientele.store.StoreFixture.view;
import static io.clientele.store.StoreFixture.website;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoreInUrlApiTest {

    @Test
    void a_store_views_code_before_the_version_chooses_the_store_view() {
        int website = website(code("site"));
        String code = code("view");
        view(website, group(website, code("group")), code, true);
        set("currency/options/default", "EUR", "websites", website);
        given().get("/rest/" + code + "/V1/directory/currency")
                .then()
                .statusCode(200)
                .body("default_display_currency_code", is("EUR"));
        given().get("/rest/V1/directory/currency").then().body("default_display_currency_code", is("USD"));
        given().get("/rest/default/V1/directory/currency").then().body("default_display_currency_code", is("USD"));
    }

    @Test
    void all_stands_for_the_default_level() {
        given().get("/rest/all/V1/directory/currency").then().statusCode(200);
    }

    @Test
    void an_unknown_an_inactive_and_the_administrations_code_are_no_route() {
        int website = website(code("site"));
        String code = code("view");
        view(website, group(website, code("group")), code, false);
        for (String each : new String[] {"nowhere", code, "admin", "DEFAULT", "ALL", "de%20"}) {
            given().urlEncodingEnabled(false)
                    .get("/rest/" + each + "/V1/directory/currency")
                    .then()
                    .statusCode(404)
                    .body("message", is("Request does not match any route."));
        }
    }

    @Test
    void a_slash_at_the_end_means_nothing() {
        given().get("/rest/V1/directory/currency/").then().statusCode(200);
        given().get("/rest/default/V1/directory/currency/").then().statusCode(200);
    }

    @Test
    void the_query_and_the_encoding_of_the_path_survive() {
        given().get("/rest/default/V1/directory/currency?fields=base_currency_code")
                .then()
                .statusCode(200)
                .body("size()", is(1))
                .body("base_currency_code", is("USD"));
        admin().urlEncodingEnabled(false)
                .get("/rest/default/V1/settings/a%2525b%2Bc?scope=default")
                .then()
                .statusCode(404)
                .body("parameters.fieldValue", is("a%25b+c"));
        admin().urlEncodingEnabled(false)
                .get("/rest/V1/settings/a%2525b%2Bc?scope=default")
                .then()
                .body("parameters.fieldValue", is("a%25b+c"));
    }

    @Test
    void characters_that_should_have_been_escaped_in_the_query_are_let_pass() throws IOException {
        String answer = raw("GET /rest/default/V1/directory/currency?fields=base_currency_code&x[y]=é HTTP/1.1");
        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("{\"base_currency_code\":\"USD\"}");
    }

    private static String raw(String firstLine) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            String request = firstLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
