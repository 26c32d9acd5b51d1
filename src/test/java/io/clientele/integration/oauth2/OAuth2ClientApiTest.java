package io.clientele.integration.oauth2;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.integration.oauth2.OAuth2Fixture.app;
import static io.clientele.integration.oauth2.OAuth2Fixture.by;
import static io.clientele.integration.oauth2.OAuth2Fixture.clientToken;
import static io.clientele.integration.oauth2.OAuth2Fixture.form;
import static io.clientele.integration.oauth2.OAuth2Fixture.part;
import static io.clientele.integration.oauth2.OAuth2Fixture.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.clientele.integration.IntegrationFixture.Made;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Integrations that call as themselves with tokens of OAuth 2.0. */
@QuarkusTest
class OAuth2ClientApiTest {

    private static final String MANAGE = "Magento_Customer::customer";
    private static final String GROUP = "Magento_Customer::group";
    private static final String CUSTOMERS = "/rest/V1/customers/search?searchCriteria[pageSize]=1";
    private static final String GROUPS = "/rest/V1/customerGroups/search?searchCriteria[pageSize]=1";
    private static final String ISSUER = "http://localhost:8080";

    @Inject
    Database database;

    @Test
    void a_token_has_the_form_of_rfc_9068_and_can_be_checked_with_the_published_key() throws Exception {
        Made app = app(List.of(MANAGE, GROUP));
        Response answer = token(app, Map.of("grant_type", "client_credentials", "scope", MANAGE));
        answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .contentType(containsString("application/json"))
                .body("token_type", is("Bearer"))
                .body("expires_in", is(3_600))
                .body("scope", is(MANAGE))
                .body("$", not(org.hamcrest.Matchers.hasKey("refresh_token")));
        String token = answer.jsonPath().getString("access_token");
        JsonPath header = JsonPath.from(part(token, 0));
        assertThat(header.getString("typ")).isEqualTo("at+jwt");
        assertThat(header.getString("alg")).isEqualTo("ES256");
        JsonPath claims = JsonPath.from(part(token, 1));
        assertThat(claims.getString("iss")).isEqualTo(ISSUER);
        assertThat(claims.getString("aud")).isEqualTo(ISSUER);
        assertThat(claims.getString("sub")).isEqualTo(app.clientId());
        assertThat(claims.getString("client_id")).isEqualTo(app.clientId());
        assertThat(claims.getString("scope")).isEqualTo(MANAGE);
        assertThat(claims.getString("jti")).isNotEmpty();
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(3_600);
        var keys = new org.jose4j.jwk.JsonWebKeySet(
                given().get("/.well-known/jwks.json").asString());
        var key = keys.findJsonWebKey(header.getString("kid"), "EC", "sig", "ES256");
        var peer = new org.jose4j.jws.JsonWebSignature();
        peer.setCompactSerialization(token);
        peer.setKey(key.getKey());
        assertThat(peer.verifySignature()).isTrue();
    }

