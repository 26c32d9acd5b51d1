package io.clientele.integration.oauth2;

import static io.clientele.integration.oauth2.OAuth2Fixture.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.OAuth2AccessTokenErrorResponse;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.AuthorizationUrlBuilder;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.github.scribejava.core.oauth2.OAuth2Error;
import com.github.scribejava.core.revoke.TokenTypeHint;
import io.clientele.customer.CustomerFixture;
import io.clientele.integration.IntegrationFixture.Made;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A client library that is no part of this project completes both flows, knowing nothing but the published addresses. */
@QuarkusTest
class OAuth2PeerTest {

    private static final String RESOURCE = "Magento_Customer::group";

    @TestHTTPResource("/")
    URI base;

    /** The server as the library has to be told of it: from the metadata, whose issuer is not the tests' address. */
    private final class Clientele extends DefaultApi20 {

        private final JsonPath metadata = JsonPath.from(
                answer(at("/.well-known/oauth-authorization-server")).body());

        @Override
        public String getAccessTokenEndpoint() {
            return endpoint("token_endpoint");
        }

        @Override
        protected String getAuthorizationBaseUrl() {
            return endpoint("authorization_endpoint");
        }

        @Override
        public String getRevokeTokenEndpoint() {
            return endpoint("revocation_endpoint");
        }

        private String endpoint(String name) {
            return at(URI.create(metadata.getString(name)).getPath());
        }
    }

    @Test
    void the_library_gets_a_token_of_client_credentials_and_calls_with_it() throws Exception {
        Made app = OAuth2Fixture.app(List.of(RESOURCE));
        try (OAuth20Service service =
                new ServiceBuilder(app.clientId()).apiSecret(app.clientSecret()).build(new Clientele())) {
            OAuth2AccessToken token = service.getAccessTokenClientCredentialsGrant(RESOURCE);
            assertThat(token.getScope()).isEqualTo(RESOURCE);
            assertThat(token.getExpiresIn()).isEqualTo(3_600);
            String groups = "/rest/V1/customerGroups/search?searchCriteria[pageSize]=1";
            assertThat(call(service, token, groups)).isEqualTo(200);
            assertThat(call(service, token, "/rest/V1/admin/users/search?searchCriteria="))
                    .isEqualTo(401);
            service.revokeToken(token.getAccessToken(), TokenTypeHint.ACCESS_TOKEN);
            assertThat(call(service, token, groups)).isEqualTo(401);
        }
    }

    @Test
    void the_library_acts_for_a_customer_by_the_code_flow_with_pkce() throws Exception {
        Made app = OAuth2Fixture.app(List.of());
        Map<String, Object> customer = CustomerFixture.customer();
        CustomerFixture.create(customer);
        String own = CustomerFixture.token(customer.get("email"));
        try (OAuth20Service service = new ServiceBuilder(app.clientId())
                .apiSecret(app.clientSecret())
                .defaultScope("customer:read customer:write")
                .callback(REDIRECT)
                .build(new Clientele())) {
            AuthorizationUrlBuilder asked =
                    service.createAuthorizationUrlBuilder().state("its state").initPKCE();
            String page = answer(asked.build()).headers().firstValue("Location").orElseThrow();
            String request = OAuth2Fixture.parameters(page).get("request");
            var back = service.extractAuthorization(OAuth2Fixture.decide(request, own, true));
            assertThat(back.getState()).isEqualTo("its state");
            OAuth2AccessToken token = service.getAccessToken(AccessTokenRequestParams.create(back.getCode())
                    .pkceCodeVerifier(asked.getPkce().getCodeVerifier()));
            assertThat(call(service, token, "/rest/V1/customers/me")).isEqualTo(200);
            OAuth2AccessToken next = service.refreshAccessToken(token.getRefreshToken());
            assertThat(call(service, next, "/rest/V1/customers/me")).isEqualTo(200);
            assertThatThrownBy(() -> service.refreshAccessToken(token.getRefreshToken()))
                    .isInstanceOfSatisfying(
                            OAuth2AccessTokenErrorResponse.class,
                            error -> assertThat(error.getError()).isEqualTo(OAuth2Error.INVALID_GRANT));
            assertThat(call(service, next, "/rest/V1/customers/me")).isEqualTo(401);
        }
    }

    private int call(OAuth20Service service, OAuth2AccessToken token, String path) throws Exception {
        OAuthRequest request =
                new OAuthRequest(Verb.GET, at(path).replace("[", "%5B").replace("]", "%5D"));
        service.signRequest(token, request);
        try (Response answer = service.execute(request)) {
            return answer.getCode();
        }
    }

    private String at(String path) {
        return "http://" + base.getAuthority() + path;
    }

    /** As a browser that is told where to go and does not go there. */
    private static HttpResponse<String> answer(String url) {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
