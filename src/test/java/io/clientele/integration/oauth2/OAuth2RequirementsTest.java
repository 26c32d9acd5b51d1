package io.clientele.integration.oauth2;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.integration.oauth2.OAuth2CodeApiTest.changed;
import static io.clientele.integration.oauth2.OAuth2CodeApiTest.without;
import static io.clientele.integration.oauth2.OAuth2Fixture.REDIRECT;
import static io.clientele.integration.oauth2.OAuth2Fixture.authorize;
import static io.clientele.integration.oauth2.OAuth2Fixture.by;
import static io.clientele.integration.oauth2.OAuth2Fixture.code;
import static io.clientele.integration.oauth2.OAuth2Fixture.decide;
import static io.clientele.integration.oauth2.OAuth2Fixture.exchange;
import static io.clientele.integration.oauth2.OAuth2Fixture.form;
import static io.clientele.integration.oauth2.OAuth2Fixture.parameters;
import static io.clientele.integration.oauth2.OAuth2Fixture.part;
import static io.clientele.integration.oauth2.OAuth2Fixture.publicApp;
import static io.clientele.integration.oauth2.OAuth2Fixture.query;
import static io.clientele.integration.oauth2.OAuth2Fixture.refresh;
import static io.clientele.integration.oauth2.OAuth2Fixture.request;
import static io.clientele.integration.oauth2.OAuth2Fixture.token;
import static io.clientele.integration.oauth2.OAuth2Fixture.tokens;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.customer.CustomerFixture;
import io.clientele.integration.IntegrationFixture;
import io.clientele.integration.IntegrationFixture.Made;
import io.clientele.integration.oauth2.OAuth2Fixture.Pair;
import io.clientele.integration.oauth2.OAuth2Fixture.Pkce;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every MUST of RFC 6749, 7009, 7662, 8414, 9068 and 9700 that is an authorization server's, or a resource server's that takes
 * its tokens, by section and with the request that shows it. Those left out are of grants, clients or registrations that there
 * are none of (implicit, password, dynamic registration, signed metadata), and TLS, which is the proxy's.
 */
@QuarkusTest
class OAuth2RequirementsTest {

    private static final String ME = "/rest/V1/customers/me";
    private static final String HELD = "Magento_Customer::group";
    private static final String GROUPS = "/rest/V1/customerGroups/search?searchCriteria[pageSize]=1";
    private static final String READ = "customer:read";
    private static final String BOTH = "customer:read customer:write";
    private static final Map<String, String> CREDENTIALS = Map.of("grant_type", "client_credentials");

    private record Must(String rfc, String section, String what, ThrowingCallable shown) {}

    private final List<Must> table = new ArrayList<>();
    private Made app = new Made(0, "", "", "", "", "", "", "");
    private Made other = app;
    private String own = "";
    private long customerId;

    @BeforeEach
    void make_a_customer_and_two_apps() {
        Map<String, Object> customer = CustomerFixture.customer();
        customerId = CustomerFixture.create(customer);
        own = CustomerFixture.token(customer.get("email"));
        app = OAuth2Fixture.app(List.of(HELD));
        other = OAuth2Fixture.app(List.of());
    }

    @Test
    void every_must_is_kept() {
        clients();
        authorizationEndpoint();
        tokenEndpoint();
        revocation();
        introspection();
        metadata();
        accessTokens();
        bestPractice();
        assertThat(table.stream().map(Must::rfc).distinct())
                .containsExactlyInAnyOrder("6749", "7009", "7662", "8414", "9068", "9700");
        SoftAssertions softly = new SoftAssertions();
        table.forEach(must -> softly.assertThatCode(must.shown())
                .as("RFC %s, %s: %s", must.rfc(), must.section(), must.what())
                .doesNotThrowAnyException());
        softly.assertAll();
    }

    private void must(String rfc, String section, String what, ThrowingCallable shown) {
        table.add(new Must(rfc, section, what, shown));
    }

