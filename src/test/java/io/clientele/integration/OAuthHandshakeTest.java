package io.clientele.integration;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.integration.IntegrationFixture.allowBearer;
import static io.clientele.integration.IntegrationFixture.draft;
import static io.clientele.integration.IntegrationFixture.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.github.scribejava.core.model.OAuth1AccessToken;
import com.github.scribejava.core.model.OAuth1RequestToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.OAuth10aService;
import io.clientele.customer.CustomerFixture;
import io.clientele.integration.IntegrationFixture.Made;
import io.clientele.integration.OAuthFixture.Signing;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an integration comes to an access token by OAuth 1.0a, with a client library on the other side. */
@QuarkusTest
class OAuthHandshakeTest {

    private static final String CUSTOMERS = "Magento_Customer::customer";
    private static final String REQUEST = "/oauth/token/request";
    private static final String ACCESS = "/oauth/token/access";

    @Inject
    Database database;

    @Inject
    NonceRepository nonces;

    @Inject
    ExpiredExchangeRemoval removal;

    @Inject
    Clock clock;

    private EndpointFixture endpoint;

    @BeforeEach
    void listen() {
        endpoint = new EndpointFixture();
        allowBearer(true);
    }

    @AfterEach
    void stop() {
        allowBearer(false);
        endpoint.close();
    }

    @Test
    void a_client_library_goes_all_the_way_to_a_signed_search() throws Exception {
        Map<String, Object> ada = CustomerFixture.customer();
        long id = CustomerFixture.createByAdmin(ada);
        Made made = made(draft(List.of(CUSTOMERS), "endpoint", endpoint.url()));
        Map<String, String> posted = endpoint.next();
        assertThat(posted)
                .containsEntry("POST", "application/x-www-form-urlencoded")
                .containsEntry("oauth_consumer_key", made.consumerKey())
                .containsEntry("oauth_consumer_secret", made.consumerSecret())
                .containsOnlyKeys(
                        "POST", "oauth_consumer_key", "oauth_consumer_secret", "oauth_verifier", "store_base_url");
        assertThat(posted.get("oauth_verifier")).matches("[a-z0-9]{32}");
        assertThat(posted.get("store_base_url")).startsWith("http").endsWith("/");

        OAuth10aService client =
                OAuthFixture.client(posted.get("oauth_consumer_key"), posted.get("oauth_consumer_secret"));
        OAuth1RequestToken request = client.getRequestToken();
        assertThat(request.getToken()).matches("[a-z0-9]{32}");
        assertThat(request.getTokenSecret()).matches("[a-z0-9]{32}");
        assertThat(request.isOauthCallbackConfirmed()).isTrue();
        as(made.accessToken()).get("/rest/V1/modules").then().statusCode(200);
        OAuth1AccessToken access = client.getAccessToken(request, posted.get("oauth_verifier"));
        assertThat(access.getToken()).matches("[a-z0-9]{32}").isNotEqualTo(made.accessToken());

        OAuthRequest search = new OAuthRequest(Verb.GET, OAuthFixture.root() + "/rest/V1/customers/search");
        String filter = "searchCriteria[filter_groups][0][filters][0]";
        search.addQuerystringParameter(filter + "[field]", "email");
        search.addQuerystringParameter(filter + "[value]", ada.get("email").toString());
        search.addQuerystringParameter(filter + "[condition_type]", "eq");
        search.addQuerystringParameter("searchCriteria[pageSize]", "10");
        client.signRequest(access, search);
        try (Response answer = client.execute(search)) {
            assertThat(answer.getCode()).isEqualTo(200);
            assertThat(answer.getBody()).contains("\"total_count\":1").contains("\"id\":" + id);
        }

        // The token that was shown when it was made has ended with that.
        as(made.accessToken()).get("/rest/V1/modules").then().statusCode(401);
        as(access.getToken()).get("/rest/V1/modules").then().statusCode(200);
        access(made, request, posted.get("oauth_verifier"))
                .statusCode(401)
                .body(containsString("oauth_problem=token_used&"));
    }

    @Test
    void the_verifier_of_the_handshake_is_needed() throws Exception {
        Made made = made(draft(List.of(CUSTOMERS), "endpoint", endpoint.url()));
        String verifier = endpoint.next().get("oauth_verifier");
        OAuth1RequestToken token =
                OAuthFixture.client(made.consumerKey(), made.consumerSecret()).getRequestToken();
        access(made, token, "x".repeat(32)).statusCode(401).body(startsWith("oauth_problem=verifier_invalid&message="));
        access(made, token, verifier).statusCode(200).body(startsWith("oauth_token="));
    }

    @Test
    void a_token_is_exchanged_by_its_own_consumer_only() throws Exception {
        Made made = made(draft(List.of(), "endpoint", endpoint.url()));
        String verifier = endpoint.next().get("oauth_verifier");
        OAuth1RequestToken token =
                OAuthFixture.client(made.consumerKey(), made.consumerSecret()).getRequestToken();
        Made other = made(draft(List.of(), "endpoint", endpoint.url()));
        assertThat(endpoint.next()).containsEntry("oauth_consumer_key", other.consumerKey());
        access(other, token, verifier).statusCode(401).body(startsWith("oauth_problem=token_rejected&"));
        access(made, new OAuth1RequestToken("z".repeat(32), token.getTokenSecret()), verifier)
                .statusCode(401)
                .body(startsWith("oauth_problem=token_rejected&"));
        access(made, new OAuth1RequestToken(token.getToken(), "z".repeat(32)), verifier)
                .statusCode(401)
                .body(startsWith("oauth_problem=signature_invalid&"));
    }

