package io.clientele.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorsApiTest {

    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String COUNTRIES = "/rest/V1/directory/countries/DE";
    private static final String TOKEN = "/rest/V1/integration/admin/token";

    @Test
    void a_preflight_of_a_configured_origin_is_told_what_it_may_send() {
        for (String path : new String[] {TOKEN, COUNTRIES, "/rest/default/V1/directory/countries", "/graphql"}) {
            preflight(path, "https://shop.example")
                    .statusCode(204)
                    .header(ALLOW_ORIGIN, is("https://shop.example"))
                    .header("Access-Control-Allow-Methods", containsString("DELETE"))
                    .header(
                            "Access-Control-Allow-Headers",
                            is("Authorization, Store, Content-Currency, X-Magento-Cache-Id, If-Match,"
                                    + " If-None-Match, Idempotency-Key, X-Clientele-Visitor, Content-Type"))
                    .header("Vary", containsString("Origin"));
        }
    }

    @Test
    void a_preflight_of_any_other_origin_is_told_nothing() {
        for (String origin : new String[] {"https://evil.example", "null", "https://shop.example.evil.example", "*"}) {
            preflight(TOKEN, origin)
                    .statusCode(204)
                    .header(ALLOW_ORIGIN, nullValue())
                    .header("Access-Control-Allow-Headers", nullValue());
        }
    }

    @Test
    void an_answer_to_a_configured_origin_shows_the_headers_clients_read() {
        Response answer = given().header("Origin", "https://shop.example").get(COUNTRIES);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo("https://shop.example");
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .isEqualTo("ETag, Idempotent-Replayed, Retry-After, RateLimit, RateLimit-Policy, X-Magento-Cache-Id");
    }

    @Test
    void a_refusal_can_be_read_by_a_configured_origin_too() {
        Response answer =
                given().header("Origin", "https://shop.example").get("/rest/V1/admin/roles/search?searchCriteria");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo("https://shop.example");
    }

    @Test
    void an_origin_of_one_website_counts_there_only() {
        assertThat(given().header("Origin", "https://base.example")
                        .get(COUNTRIES)
                        .header(ALLOW_ORIGIN))
                .isEqualTo("https://base.example");
        assertThat(given().header("Origin", "https://elsewhere.example")
                        .get(COUNTRIES)
                        .header(ALLOW_ORIGIN))
                .isNull();
    }

    @Test
    void a_graphql_preflight_passes_for_any_website_because_the_store_is_not_told_yet() {
        preflight("/graphql", "https://elsewhere.example")
                .statusCode(204)
                .header(ALLOW_ORIGIN, is("https://elsewhere.example"));
        preflight(COUNTRIES, "https://elsewhere.example").header(ALLOW_ORIGIN, nullValue());
    }

    @Test
    void localhost_may_call_in_local_mode_and_the_star_is_never_sent() {
        assertThat(given().header("Origin", "http://localhost:3000")
                        .get(COUNTRIES)
                        .header(ALLOW_ORIGIN))
                .isEqualTo("http://localhost:3000");
        assertThat(given().header("Origin", "http://localhost.evil.example")
                        .get(COUNTRIES)
                        .header(ALLOW_ORIGIN))
                .isNull();
        assertThat(given().get(COUNTRIES).header(ALLOW_ORIGIN)).isNull();
    }

    private static ValidatableResponse preflight(String path, String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, content-type")
                .options(path)
                .then();
    }
}