    private void clients() {
        must(
                "6749",
                "2.3",
                "no more than one way of proving oneself in a request",
                () -> is(by(app, changed(CREDENTIALS, "client_secret", app.clientSecret())), "/oauth2/token", 400));
        must(
                "6749",
                "2.3.1",
                "nobody is another client in the form than in the header",
                () -> is(by(app, changed(CREDENTIALS, "client_id", other.clientId())), "/oauth2/token", 400, 401));
        must("6749", "2.3.1", "HTTP Basic is taken", () -> ok(token(app, CREDENTIALS)));
        must(
                "6749",
                "2.3.1",
                "credentials in the URI are not",
                () -> is(
                        form(CREDENTIALS).queryParams("client_id", app.clientId(), "client_secret", app.clientSecret()),
                        "/oauth2/token",
                        401));
        must(
                "6749",
                "2.3.1",
                "guessing is bounded",
                () -> assertThat(asAdmin()
                                .get("/rest/V1/settings/clientele/throttle/address_failures")
                                .jsonPath()
                                .getInt("value"))
                        .isPositive());
        must("6749", "3.1.2", "an address to go back to is absolute and has no fragment", () -> {
            for (String wrong : List.of("/callback", REDIRECT + "#x")) {
                asAdmin()
                        .body(Map.of(
                                "integration", IntegrationFixture.draft(List.of(), "redirect_uris", List.of(wrong))))
                        .post(IntegrationFixture.INTEGRATIONS)
                        .then()
                        .statusCode(400);
            }
        });
    }

    private void authorizationEndpoint() {
        must("6749", "3.1", "GET is taken", () -> asked(Map.of()).then().statusCode(303));
        must("6749", "3.1", "a parameter without a value was not sent", () -> {
            String id = OAuth2Fixture.requestOf(asked(Map.of("redirect_uri", "", "state", "", "scope", "")));
            assertThat(parameters(decide(id, own, true))).containsKey("code").doesNotContainKey("state");
        });
        must(
                "6749",
                "3.1",
                "what is not known is ignored",
                () -> asked(Map.of("unheard_of", "1")).then().statusCode(303));
        must("6749", "3.1", "none comes twice", () -> {
            Response twice = given().redirects()
                    .follow(false)
                    .queryParams(query(app, Pkce.fresh(), READ))
                    .queryParam("scope", READ)
                    .get("/oauth2/authorize");
            error(twice, "invalid_request");
        });
        must("6749", "3.1.1", "a response_type that is missing or unknown is an error", () -> {
            error(asked(Map.of("response_type", "")), "invalid_request");
            error(asked(Map.of("response_type", "token")), "unsupported_response_type");
            error(asked(Map.of("response_type", "code token")), "unsupported_response_type");
        });
        must(
                "6749",
                "3.1.2",
                "the address's query is kept",
                () -> assertThat(decide(request(app, Pkce.fresh(), READ), own, true))
                        .startsWith(REDIRECT + "&"));
        must("6749", "3.1.2.3", "of several addresses one is named", () -> {
            Made two = IntegrationFixture.made(IntegrationFixture.draft(
                    List.of(), "redirect_uris", List.of(REDIRECT, "https://app.example/other")));
            Map<String, String> query = without(query(two, Pkce.fresh(), READ), "redirect_uri");
            stranger(authorize(query));
        });
        must(
                "6749",
                "3.1.2.4",
                "to a wrong address nobody is sent",
                () -> stranger(asked(Map.of("redirect_uri", "https://evil.example/"))));
        must("6749", "4.1.1", "response_type and client_id are required", () -> {
            error(asked(Map.of("response_type", "")), "invalid_request");
            stranger(asked(Map.of("client_id", "")));
            stranger(asked(Map.of("client_id", "nobody")));
        });
        must("6749", "4.1.2", "a code is short-lived, used once, and bound to client and address", () -> {
            Pkce pkce = Pkce.fresh();
            Map<String, String> right = exchange(code(app, own, pkce, READ), pkce);
            refused(token(other, right), "invalid_grant");
            refused(token(app, changed(right, "redirect_uri", REDIRECT + "&x=1")), "invalid_grant");
            Pair pair = Pair.of(token(app, right));
            refused(token(app, right), "invalid_grant");
            as(pair.access()).get(ME).then().statusCode(401);
        });
        must(
                "6749",
                "4.1.2",
                "the state comes back as it was",
                () -> assertThat(parameters(decide(request(app, Pkce.fresh(), READ), own, true)))
                        .containsEntry("state", "a state/of=the&app"));
        must("6749", "4.1.2.1", "errors carry the state, and a scope that is none is one", () -> {
            Response answer = asked(Map.of("scope", "everything"));
            error(answer, "invalid_scope");
            assertThat(parameters(answer.header("Location"))).containsEntry("state", "a state/of=the&app");
        });
        must("6749", "10.5", "codes, and 10.10, refresh tokens cannot be guessed: 256 random bits", () -> {
            assertThat(code(app, own, Pkce.fresh(), READ)).matches("[A-Za-z0-9_-]{43}");
            assertThat(tokens(app, own, READ).refresh()).matches("[A-Za-z0-9_-]{43}");
        });
    }