    @Test
    void a_handshake_can_be_completed_for_as_long_as_the_shop_says() throws Exception {
        Made made = made(draft(List.of(), "endpoint", endpoint.url()));
        String verifier = endpoint.next().get("oauth_verifier");
        OAuth1RequestToken token =
                OAuthFixture.client(made.consumerKey(), made.consumerSecret()).getRequestToken();
        begunSecondsAgo(made, 299);
        request(made).statusCode(200);
        begunSecondsAgo(made, 301);
        request(made).statusCode(401).body(startsWith("oauth_problem=consumer_key_rejected&"));
        access(made, token, verifier).statusCode(401).body(startsWith("oauth_problem=token_expired&"));
        StoreFixture.set("oauth/consumer/expiration_period", "400", "default", 0);
        try {
            request(made).statusCode(200);
        } finally {
            StoreFixture.inherit("oauth/consumer/expiration_period", "default", 0);
        }
        request(IntegrationFixture.integration(List.of()))
                .statusCode(401)
                .body(startsWith("oauth_problem=consumer_key_rejected&"));
    }

    @Test
    void an_endpoint_that_is_not_there_at_first_is_asked_again() throws Exception {
        endpoint.close();
        endpoint = new EndpointFixture(503, 302);
        Made made = made(draft(List.of(), "endpoint", endpoint.url()));
        String first = endpoint.next().get("oauth_verifier");
        assertThat(endpoint.next()).containsEntry("oauth_verifier", first);
        assertThat(endpoint.next()).containsEntry("oauth_verifier", first);
        request(made).statusCode(200);
    }

    @Test
    void new_secrets_another_endpoint_and_activation_begin_it_anew() throws Exception {
        Made made = made(draft(List.of(), "endpoint", endpoint.url()));
        String first = endpoint.next().get("oauth_verifier");
        OAuth1RequestToken token =
                OAuthFixture.client(made.consumerKey(), made.consumerSecret()).getRequestToken();
        Made rotated = Made.of(asAdmin().post(made.path() + "/rotate"));
        Map<String, String> again = endpoint.next();
        assertThat(again).containsEntry("oauth_consumer_secret", rotated.consumerSecret());
        assertThat(again.get("oauth_verifier")).isNotEqualTo(first);
        access(rotated, token, first).statusCode(401).body(startsWith("oauth_problem=token_rejected&"));
        request(made).statusCode(401).body(startsWith("oauth_problem=signature_invalid&"));
        change(made, "endpoint", endpoint.url() + "&other=1");
        assertThat(endpoint.next().get("oauth_verifier")).isNotEqualTo(again.get("oauth_verifier"));
        change(made, "status", "inactive");
        request(rotated).statusCode(401).body(startsWith("oauth_problem=consumer_key_rejected&"));
        change(made, "status", "active");
        endpoint.next();
        change(made, "email", "same@example.com");
        asAdmin().post(made.path() + "/revoke").then().statusCode(200);
        request(rotated).statusCode(401).body(startsWith("oauth_problem=consumer_key_rejected&"));
        assertThat(endpoint.isIdle()).isTrue();
    }

    @Test
    void what_has_ended_is_removed_and_nothing_else() throws Exception {
        Made made = made(draft(List.of(), "endpoint", endpoint.url()));
        endpoint.next();
        request(made).statusCode(200);
        Instant now = clock.instant();
        assertThat(nonces.use(made.id(), "old", now.minusSeconds(3_601))).isTrue();
        assertThat(nonces.use(made.id(), "young", now.minusSeconds(3_000))).isTrue();
        removal.remove();
        assertThat(nonces.use(made.id(), "old", now)).isTrue();
        assertThat(nonces.use(made.id(), "young", now)).isFalse();
        assertThat(tokens(made)).isEqualTo(1);
        database.run(SqlFragment.of(
                "update oauth_request_token set expires_at = ? where integration_id = ?",
                now.minusSeconds(3_601),
                made.id()));
        removal.remove();
        assertThat(tokens(made)).isZero();
    }

    private int tokens(Made made) {
        return database.first(
                        SqlFragment.of("select count(*) from oauth_request_token where integration_id = ?", made.id()),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    private void begunSecondsAgo(Made made, int seconds) {
        database.run(SqlFragment.of(
                "update integration set handshake_at = ? where id = ?",
                clock.instant().minusSeconds(seconds),
                made.id()));
    }

    private static void change(Made made, String field, String value) {
        asAdmin()
                .body(Map.of("integration", Map.of(field, value)))
                .put(made.path())
                .then()
                .statusCode(200)
                .body(field, is(value));
    }

    private static ValidatableResponse request(Made made) {
        return post(REQUEST, new OAuthRequest(Verb.POST, OAuthFixture.root() + REQUEST), made, "", "");
    }

    private static ValidatableResponse access(Made made, OAuth1RequestToken token, String verifier) {
        OAuthRequest request = new OAuthRequest(Verb.POST, OAuthFixture.root() + ACCESS);
        request.addOAuthParameter("oauth_verifier", verifier);
        return post(ACCESS, request, made, token.getToken(), token.getTokenSecret());
    }

    private static ValidatableResponse post(String path, OAuthRequest request, Made made, String token, String secret) {
        String header =
                OAuthFixture.header(made.consumerKey(), made.consumerSecret(), token, secret, Signing.usual(), request);
        return io.restassured.RestAssured.given()
                .header("Authorization", header)
                .post(path)
                .then()
                .contentType("application/x-www-form-urlencoded");
    }
}