    @Test
    void a_token_can_do_exactly_what_its_scopes_say() {
        Made app = app(List.of(MANAGE, GROUP));
        String narrow = clientToken(app, MANAGE);
        as(narrow).get(CUSTOMERS).then().statusCode(200);
        as(narrow)
                .get(GROUPS)
                .then()
                .statusCode(401)
                .body("message", is("The consumer isn't authorized to access %resources."))
                .body("parameters.resources", is(GROUP));
        String whole = clientToken(app);
        as(whole).get(CUSTOMERS).then().statusCode(200);
        as(whole).get(GROUPS).then().statusCode(200);
        as(whole).get("/rest/V1/customers/me").then().statusCode(401);
        as(whole).get("/rest/V1/admin/users/search?searchCriteria").then().statusCode(401);
        as(whole)
                .body(Map.of("query", "{ storeConfig { store_code } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.storeConfig.store_code", is("default"));
        assertThat(JsonPath.from(part(whole, 1)).getString("scope").split(" "))
                .containsExactlyInAnyOrder(MANAGE, GROUP);
    }

    @Test
    void nothing_is_given_that_the_integration_does_not_hold() {
        Made app = app(List.of(MANAGE));
        for (String wrong : List.of(GROUP, MANAGE + " " + GROUP, "Magento_Backend::all", "customer:read", "none")) {
            token(app, Map.of("grant_type", "client_credentials", "scope", wrong))
                    .then()
                    .statusCode(400)
                    .body("error", is("invalid_scope"));
        }
        token(app(List.of()), Map.of("grant_type", "client_credentials"))
                .then()
                .statusCode(400)
                .body("error", is("invalid_scope"));
    }

    @Test
    void what_the_integration_loses_its_tokens_lose() {
        Made app = app(List.of(MANAGE, GROUP));
        String token = clientToken(app);
        change(app, Map.of("resources", List.of(GROUP)));
        as(token).get(CUSTOMERS).then().statusCode(401);
        as(token).get(GROUPS).then().statusCode(200);
        change(app, Map.of("status", "inactive"));
        as(token).get(GROUPS).then().statusCode(401);
        change(app, Map.of("status", "active"));
        as(token).get(GROUPS).then().statusCode(200);
    }

    @Test
    void revoking_rotating_and_deleting_an_integration_end_its_tokens() {
        Made app = app(List.of(GROUP));
        String first = clientToken(app);
        asAdmin().post(app.path() + "/rotate").then().statusCode(200);
        as(first).get(GROUPS).then().statusCode(401);
        token(app, Map.of("grant_type", "client_credentials"))
                .then()
                .statusCode(401)
                .body("error", is("invalid_client"));
        Made other = app(List.of(GROUP));
        String second = clientToken(other);
        asAdmin().post(other.path() + "/revoke").then().statusCode(200);
        as(second).get(GROUPS).then().statusCode(401);
        Made last = app(List.of(GROUP));
        String third = clientToken(last);
        asAdmin().delete(last.path()).then().statusCode(200);
        as(third).get(GROUPS).then().statusCode(401);
        assertThat(count(
                        "select count(*) as n from access_token where integration_id = ? and revoked_at is null", last))
                .isZero();
    }

    @Test
    void a_client_proves_itself_in_the_header_or_in_the_form() {
        Made app = app(List.of(GROUP));
        form(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        app.clientId(),
                        "client_secret",
                        app.clientSecret()))
                .post("/oauth2/token")
                .then()
                .statusCode(200);
        form(Map.of("grant_type", "client_credentials", "client_id", app.clientId(), "client_secret", "wrong"))
                .post("/oauth2/token")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Basic"))
                .body("error", is("invalid_client"));
        form(Map.of("grant_type", "client_credentials"))
                .post("/oauth2/token")
                .then()
                .statusCode(401)
                .body("error", is("invalid_client"));
        token(new Made(0, "", "", "", "", "", "nobody", "wrong"), Map.of("grant_type", "client_credentials"))
                .then()
                .statusCode(401)
                .body("error", is("invalid_client"));
    }

    @Test
    void wrong_secrets_from_one_address_are_stopped_and_noted() {
        Made app = app(List.of(GROUP));
        StoreFixture.set("clientele/throttle/address_failures", "5", "default", 0);
        try {
            for (int i = 0; i < 5; i++) {
                guess(app, "wrong" + i).then().statusCode(401);
            }
            guess(app, "wrong")
                    .then()
                    .statusCode(429)
                    .body("error", is("temporarily_unavailable"))
                    .header("Retry-After", not(""));
            guess(app, app.clientSecret()).then().statusCode(429);
        } finally {
            StoreFixture.inherit("clientele/throttle/address_failures", "default", 0);
        }
        assertThat(count(
                        "select count(*) as n from audit_entry where action = 'oauth2_client.authenticated'"
                                + " and outcome = 'failure' and object_id = ?::text",
                        app))
                .isEqualTo(5);
    }

    private static Response guess(Made app, String secret) {
        return form(Map.of("grant_type", "client_credentials"))
                .header("X-Forwarded-For", "203.0.113.212")
                .auth()
                .preemptive()
                .basic(app.clientId(), secret)
                .post("/oauth2/token");
    }

    @Test
    void introspection_tells_a_client_of_its_own_tokens_and_services_of_all() {
        Made app = app(List.of(GROUP));
        Made stranger = app(List.of(GROUP));
        Made service = app(List.of("Clientele_OAuth2::introspect"));
        String token = clientToken(app);
        for (Made asker : List.of(app, service)) {
            by(asker, Map.of("token", token))
                    .post("/oauth2/introspect")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .body("active", is(true))
                    .body("scope", is(GROUP))
                    .body("client_id", is(app.clientId()))
                    .body("sub", is(app.clientId()))
                    .body("token_type", is("Bearer"))
                    .body("iss", is(ISSUER));
        }
        by(stranger, Map.of("token", token))
                .post("/oauth2/introspect")
                .then()
                .statusCode(200)
                .body("$", equalTo(Map.of("active", false)));
        form(Map.of("token", token)).post("/oauth2/introspect").then().statusCode(401);
        as(token).post("/oauth2/introspect").then().statusCode(400);
    }

