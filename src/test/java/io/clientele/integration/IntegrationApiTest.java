package io.clientele.integration;

import static io.clientele.AdminFixture.administrator;
import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.integration.IntegrationFixture.INTEGRATIONS;
import static io.clientele.integration.IntegrationFixture.draft;
import static io.clientele.integration.IntegrationFixture.integration;
import static io.clientele.integration.IntegrationFixture.made;
import static io.clientele.integration.IntegrationFixture.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AuditFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.integration.IntegrationFixture.Made;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Integrations as administrators keep them. */
@QuarkusTest
class IntegrationApiTest {

    private static final String MANAGE = "Magento_Customer::manage";
    private static final String GROUP = "Magento_Customer::group";
    private static final String KEEPER = "Magento_Integration::integrations";
    private static final String TOKEN = "[a-z0-9]{32}";

    @Inject
    Integrations integrations;

    @Test
    void it_is_made_with_secrets_that_are_shown_once() {
        Map<String, Object> draft = Map.of(
                "name",
                name(),
                "email",
                "ops@example.com",
                "resources",
                List.of(MANAGE, GROUP, MANAGE),
                "redirect_uris",
                List.of("https://app.example/cb?x=1", "com.example.app:/cb", "http://127.0.0.1:90/cb"));
        Response answer = asAdmin().body(Map.of("integration", draft)).post(INTEGRATIONS);
        answer.then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("name", is(draft.get("name")))
                .body("email", is("ops@example.com"))
                .body("endpoint", nullValue())
                .body("resources", contains(MANAGE, GROUP))
                .body("website_ids", empty())
                .body("redirect_uris", is(draft.get("redirect_uris")))
                .body("is_public", is(false))
                .body("status", is("active"))
                .body("consumer_key", matchesPattern(TOKEN))
                .body("consumer_secret", matchesPattern(TOKEN))
                .body("access_token", matchesPattern(TOKEN))
                .body("access_token_secret", matchesPattern(TOKEN))
                .body("client_id", matchesPattern(TOKEN))
                .body("client_secret", matchesPattern("[A-Za-z0-9_-]{43}"));
        Made made = Made.of(answer);
        String shown =
                asAdmin().get(made.path()).then().statusCode(200).extract().asString()
                        + asAdmin().get(INTEGRATIONS + "/search?searchCriteria").asString();
        assertThat(shown).contains(made.consumerKey(), made.clientId());
        assertThat(shown)
                .doesNotContain(made.consumerSecret())
                .doesNotContain(made.accessToken())
                .doesNotContain(made.accessTokenSecret())
                .doesNotContain(made.clientSecret());
        assertThat(asAdmin().get(made.path()).header("ETag")).isEqualTo(answer.header("ETag"));
    }

    @Test
    void what_it_is_made_of_is_checked_field_by_field() {
        refused(
                Map.of("resources", List.of()),
                "\"%fieldName\" is required. Enter and try again.",
                "fieldName",
                "name");
        refused(
                Map.of("name", " ", "resources", List.of()),
                "\"%fieldName\" is required. Enter and try again.",
                "fieldName",
                "name");
        refused(Map.of("name", name()), "\"%fieldName\" is required. Enter and try again.", "fieldName", "resources");
        refused(
                Map.of("name", "x".repeat(256), "resources", List.of()),
                "\"%fieldName\" is too long. Enter at most %length characters.",
                "fieldName",
                "name");
        invalid(
                draft(List.of(MANAGE, "Magento_Customer::nothing"), "email", ""),
                "resources",
                "Magento_Customer::nothing");
        invalid(draft(List.of(), "website_ids", List.of(1, 987654)), "website_ids", "987654");
        invalid(draft(List.of(), "email", "nobody"), "email", "nobody");
        invalid(draft(List.of(), "endpoint", "ftp://app.example/"), "endpoint", "ftp://app.example/");
        invalid(
                draft(List.of(), "endpoint", "https://user:pass@app.example/"),
                "endpoint",
                "https://user:pass@app.example/");
        for (String uri : List.of(
                "/cb",
                "http://app.example/cb",
                "https://app.example/cb#part",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://",
                "https://user@app.example/cb",
                "app:/cb",
                "not a uri",
                "")) {
            invalid(draft(List.of(), "redirect_uris", List.of("https://app.example/", uri)), "redirect_uris", uri);
        }
        refused(
                draft(List.of(), "redirect_uris", java.util.Collections.nCopies(51, "https://app.example/")),
                "\"%fieldName\" has too many entries. Enter at most %count.",
                "fieldName",
                "redirect_uris");
        invalid(draft(List.of(), "status", "revoked"), "status", "revoked");
        refused(
                draft(List.of(), "client_id", "mine"),
                "\"%fieldName\" is not supported. Correct the field name and try again.",
                "fieldName",
                "ClientId");
    }