    private void tokenEndpoint() {
        must(
                "6749",
                "3.2",
                "POST is used",
                () -> assertThat(given().queryParams(CREDENTIALS)
                                .get("/oauth2/token")
                                .statusCode())
                        .isEqualTo(404));
        must("6749", "3.2", "none comes twice, empty ones were not sent, unknown ones are ignored", () -> {
            refused(by(app, CREDENTIALS).formParam("scope", HELD, HELD).post("/oauth2/token"), "invalid_request");
            ok(token(app, Map.of("grant_type", "client_credentials", "scope", "", "unheard_of", "1")));
        });
        must("6749", "3.2.1", "who keeps a secret shows it, for codes and refresh tokens too", () -> {
            Pkce pkce = Pkce.fresh();
            Map<String, String> form = exchange(code(app, own, pkce, READ), pkce);
            is(form(changed(form, "client_id", app.clientId())), "/oauth2/token", 401);
            Pair pair = Pair.of(token(app, form));
            is(
                    form(Map.of(
                            "grant_type", "refresh_token",
                            "refresh_token", pair.refresh(),
                            "client_id", app.clientId())),
                    "/oauth2/token",
                    401);
            Pair.of(refresh(app, pair.refresh()));
        });
        must(
                "6749",
                "3.3",
                "the scope that is given is told",
                () -> assertThat(token(app, CREDENTIALS).jsonPath().getString("scope"))
                        .isEqualTo(HELD));
        must("6749", "4.1.3", "the address is named again, and is the same", () -> {
            Pkce pkce = Pkce.fresh();
            Map<String, String> form = exchange(code(app, own, pkce, READ), pkce);
            refused(token(app, without(form, "redirect_uri")), "invalid_grant");
            ok(token(app, form));
        });
        must(
                "6749",
                "4.4",
                "client credentials are for clients that keep a secret",
                () -> is(form(changed(CREDENTIALS, "client_id", publicApp().clientId())), "/oauth2/token", 400, 401));
        must(
                "6749",
                "5.1",
                "no answer with tokens is kept",
                () -> token(app, CREDENTIALS)
                        .then()
                        .header("Cache-Control", "no-store")
                        .header("Pragma", "no-cache"));
        must(
                "6749",
                "5.1",
                "token and type are there, in JSON",
                () -> assertThat(token(app, CREDENTIALS).jsonPath().<String, Object>getMap("$"))
                        .containsKeys("access_token", "token_type", "expires_in"));
        must("6749", "5.2", "a client that fails in the header is told how to prove itself", () -> {
            Response answer = form(CREDENTIALS)
                    .auth()
                    .preemptive()
                    .basic(app.clientId(), "wrong")
                    .post("/oauth2/token");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
            assertThat(answer.jsonPath().getString("error")).isEqualTo("invalid_client");
        });
        must("6749", "5.2", "errors have their codes", () -> {
            refused(token(app, Map.of("scope", HELD)), "invalid_request");
            refused(token(app, Map.of("grant_type", "urn:example:none")), "unsupported_grant_type");
            refused(token(app, Map.of("grant_type", "client_credentials", "scope", "none")), "invalid_scope");
            refused(token(app, Map.of("grant_type", "authorization_code", "code", "none")), "invalid_grant");
            refused(given().contentType(ContentType.JSON).body(CREDENTIALS).post("/oauth2/token"), "invalid_request");
        });
        must("6749", "6", "a refresh token is its client's, and gives no more than was granted", () -> {
            Pair pair = tokens(app, own, READ);
            refused(refresh(other, pair.refresh()), "invalid_grant");
            refused(
                    token(app, Map.of("grant_type", "refresh_token", "refresh_token", pair.refresh(), "scope", BOTH)),
                    "invalid_scope");
        });
    }