    @Test
    void revocation_ends_a_token_for_its_own_client_only() {
        Made app = app(List.of(GROUP));
        Made stranger = app(List.of(GROUP));
        String token = clientToken(app);
        String other = clientToken(app);
        by(stranger, Map.of("token", token))
                .post("/oauth2/revoke")
                .then()
                .statusCode(400)
                .body("error", is("unauthorized_client"));
        as(token).get(GROUPS).then().statusCode(200);
        by(app, Map.of("token", token, "token_type_hint", "refresh_token"))
                .post("/oauth2/revoke")
                .then()
                .statusCode(200);
        as(token).get(GROUPS).then().statusCode(401);
        as(other).get(GROUPS).then().statusCode(200);
        by(app, Map.of("token", token))
                .post("/oauth2/introspect")
                .then()
                .statusCode(200)
                .body("$", equalTo(Map.of("active", false)));
        for (String none : List.of(token, "nothing", "a.b.c")) {
            by(app, Map.of("token", none)).post("/oauth2/revoke").then().statusCode(200);
        }
        form(Map.of("token", other)).post("/oauth2/revoke").then().statusCode(401);
    }

    @Test
    void the_metadata_names_what_there_is() {
        given().get("/.well-known/oauth-authorization-server")
                .then()
                .statusCode(200)
                .contentType(containsString("application/json"))
                .body("issuer", is(ISSUER))
                .body("authorization_endpoint", is(ISSUER + "/oauth2/authorize"))
                .body("token_endpoint", is(ISSUER + "/oauth2/token"))
                .body("introspection_endpoint", is(ISSUER + "/oauth2/introspect"))
                .body("revocation_endpoint", is(ISSUER + "/oauth2/revoke"))
                .body("jwks_uri", is(ISSUER + "/.well-known/jwks.json"))
                .body("response_types_supported", contains("code"))
                .body("response_modes_supported", contains("query"))
                .body("grant_types_supported", not(hasItem("password")))
                .body("code_challenge_methods_supported", contains("S256"))
                .body("authorization_response_iss_parameter_supported", is(true))
                .body("token_endpoint_auth_methods_supported", hasItem("client_secret_basic"));
    }

    @Test
    void tokens_are_for_the_services_that_were_named() {
        Made app = app(List.of(GROUP));
        StoreFixture.set("clientele/oauth2/audiences", "https://erp.example/api", "default", 0);
        try {
            String elsewhere = resource(app, "https://erp.example/api")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access_token");
            assertThat(JsonPath.from(part(elsewhere, 1)).getString("aud")).isEqualTo("https://erp.example/api");
            as(elsewhere).get(GROUPS).then().statusCode(401);
            String here = resource(app, ISSUER + "/rest")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access_token");
            as(here).get(GROUPS).then().statusCode(200);
            for (String wrong : List.of("https://erp.example/api2", "https://elsewhere.example", "relative")) {
                resource(app, wrong).then().statusCode(400).body("error", is("invalid_target"));
            }
        } finally {
            StoreFixture.inherit("clientele/oauth2/audiences", "default", 0);
        }
    }

    private static Response resource(Made app, String uri) {
        return token(app, Map.of("grant_type", "client_credentials", "resource", uri));
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        for (Map.Entry<String, String> wrong : List.of(
                Map.entry("clientele/oauth2/issuer", "localhost"),
                Map.entry("clientele/oauth2/issuer", "https://shop.example/#x"),
                Map.entry("clientele/oauth2/issuer", "https://shop.example/"),
                Map.entry("clientele/oauth2/audiences", "https://one.example,two"),
                Map.entry("clientele/oauth2/access_token_lifetime", "0"),
                Map.entry("clientele/oauth2/access_token_lifetime", "1441"),
                Map.entry("clientele/oauth2/signing_algorithm", "HS256"))) {
            asAdmin()
                    .body(Map.of("value", wrong.getValue()))
                    .put("/rest/V1/settings/" + wrong.getKey())
                    .then()
                    .statusCode(400)
                    .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                    .body("parameters", equalTo(Map.of("fieldName", wrong.getKey(), "value", wrong.getValue())));
        }
    }

    private static void change(Made app, Map<String, ?> draft) {
        asAdmin().body(Map.of("integration", draft)).put(app.path()).then().statusCode(200);
    }

    private long count(String sql, Made app) {
        return database.first(SqlFragment.of(sql, app.id()), row -> row.getLong("n"))
                .orElseThrow();
    }
}
