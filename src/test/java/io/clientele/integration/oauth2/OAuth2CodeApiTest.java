package io.clientele.integration.oauth2;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.integration.oauth2.OAuth2Fixture.REDIRECT;
import static io.clientele.integration.oauth2.OAuth2Fixture.app;
import static io.clientele.integration.oauth2.OAuth2Fixture.authorize;
import static io.clientele.integration.oauth2.OAuth2Fixture.code;
import static io.clientele.integration.oauth2.OAuth2Fixture.decide;
import static io.clientele.integration.oauth2.OAuth2Fixture.exchange;
import static io.clientele.integration.oauth2.OAuth2Fixture.form;
import static io.clientele.integration.oauth2.OAuth2Fixture.parameters;
import static io.clientele.integration.oauth2.OAuth2Fixture.part;
import static io.clientele.integration.oauth2.OAuth2Fixture.publicApp;
import static io.clientele.integration.oauth2.OAuth2Fixture.query;
import static io.clientele.integration.oauth2.OAuth2Fixture.request;
import static io.clientele.integration.oauth2.OAuth2Fixture.token;
import static io.clientele.integration.oauth2.OAuth2Fixture.tokens;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.clientele.Race;
import io.clientele.customer.CustomerFixture;
import io.clientele.integration.IntegrationFixture.Made;
import io.clientele.integration.oauth2.OAuth2Fixture.Pair;
import io.clientele.integration.oauth2.OAuth2Fixture.Pkce;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Apps that act for customers: how customers let them in, what they can do then, and what ends it. */
@QuarkusTest
class OAuth2CodeApiTest {

    private static final String ME = "/rest/V1/customers/me";
    private static final String READ = "customer:read";
    private static final String BOTH = "customer:read customer:write";
    private static final String ALONE = "This can't be done on behalf of the customer.";

    @Inject
    Database database;

    @Inject
    Clock clock;

    private Map<String, Object> customer = Map.of();
    private long id;
    private String own = "";

    @BeforeEach
    void make_a_customer() {
        customer = CustomerFixture.customer();
        id = CustomerFixture.create(customer);
        own = CustomerFixture.token(customer.get("email"));
    }