    @Test
    void a_name_is_one_integration_s_alone() {
        Made made = integration(List.of());
        asAdmin()
                .body(Map.of(
                        "integration",
                        Map.of("name", made.name().toUpperCase(java.util.Locale.ROOT), "resources", List.of())))
                .post(INTEGRATIONS)
                .then()
                .statusCode(400)
                .body("message", is("An integration with the same name already exists."));
        asAdmin()
                .body(Map.of("integration", Map.of("name", made.name())))
                .put(integration(List.of()).path())
                .then()
                .statusCode(400)
                .body("message", is("An integration with the same name already exists."));
    }

    @Test
    void it_is_found_changed_and_deleted() {
        Made made = integration(List.of(MANAGE));
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "name")
                .queryParam(
                        "searchCriteria[filter_groups][0][filters][0][value]",
                        made.name().toLowerCase(java.util.Locale.ROOT))
                .get(INTEGRATIONS + "/search")
                .then()
                .statusCode(200)
                .body("total_count", is(1))
                .body("items[0].id", is((int) made.id()))
                .body("items[0].status", is("active"));
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "consumer_key")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", made.consumerKey())
                .get(INTEGRATIONS + "/search")
                .then()
                .body("items.id", contains((int) made.id()));
        asAdmin()
                .body(Map.of(
                        "integration",
                        Map.of(
                                "resources",
                                List.of(GROUP),
                                "email",
                                "a@example.com",
                                "endpoint",
                                "http://127.0.0.1:9/x")))
                .put(made.path())
                .then()
                .statusCode(200)
                .body("resources", contains(GROUP))
                .body("name", is(made.name()))
                .body("email", is("a@example.com"))
                .body("endpoint", is("http://127.0.0.1:9/x"))
                .body("consumer_key", is(made.consumerKey()))
                .body("consumer_secret", nullValue());
        asAdmin()
                .body(Map.of("integration", Map.of("email", "", "endpoint", "")))
                .put(made.path())
                .then()
                .statusCode(200)
                .body("email", nullValue())
                .body("endpoint", nullValue());
        asAdmin().delete(made.path()).then().statusCode(200).body(is("true"));
        asAdmin()
                .get(made.path())
                .then()
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("integration_id"))
                .body("parameters.fieldValue", is((int) made.id()));
    }

    @Test
    void nobody_gives_or_takes_over_more_than_they_hold() {
        String keeper = administrator(List.of(KEEPER, MANAGE));
        as(keeper)
                .body(Map.of("integration", Map.of("name", name(), "resources", List.of(MANAGE, GROUP))))
                .post(INTEGRATIONS)
                .then()
                .statusCode(401)
                .body("parameters.resources", is(GROUP));
        Made more = integration(List.of(GROUP));
        for (Response answer : List.of(
                as(keeper)
                        .body(Map.of("integration", Map.of("email", "x@example.com")))
                        .put(more.path()),
                as(keeper).post(more.path() + "/rotate"),
                as(keeper).post(more.path() + "/revoke"),
                as(keeper).delete(more.path()))) {
            answer.then().statusCode(401).body("parameters.resources", is(GROUP));
        }
        Made own = Made.of(as(keeper)
                .body(Map.of("integration", Map.of("name", name(), "resources", List.of(MANAGE))))
                .post(INTEGRATIONS));
        as(keeper)
                .body(Map.of("integration", Map.of("resources", List.of(GROUP))))
                .put(own.path())
                .then()
                .statusCode(401)
                .body("parameters.resources", is(GROUP));
        as(keeper).post(own.path() + "/rotate").then().statusCode(200);
    }

    @Test
    void who_is_limited_to_websites_keeps_integrations_of_these_only() {
        SiteFixture site = SiteFixture.make();
        String keeper = site.administrator(List.of(KEEPER, MANAGE));
        Made everywhere = integration(List.of());
        Made elsewhere = integration(List.of(), 1);
        Made own = Made.of(as(keeper)
                .body(Map.of("integration", Map.of("name", name(), "resources", List.of(MANAGE))))
                .post(INTEGRATIONS));
        as(keeper).get(own.path()).then().body("website_ids", contains(site.website()));
        as(keeper).get(INTEGRATIONS + "/search?searchCriteria").then().body("items.id", contains((int) own.id()));
        for (Made other : List.of(everywhere, elsewhere)) {
            as(keeper).get(other.path()).then().statusCode(404);
            as(keeper).post(other.path() + "/rotate").then().statusCode(404);
        }
        for (List<Integer> more : List.of(List.<Integer>of(), List.of(site.website(), 1))) {
            as(keeper)
                    .body(Map.of("integration", Map.of("website_ids", more)))
                    .put(own.path())
                    .then()
                    .statusCode(400)
                    .body("parameters.fieldName", is("website_ids"));
        }
    }

    @Test
    void a_website_that_one_is_limited_to_is_kept() {
        int website = SiteFixture.make().website();
        Made made = integration(List.of(), 1, website);
        asAdmin()
                .delete("/rest/V1/store/websites/" + website)
                .then()
                .statusCode(400)
                .body("message", is("The website can't be deleted because the integration \"%1\" is limited to it."))
                .body("parameters", contains(made.name()));
    }

    @Test
    void one_that_cannot_keep_a_secret_gets_none() {
        Made app = made(draft(List.of(), "is_public", true));
        assertThat(app.clientSecret()).isNull();
        assertThat(integrations.byClientId(app.clientId()))
                .hasValueSatisfying(found -> assertThat(found.isPublic()).isTrue());
        assertThat(integrations.authenticated(app.clientId(), "")).isEmpty();
        asAdmin()
                .body(Map.of("integration", Map.of("is_public", false)))
                .put(app.path())
                .then()
                .statusCode(400)
                .body("message", is("\"is_public\" can't be changed. Create another integration."));
        assertThat(Made.of(asAdmin().post(app.path() + "/rotate")).clientSecret())
                .isNull();
    }

    @Test
    void a_client_is_known_by_its_secret_while_it_is_active() {
        Made made = integration(List.of());
        assertThat(integrations.authenticated(made.clientId(), made.clientSecret()))
                .isPresent();
        assertThat(integrations.authenticated(made.clientId(), made.clientSecret() + "x"))
                .isEmpty();
        assertThat(integrations.authenticated("nobody", made.clientSecret())).isEmpty();
        assertThat(integrations.authenticated(made.clientId(), made.accessToken()))
                .isEmpty();
        Made rotated = Made.of(asAdmin().post(made.path() + "/rotate"));
        assertThat(rotated.clientId()).isEqualTo(made.clientId());
        assertThat(rotated.consumerKey()).isEqualTo(made.consumerKey());
        assertThat(integrations.authenticated(made.clientId(), made.clientSecret()))
                .isEmpty();
        assertThat(integrations.authenticated(made.clientId(), rotated.clientSecret()))
                .isPresent();
        asAdmin().post(made.path() + "/revoke").then().statusCode(200).body(is("true"));
        assertThat(integrations.authenticated(made.clientId(), rotated.clientSecret()))
                .isEmpty();
        asAdmin()
                .body(Map.of("integration", Map.of("status", "active")))
                .put(made.path())
                .then()
                .statusCode(400)
                .body("message", is("The integration is revoked. Rotate its secrets to use it again."));
    }

    @Test
    void the_audit_log_tells_what_was_changed_and_no_secret() {
        String id = AuditFixture.requestId();
        Response answer = asAdmin()
                .header("X-Request-Id", id)
                .body(Map.of("integration", draft(List.of(MANAGE), "email", "log@example.com")))
                .post(INTEGRATIONS);
        Made made = Made.of(answer);
        String entry = AuditFixture.entries(id).toString();
        assertThat(entry)
                .contains("integration.created", made.name(), MANAGE, "log@example.com")
                .doesNotContain(made.consumerSecret())
                .doesNotContain(made.accessToken())
                .doesNotContain(made.accessTokenSecret())
                .doesNotContain(made.clientSecret());
    }

    @Test
    void the_modules_are_those_whose_resources_there_are() {
        asAdmin()
                .get("/rest/default/V1/modules")
                .then()
                .statusCode(200)
                .body("$", hasItem("Magento_Customer"))
                .body("$", hasItem("Magento_Integration"))
                .body("findAll { it == 'Magento_Customer' }.size()", is(1));
    }

    private static void invalid(Map<String, ?> draft, String field, String value) {
        refused(draft, "Invalid value of \"%value\" provided for the %fieldName field.", "fieldName", field)
                .then()
                .body("parameters.value", is(value));
    }

    private static Response refused(Map<String, ?> draft, String message, String parameter, String value) {
        Response answer = asAdmin().body(Map.of("integration", draft)).post(INTEGRATIONS);
        answer.then().statusCode(400).body("message", is(message)).body("parameters." + parameter, is(value));
        return answer;
    }
}
