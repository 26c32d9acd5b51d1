package io.clientele.integration;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi10a;
import com.github.scribejava.core.model.OAuth1AccessToken;
import com.github.scribejava.core.model.OAuth1RequestToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.OAuth10aService;
import com.github.scribejava.core.services.SignatureService;
import com.github.scribejava.core.services.TimestampService;
import com.github.scribejava.core.utils.OAuthEncoder;
import io.clientele.integration.IntegrationFixture.Made;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The client side of OAuth 1.0a, by ScribeJava. */
public final class OAuthFixture {

    private OAuthFixture() {}

    /** The address of the service, as clients of the tests call it. */
    public static String root() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    /** What a client signs with besides its secrets; nothing of it is given twice unless a test says so. */
    public record Signing(SignatureService method, String nonce, String timestamp) {

        public static Signing usual() {
            return new Signing(
                    new HmacSha256(),
                    UUID.randomUUID().toString(),
                    Long.toString(Instant.now().getEpochSecond()));
        }

        Signing by(SignatureService other) {
            return new Signing(other, nonce, timestamp);
        }

        Signing once(String other) {
            return new Signing(method, other, timestamp);
        }

        Signing at(String other) {
            return new Signing(method, nonce, other);
        }
    }

    /** A client of the library with the consumer's credentials; it draws nonces and asks for the time itself. */
    public static OAuth10aService client(String consumerKey, String consumerSecret) {
        return new ServiceBuilder(consumerKey).apiSecret(consumerSecret).build(new Api(null));
    }

    /** The header that a client of the library signs the request with; to be sent just so. */
    public static String header(Made made, Signing signing, String verb, String url) {
        return header(
                made.consumerKey(),
                made.consumerSecret(),
                made.accessToken(),
                made.accessTokenSecret(),
                signing,
                verb,
                url);
    }

    public static String header(
            String consumerKey,
            String consumerSecret,
            String token,
            String secret,
            Signing signing,
            String verb,
            String url) {
        return header(consumerKey, consumerSecret, token, secret, signing, new OAuthRequest(Verb.valueOf(verb), url));
    }

    public static String header(
            String consumerKey,
            String consumerSecret,
            String token,
            String secret,
            Signing signing,
            OAuthRequest request) {
        new ServiceBuilder(consumerKey)
                .apiSecret(consumerSecret)
                .build(new Api(signing))
                .signRequest(new OAuth1AccessToken(token, secret), request);
        return request.getHeaders().get("Authorization");
    }

    /** The request of a step on the way to an access token, signed by an integration that has got the handshake. */
    public static RequestSpecification exchange(String step) {
        try (EndpointFixture endpoint = new EndpointFixture()) {
            Made made = IntegrationFixture.made(IntegrationFixture.draft(List.of(), "endpoint", endpoint.url()));
            String verifier = endpoint.next().get("oauth_verifier");
            OAuthRequest request = new OAuthRequest(Verb.POST, root() + "/oauth/token/" + step);
            String token = "";
            String secret = "";
            if (step.equals("access")) {
                OAuth1RequestToken given =
                        client(made.consumerKey(), made.consumerSecret()).getRequestToken();
                token = given.getToken();
                secret = given.getTokenSecret();
                request.addOAuthParameter("oauth_verifier", verifier);
            }
            return RestAssured.given()
                    .header(
                            "Authorization",
                            header(made.consumerKey(), made.consumerSecret(), token, secret, Signing.usual(), request));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Api extends DefaultApi10a {

        private final Signing signing;

        Api(Signing signing) {
            this.signing = signing;
        }

        @Override
        public String getRequestTokenEndpoint() {
            return root() + "/oauth/token/request";
        }

        @Override
        public String getAccessTokenEndpoint() {
            return root() + "/oauth/token/access";
        }

        @Override
        protected String getAuthorizationBaseUrl() {
            throw new UnsupportedOperationException("the verifier comes with the handshake");
        }

        @Override
        public SignatureService getSignatureService() {
            return signing == null ? new HmacSha256() : signing.method();
        }

        @Override
        public TimestampService getTimestampService() {
            return signing == null
                    ? super.getTimestampService()
                    : new TimestampService() {
                        @Override
                        public String getTimestampInSeconds() {
                            return signing.timestamp();
                        }

                        @Override
                        public String getNonce() {
                            return signing.nonce();
                        }
                    };
        }
    }

    /** The method the contract demands; the library's release has SHA-1 only and takes others. */
    private static final class HmacSha256 implements SignatureService {

        @Override
        public String getSignature(String base, String consumerSecret, String tokenSecret) {
            String key = OAuthEncoder.encode(consumerSecret) + "&" + OAuthEncoder.encode(tokenSecret);
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String getSignatureMethod() {
            return "HMAC-SHA256";
        }
    }
}