    private void revocation() {
        must("7009", "2.1", "the client proves itself, and ends its own tokens only", () -> {
            String token = OAuth2Fixture.clientToken(app);
            is(form(Map.of("token", token)), "/oauth2/revoke", 401);
            is(form(Map.of("token", token, "client_id", app.clientId())), "/oauth2/revoke", 401);
            is(by(other, Map.of("token", token)), "/oauth2/revoke", 400);
            as(token).get(GROUPS).then().statusCode(200);
        });
        must("7009", "2.1", "a token is found whatever the hint says", () -> {
            for (String hint : List.of("refresh_token", "access_token", "unheard_of")) {
                String token = OAuth2Fixture.clientToken(app);
                is(by(app, Map.of("token", token, "token_type_hint", hint)), "/oauth2/revoke", 200);
                as(token).get(GROUPS).then().statusCode(401);
            }
        });
        must("7009", "2.1", "refresh tokens are revoked, and what came of them", () -> {
            Pair pair = tokens(app, own, READ);
            is(by(app, Map.of("token", pair.refresh())), "/oauth2/revoke", 200);
            as(pair.access()).get(ME).then().statusCode(401);
            refused(refresh(app, pair.refresh()), "invalid_grant");
        });
        must(
                "7009",
                "2.2",
                "200 for a token that does not count",
                () -> is(by(app, Map.of("token", "nothing")), "/oauth2/revoke", 200));
        must("7009", "2.1", "the token is required", () -> is(by(app, Map.of()), "/oauth2/revoke", 400));
    }

    private void introspection() {
        must("7662", "2.1", "it is not open to everybody, and the token is required", () -> {
            String token = OAuth2Fixture.clientToken(app);
            is(form(Map.of("token", token)), "/oauth2/introspect", 401);
            is(form(Map.of("token", token, "client_id", publicApp().clientId())), "/oauth2/introspect", 401);
            is(by(app, Map.of()), "/oauth2/introspect", 400);
        });
        must("7662", "2.2", "active is a boolean, and all that is said of a token that does not count", () -> {
            String token = OAuth2Fixture.clientToken(app);
            assertThat(introspected(app, token)).containsEntry("active", true);
            is(by(app, Map.of("token", token)), "/oauth2/revoke", 200);
            for (String none : List.of(token, "nothing", own, token + "x")) {
                assertThat(introspected(app, none)).isEqualTo(Map.of("active", false));
            }
        });
        must(
                "7662",
                "2.2",
                "who may not know of a token learns nothing",
                () -> assertThat(introspected(other, OAuth2Fixture.clientToken(app)))
                        .isEqualTo(Map.of("active", false)));
        must("7662", "4", "a token is active only if it is signed, lives and was not revoked", () -> {
            Pair pair = tokens(app, own, READ);
            assertThat(introspected(app, pair.refresh())).containsEntry("active", true);
            Pair.of(refresh(app, pair.refresh()));
            assertThat(introspected(app, pair.refresh())).isEqualTo(Map.of("active", false));
        });
    }

    private void metadata() {
        must("8414", "2", "what is required is there, and the issuer is a URL without query and fragment", () -> {
            Map<String, Object> metadata = given().get("/.well-known/oauth-authorization-server")
                    .jsonPath()
                    .getMap("$");
            assertThat(metadata)
                    .containsKeys(
                            "issuer",
                            "authorization_endpoint",
                            "token_endpoint",
                            "jwks_uri",
                            "response_types_supported");
            assertThat(metadata.get("issuer").toString()).matches("https?://[^?#]+[^/?#]");
            assertThat(metadata.values()).doesNotContainNull();
            metadata.values().forEach(value -> assertThat(value).isNotEqualTo(List.of()));
        });
        must(
                "8414",
                "2",
                "where secrets sign, the jwks_uri has no private key",
                () -> assertThat(given().get("/.well-known/jwks.json").asString())
                        .doesNotContain("\"d\"")
                        .doesNotContain("\"k\""));
        must(
                "8414",
                "3.1",
                "it is asked for by GET at the well-known path, and 3.2, answered as JSON",
                () -> given().get("/.well-known/oauth-authorization-server")
                        .then()
                        .statusCode(200)
                        .contentType(ContentType.JSON));
        must(
                "8414",
                "3.3",
                "the issuer is the one in tokens",
                () -> assertThat(given().get("/.well-known/oauth-authorization-server")
                                .jsonPath()
                                .getString("issuer"))
                        .isEqualTo(claims(OAuth2Fixture.clientToken(app)).getString("iss")));
    }