    @Test
    void the_browser_goes_to_the_storefront_and_comes_back_with_a_code_for_tokens() {
        Made app = app(List.of());
        Pkce pkce = Pkce.fresh();
        Response sent = authorize(query(app, pkce, BOTH));
        sent.then().statusCode(303).header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
        assertThat(sent.header("Location")).startsWith("http://localhost:8080/customer/account/authorize?request=");
        String request = OAuth2Fixture.requestOf(sent);
        given().get("/oauth2/requests/" + request)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("client_name", is(app.name()))
                .body("client_id", is(app.clientId()))
                .body("scopes.scope", contains("customer:read", "customer:write"))
                .body("scopes[0].title", is("See your account, addresses, orders and other data of yours"))
                .body("redirect_uri", is(REDIRECT))
                .body("expires_at", notNullValue());
        String back = decide(request, own, true);
        assertThat(back).startsWith(REDIRECT + "&");
        assertThat(parameters(back))
                .containsEntry("from", "clientele")
                .containsEntry("state", "a state/of=the&app")
                .containsEntry("iss", "http://localhost:8080")
                .containsKey("code");
        Response answer = token(app, exchange(parameters(back).get("code"), pkce));
        answer.then().statusCode(200).body("scope", is(BOTH)).header("Cache-Control", "no-store");
        JsonPath claims = JsonPath.from(part(answer.jsonPath().getString("access_token"), 1));
        assertThat(claims.getString("sub")).isEqualTo("customer:" + id);
        assertThat(claims.getString("client_id")).isEqualTo(app.clientId());
        Pair pair = Pair.of(answer);
        as(pair.access())
                .get(ME)
                .then()
                .statusCode(200)
                .body("email", is(customer.get("email").toString().toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void a_customer_who_declines_gives_nothing_and_a_request_is_decided_on_once() {
        Made app = app(List.of());
        String request = request(app, Pkce.fresh(), READ);
        Map<String, String> back = parameters(decide(request, own, false));
        assertThat(back)
                .containsEntry("error", "access_denied")
                .containsEntry("state", "a state/of=the&app")
                .containsEntry("iss", "http://localhost:8080")
                .doesNotContainKey("code");
        for (String used : List.of(request, "nothing", "x".repeat(43))) {
            as(own).body(Map.of("approve", true))
                    .post("/oauth2/requests/" + used)
                    .then()
                    .statusCode(404)
                    .body(
                            "message",
                            is("The request of the app is not there or not open any more. Go back to the app and try"
                                    + " again."));
            given().get("/oauth2/requests/" + used).then().statusCode(404);
        }
        as(own).get(ME + "/consents").then().statusCode(200).body("$", empty());
    }

    @Test
    void a_token_can_do_what_its_scopes_say_over_rest_and_graphql() {
        Made app = app(List.of());
        Pair read = tokens(app, own, READ);
        as(read.access()).get(ME).then().statusCode(200);
        as(read.access())
                .body(Map.of("customer", customer))
                .put(ME)
                .then()
                .statusCode(401)
                .body("message", is("The consumer isn't authorized to access %resources."))
                .body("parameters.resources", is("customer:write"));
        graphQL(read, "{ customer { firstname } }")
                .then()
                .statusCode(200)
                .body("data.customer.firstname", is(customer.get("firstname")));
        String change = "mutation { updateCustomerV2(input: {firstname: \"Changed\"}) { customer { firstname } } }";
        assertThat(graphQL(read, change).asString())
                .contains("The consumer isn't authorized to access customer:write.")
                .doesNotContain("\"data\":{");
        as(read.access())
                .body(Map.of("customer", customer))
                .put("/rest/async/V1/customers/me")
                .then()
                .statusCode(401)
                .body("parameters.resources", is("customer:write"));
        Pair both = tokens(app, own, BOTH);
        graphQL(both, change).then().statusCode(200).body("data.updateCustomerV2.customer.firstname", is("Changed"));
        as(both.access()).body(Map.of("customer", customer)).put(ME).then().statusCode(200);
        as(both.access())
                .get("/rest/V1/customers/search?searchCriteria[pageSize]=1")
                .then()
                .statusCode(401);
    }

    @Test
    void an_app_never_consents_nor_takes_the_account() {
        Made app = app(List.of());
        Pair both = tokens(app, own, BOTH);
        String another = request(app, Pkce.fresh(), BOTH);
        as(both.access())
                .body(Map.of("approve", true))
                .post("/oauth2/requests/" + another)
                .then()
                .statusCode(401)
                .body("message", is(ALONE));
        as(both.access())
                .delete(ME + "/consents/" + app.id())
                .then()
                .statusCode(401)
                .body("message", is(ALONE));
        as(both.access())
                .body(Map.of("currentPassword", CustomerFixture.PASSWORD, "newPassword", "Other-Passw0rd"))
                .put(ME + "/password")
                .then()
                .statusCode(401)
                .body("message", is(ALONE));
        as(both.access())
                .body(Map.of("customer", CustomerFixture.with(customer, "email", CustomerFixture.email())))
                .put(ME)
                .then()
                .statusCode(401)
                .body("message", is(ALONE));
        as(both.access()).delete(ME + "/sessions").then().statusCode(401).body("message", is(ALONE));
        assertThat(graphQL(both, "mutation { deleteCustomer }").asString()).contains(ALONE);
        assertThat(graphQL(
                                both,
                                "mutation { updateCustomerEmail(email: \"new@example.com\", password: \""
                                        + CustomerFixture.PASSWORD + "\") { customer { email } } }")
                        .asString())
                .contains(ALONE);
        as(own).get(ME).then().statusCode(200);
        as(own).body(Map.of("approve", true))
                .post("/oauth2/requests/" + another)
                .then()
                .statusCode(200);
    }

    @Test
    void an_app_that_signs_out_ends_its_own_session_alone() {
        Made app = app(List.of());
        Pair pair = tokens(app, own, BOTH);
        as(pair.access())
                .post("/rest/V1/integration/customer/revoke-customer-token")
                .then()
                .statusCode(200);
        as(pair.access()).get(ME).then().statusCode(401);
        as(own).get(ME).then().statusCode(200);
    }

    @Test
    void consents_are_listed_and_withdrawing_one_ends_what_the_app_got() {
        Made app = app(List.of());
        Made other = app(List.of());
        Pair pair = tokens(app, own, READ);
        Pair kept = tokens(other, own, READ);
        Pkce late = Pkce.fresh();
        String unused = code(app, own, late, BOTH);
        as(own).get(ME + "/consents")
                .then()
                .statusCode(200)
                .body("integration_id", contains((int) other.id(), (int) app.id()))
                .body("client_name", contains(other.name(), app.name()))
                .body("[1].scopes.scope", contains("customer:read", "customer:write"));
        as(own).delete(ME + "/consents/" + app.id()).then().statusCode(200).body(is("true"));
        as(pair.access()).get(ME).then().statusCode(401);
        OAuth2Fixture.refresh(app, pair.refresh()).then().statusCode(400).body("error", is("invalid_grant"));
        token(app, exchange(unused, late)).then().statusCode(400).body("error", is("invalid_grant"));
        as(kept.access()).get(ME).then().statusCode(200);
        as(own).get(ME + "/consents").then().statusCode(200).body("$", hasSize(1));
        as(own).delete(ME + "/consents/" + app.id())
                .then()
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("integrationId"));
    }

    @Test
    void whatever_ends_the_customers_sessions_ends_the_apps() {
        Made app = app(List.of());
        Pair first = tokens(app, own, READ);
        as(own).body(Map.of("currentPassword", CustomerFixture.PASSWORD, "newPassword", "Other-Passw0rd"))
                .put(ME + "/password")
                .then()
                .statusCode(200);
        as(first.access()).get(ME).then().statusCode(401);
        OAuth2Fixture.refresh(app, first.refresh()).then().statusCode(400).body("error", is("invalid_grant"));
        Pair second = tokens(app, own, READ);
        Pkce pkce = Pkce.fresh();
        String unused = code(app, own, pkce, READ);
        as(own).post("/rest/V1/integration/customer/revoke-customer-token")
                .then()
                .statusCode(200);
        as(second.access()).get(ME).then().statusCode(401);
        token(app, exchange(unused, pkce)).then().statusCode(400).body("error", is("invalid_grant"));
    }

    @Test
    void whoever_is_deactivated_or_deleted_is_acted_for_no_more() {
        Made app = app(List.of());
        Pair first = tokens(app, own, READ);
        asAdmin().post("/rest/V1/customers/" + id + "/deactivate").then().statusCode(200);
        as(first.access()).get(ME).then().statusCode(401);
        Map<String, Object> gone = CustomerFixture.customer();
        long goneId = CustomerFixture.create(gone);
        Pair second = tokens(app, CustomerFixture.token(gone.get("email")), READ);
        asAdmin().delete("/rest/V1/customers/" + goneId).then().statusCode(200);
        as(second.access()).get(ME).then().statusCode(401);
        OAuth2Fixture.refresh(app, second.refresh()).then().statusCode(400);
    }

    @Test
    void a_code_is_good_for_a_minute_at_most() {
        Made app = app(List.of());
        Pkce pkce = Pkce.fresh();
        String code = code(app, own, pkce, READ);
        assertThat(database.first(
                        SqlFragment.of(
                                "select extract(epoch from expires_at - created_at) as life from oauth2_code"
                                        + " where code_hash = ?",
                                OAuth2Fixture.sha256(code)),
                        row -> row.getInt("life")))
                .contains(60);
        database.run(SqlFragment.of(
                "update oauth2_code set expires_at = ? where code_hash = ?",
                clock.instant(),
                OAuth2Fixture.sha256(code)));
        token(app, exchange(code, pkce)).then().statusCode(400).body("error", is("invalid_grant"));
    }

    @Test
    void a_code_that_comes_twice_ends_what_it_gave() {
        Made app = app(List.of());
        Pkce pkce = Pkce.fresh();
        String code = code(app, own, pkce, READ);
        Pair pair = Pair.of(token(app, exchange(code, pkce)));
        as(pair.access()).get(ME).then().statusCode(200);
        token(app, exchange(code, pkce)).then().statusCode(400).body("error", is("invalid_grant"));
        as(pair.access()).get(ME).then().statusCode(401);
        OAuth2Fixture.refresh(app, pair.refresh()).then().statusCode(400).body("error", is("invalid_grant"));
        assertThat(entries("oauth2_code.reused", app)).isEqualTo(1);
    }

    @Test
    void of_many_that_send_a_code_at_once_one_session_comes_at_most() throws Exception {
        Made app = app(List.of());
        try (Race race = new Race(8)) {
            for (int round = 0; round < 3; round++) {
                Pkce pkce = Pkce.fresh();
                String code = code(app, own, pkce, READ);
                List<Integer> answers =
                        race.round(i -> () -> token(app, exchange(code, pkce)).statusCode());
                assertThat(answers).filteredOn(status -> status == 200).hasSizeLessThanOrEqualTo(1);
                assertThat(answers).allMatch(status -> status == 200 || status == 400);
                assertThat(living(app))
                        .as("all others came after the one that won")
                        .isZero();
            }
        }
    }

    @Test
    void a_code_is_for_its_client_its_address_and_its_verifier() {
        Made app = app(List.of());
        Made stranger = app(List.of());
        Pkce pkce = Pkce.fresh();
        String code = code(app, own, pkce, READ);
        Map<String, String> right = exchange(code, pkce);
        token(stranger, right).then().statusCode(400).body("error", is("invalid_grant"));
        for (Map.Entry<String, String> wrong : Map.of(
                        "redirect_uri",
                        REDIRECT + "x",
                        "code_verifier",
                        Pkce.fresh().verifier(),
                        "code",
                        "x".repeat(43))
                .entrySet()) {
            token(app, changed(right, wrong.getKey(), wrong.getValue()))
                    .then()
                    .statusCode(400)
                    .body("error", is("invalid_grant"));
        }
        for (String missing : List.of("redirect_uri", "code_verifier")) {
            token(app, without(right, missing)).then().statusCode(400);
        }
        token(app, right).then().statusCode(200);
    }

    @Test
    void a_public_client_needs_no_secret_and_can_do_nothing_but_this() {
        Made app = publicApp();
        Pkce pkce = Pkce.fresh();
        String code = code(app, own, pkce, READ);
        Map<String, String> form = changed(exchange(code, pkce), "client_id", app.clientId());
        form(without(form, "code_verifier")).post("/oauth2/token").then().statusCode(400);
        Pair pair = Pair.of(form(form).post("/oauth2/token"));
        as(pair.access()).get(ME).then().statusCode(200);
        Map<String, String> refresh =
                Map.of("grant_type", "refresh_token", "refresh_token", pair.refresh(), "client_id", app.clientId());
        Pair next = Pair.of(form(refresh).post("/oauth2/token"));
        form(Map.of("grant_type", "client_credentials", "client_id", app.clientId()))
                .post("/oauth2/token")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 401));
        form(Map.of("token", next.access(), "client_id", app.clientId()))
                .post("/oauth2/introspect")
                .then()
                .statusCode(401);
        form(Map.of("token", next.access(), "client_id", app.clientId()))
                .post("/oauth2/revoke")
                .then()
                .statusCode(200);
        as(next.access()).get(ME).then().statusCode(401);
        // Who keeps a secret has to show it.
        Made secretive = app(List.of());
        Pkce other = Pkce.fresh();
        String secret = code(secretive, own, other, READ);
        form(changed(exchange(secret, other), "client_id", secretive.clientId()))
                .post("/oauth2/token")
                .then()
                .statusCode(401)
                .body("error", is("invalid_client"));
    }