    private void accessTokens() {
        must("9068", "2.1", "signed, not with none, and of the type at+jwt", () -> {
            JsonPath header = JsonPath.from(part(OAuth2Fixture.clientToken(app), 0));
            assertThat(header.getString("typ")).isEqualTo("at+jwt");
            assertThat(header.getString("alg")).isEqualTo("ES256");
        });
        must("9068", "2.2", "all claims that are required", () -> {
            JsonPath claims = claims(tokens(app, own, READ).access());
            for (String name : List.of("iss", "exp", "aud", "sub", "client_id", "iat", "jti")) {
                assertThat(claims.<Object>get(name)).as(name).isNotNull();
            }
            assertThat(claims.getString("sub")).isEqualTo("customer:" + customerId);
            assertThat(claims.getString("jti"))
                    .isNotEqualTo(claims(tokens(app, own, READ).access()).getString("jti"));
        });
        must(
                "9068",
                "2.2.3",
                "the scope that was asked for",
                () -> assertThat(claims(tokens(app, own, BOTH).access()).getString("scope"))
                        .isEqualTo(BOTH));
        must("9068", "3", "without a resource the audience is this service; an unknown one is refused", () -> {
            assertThat(claims(OAuth2Fixture.clientToken(app)).getString("aud")).isEqualTo("http://localhost:8080");
            refused(token(app, changed(CREDENTIALS, "resource", "https://evil.example")), "invalid_target");
        });
        must(
                "9068",
                "4",
                "another type, issuer, audience, signature or time is refused (ScopedTokenSecurityApiTest)",
                () -> {
                    String token = OAuth2Fixture.clientToken(app);
                    as(token).get(GROUPS).then().statusCode(200);
                    as(token.substring(0, token.length() - 4) + "AAAA")
                            .get(GROUPS)
                            .then()
                            .statusCode(401);
                });
        must(
                "9068",
                "5",
                "no client's subject can be a customer's",
                () -> assertThat(claims(OAuth2Fixture.clientToken(app)).getString("sub"))
                        .doesNotContain(":"));
    }

    private void bestPractice() {
        must(
                "9700",
                "2.1",
                "addresses are compared sign by sign (RedirectAddressTest), and nobody is sent elsewhere",
                () -> {
                    stranger(asked(Map.of("redirect_uri", REDIRECT + "/")));
                    stranger(asked(Map.of("redirect_uri", REDIRECT.toUpperCase(java.util.Locale.ROOT))));
                });
        must("9700", "2.1.1", "PKCE is supported, can be found out about, and is enforced", () -> {
            error(asked(Map.of("code_challenge", "", "code_challenge_method", "")), "invalid_request");
            error(asked(Map.of("code_challenge_method", "plain")), "invalid_request");
            error(asked(Map.of("code_challenge_method", "")), "invalid_request");
            Pkce pkce = Pkce.fresh();
            Map<String, String> form = exchange(code(app, own, pkce, READ), pkce);
            refused(token(app, without(form, "code_verifier")), "invalid_grant");
            refused(token(app, changed(form, "code_verifier", Pkce.fresh().verifier())), "invalid_grant");
            assertThat(given().get("/.well-known/oauth-authorization-server")
                            .jsonPath()
                            .<String>getList("code_challenge_methods_supported"))
                    .containsExactly("S256");
        });
        must(
                "9700",
                "2.1.2",
                "no token comes in the address",
                () -> error(asked(Map.of("response_type", "token")), "unsupported_response_type"));
        must("9700", "2.2.2", "refresh tokens of public clients are rotated, and reuse ends the family", () -> {
            Made app = publicApp();
            Pkce pkce = Pkce.fresh();
            Map<String, String> form = exchange(code(app, own, pkce, READ), pkce);
            Pair pair = Pair.of(form(changed(form, "client_id", app.clientId())).post("/oauth2/token"));
            Map<String, String> again =
                    Map.of("grant_type", "refresh_token", "refresh_token", pair.refresh(), "client_id", app.clientId());
            Pair next = Pair.of(form(again).post("/oauth2/token"));
            assertThat(next.refresh()).isNotEqualTo(pair.refresh());
            refused(form(again).post("/oauth2/token"), "invalid_grant");
            as(next.access()).get(ME).then().statusCode(401);
        });
        must(
                "9700",
                "2.3",
                "a token is for the service that it names",
                () -> as(OAuth2Fixture.clientToken(app)).get(ME).then().statusCode(401));
        must(
                "9700",
                "2.4",
                "there is no password grant",
                () -> refused(
                        token(app, Map.of("grant_type", "password", "username", "a", "password", "b")),
                        "unsupported_grant_type"));
        must("9700", "2.6", "pages of other origins cannot call the authorization endpoint", () -> {
            Response answer = given().header("Origin", "https://shop.example")
                    .redirects()
                    .follow(false)
                    .queryParams(query(app, Pkce.fresh(), READ))
                    .get("/oauth2/authorize");
            assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
            assertThat(form(CREDENTIALS)
                            .header("Origin", "https://shop.example")
                            .post("/oauth2/token")
                            .header("Access-Control-Allow-Origin"))
                    .isEqualTo("https://shop.example");
        });
        must("9700", "4.4.2", "the issuer comes with each answer, errors too (RFC 9207)", () -> {
            for (boolean approve : List.of(true, false)) {
                assertThat(parameters(decide(request(app, Pkce.fresh(), READ), own, approve)))
                        .containsEntry("iss", "http://localhost:8080");
            }
            assertThat(parameters(asked(Map.of("scope", "none")).header("Location")))
                    .containsEntry("iss", "http://localhost:8080");
        });
        must("9700", "4.5.3", "a code that was caught is of no use in another session of the app", () -> {
            Pkce caught = Pkce.fresh();
            refused(token(app, exchange(code(app, own, caught, READ), Pkce.fresh())), "invalid_grant");
        });
        must(
                "9700",
                "4.12",
                "redirects are not of the status 307, which would send a form again",
                () -> assertThat(asked(Map.of()).statusCode()).isEqualTo(303));
        must("9700", "4.14.2", "refresh tokens keep to the scope and services that were consented to", () -> {
            Pair pair = tokens(app, own, READ);
            refused(
                    token(
                            app,
                            Map.of(
                                    "grant_type", "refresh_token",
                                    "refresh_token", pair.refresh(),
                                    "resource", "https://evil.example")),
                    "invalid_target");
            Response next = refresh(app, pair.refresh());
            assertThat(next.jsonPath().getString("scope")).isEqualTo(READ);
        });
        must(
                "9700",
                "4.15",
                "clients do not choose their names",
                () -> assertThat(app.clientId()).matches("[a-z0-9]{32}"));
        must(
                "9700",
                "4.16",
                "the decision is behind a bearer token, which no frame or form can send",
                () -> given().contentType(ContentType.JSON)
                        .body(Map.of("approve", true))
                        .post("/oauth2/requests/" + request(app, Pkce.fresh(), READ))
                        .then()
                        .statusCode(401));
    }

    /** The app's request with other values; empty ones too. */
    private Response asked(Map<String, String> changes) {
        Map<String, String> query = query(app, Pkce.fresh(), READ);
        query.putAll(changes);
        return authorize(query);
    }

    private static void ok(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static void is(
            io.restassured.specification.RequestSpecification request, String path, Integer... statuses) {
        Response answer = request.post(path);
        assertThat(Set.of(statuses)).as(answer.asString()).contains(answer.statusCode());
    }

    private static void refused(Response answer, String error) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("error")).isEqualTo(error);
    }

    /** The browser goes back to the app, and to nobody else. */
    private static void error(Response answer, String error) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith(REDIRECT + "&");
        assertThat(parameters(answer.header("Location"))).containsEntry("error", error);
    }

    /** The browser is sent nowhere. */
    private static void stranger(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.header("Location")).isNull();
    }

    private static Map<String, Object> introspected(Made app, String token) {
        return by(app, Map.of("token", token))
                .post("/oauth2/introspect")
                .jsonPath()
                .getMap("$");
    }

    private static JsonPath claims(String token) {
        return JsonPath.from(part(token, 1));
    }
}