    @Test
    void an_app_of_other_websites_gets_nothing() {
        int website = io.clientele.store.StoreFixture.website(io.clientele.store.StoreFixture.code("oa"));
        Map<String, Object> draft =
                io.clientele.integration.IntegrationFixture.draft(List.of(), "redirect_uris", List.of(REDIRECT));
        draft.put("website_ids", List.of(website));
        Made app = io.clientele.integration.IntegrationFixture.made(draft);
        assertThat(parameters(decide(request(app, Pkce.fresh(), READ), own, true)))
                .containsEntry("error", "access_denied");
        asAdmin().delete(app.path()).then().statusCode(200);
        asAdmin().delete("/rest/V1/store/websites/" + website).then().statusCode(200);
    }

    @Test
    void the_customer_sees_the_app_among_the_sessions_and_can_end_it_there() {
        Made app = app(List.of());
        Pair pair = tokens(app, own, READ);
        List<Map<String, Object>> sessions = as(own).get(ME + "/sessions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("$");
        Map<String, Object> session = sessions.stream()
                .filter(each -> app.name().equals(each.get("device")))
                .findFirst()
                .orElseThrow();
        as(own).delete(ME + "/sessions/" + session.get("id")).then().statusCode(200);
        as(pair.access()).get(ME).then().statusCode(401);
        OAuth2Fixture.refresh(app, pair.refresh()).then().statusCode(400).body("error", is("invalid_grant"));
    }

    static Map<String, String> changed(Map<String, String> form, String key, String value) {
        Map<String, String> changed = new java.util.HashMap<>(form);
        changed.put(key, value);
        return changed;
    }

    static Map<String, String> without(Map<String, String> form, String key) {
        Map<String, String> changed = new java.util.HashMap<>(form);
        changed.remove(key);
        return changed;
    }

    private static Response graphQL(Pair pair, String document) {
        return as(pair.access()).body(Map.of("query", document)).post("/graphql");
    }

    private long living(Made app) {
        return database.first(
                        SqlFragment.of(
                                "select count(*) as n from access_token where integration_id = ? and revoked_at is null",
                                app.id()),
                        row -> row.getLong("n"))
                .orElseThrow();
    }

    private long entries(String action, Made app) {
        return database.first(
                        SqlFragment.of(
                                "select count(*) as n from audit_entry where action = ? and object_id = ?",
                                action,
                                Long.toString(app.id())),
                        row -> row.getLong("n"))
                .orElseThrow();
    }
}
