package io.clientele.integration.oauth2;

import static io.clientele.AdminFixture.as;
import static io.clientele.integration.IntegrationFixture.draft;
import static io.clientele.integration.IntegrationFixture.made;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.integration.IntegrationFixture.Made;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Clients and what they send. It knows nothing of the library that the service reads with. */
public final class OAuth2Fixture {

    /** Has a query, which answers must keep. */
    public static final String REDIRECT = "https://app.example/callback?from=clientele";

    private OAuth2Fixture() {}

    /** What a client proves itself with later. */
    public record Pkce(String verifier, String challenge) {

        public static Pkce fresh() {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            String verifier = base64(random);
            return new Pkce(verifier, base64(sha256(verifier)));
        }
    }

    /** An access token and what renews it. */
    public record Pair(String access, String refresh) {

        static Pair of(Response answer) {
            answer.then().statusCode(200);
            return new Pair(
                    answer.jsonPath().getString("access_token"),
                    answer.jsonPath().getString("refresh_token"));
        }
    }

    /** A client that keeps a secret, holds the resources, and has one redirect address. */
    public static Made app(List<String> resources) {
        return made(draft(resources, "redirect_uris", List.of(REDIRECT)));
    }

    /** One that keeps none. */
    public static Made publicApp() {
        Map<String, Object> draft = draft(List.of(), "redirect_uris", List.of(REDIRECT));
        draft.put("is_public", true);
        return made(draft);
    }

    public static RequestSpecification form(Map<String, String> parameters) {
        return given().contentType(ContentType.URLENC).formParams(parameters);
    }

    /** A form of a client that proves itself in the header. */
    public static RequestSpecification by(Made client, Map<String, String> parameters) {
        return form(parameters).auth().preemptive().basic(client.clientId(), client.clientSecret());
    }

    public static Response token(Made client, Map<String, String> parameters) {
        return by(client, parameters).post("/oauth2/token");
    }

    /** A token of the client as itself, for the scopes or for all it holds. */
    public static String clientToken(Made client, String... scopes) {
        Map<String, String> parameters = new HashMap<>(Map.of("grant_type", "client_credentials"));
        if (scopes.length > 0) {
            parameters.put("scope", String.join(" ", scopes));
        }
        return token(client, parameters)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("access_token");
    }

    /** What a browser sends for the app. */
    public static Map<String, String> query(Made app, Pkce pkce, String scope) {
        return new HashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                app.clientId(),
                "redirect_uri",
                REDIRECT,
                "scope",
                scope,
                "state",
                "a state/of=the&app",
                "code_challenge",
                pkce.challenge(),
                "code_challenge_method",
                "S256"));
    }

    public static Response authorize(Map<String, String> query) {
        return given().redirects().follow(false).queryParams(query).get("/oauth2/authorize");
    }

    /** The id that the storefront's page is opened with. */
    public static String request(Made app, Pkce pkce, String scope) {
        return requestOf(authorize(query(app, pkce, scope)));
    }

    static String requestOf(Response answer) {
        answer.then().statusCode(303);
        return parameters(answer.header("Location")).get("request");
    }

    /** Where the customer's decision sends the browser. */
    static String decide(String request, String customerToken, boolean approve) {
        return as(customerToken)
                .body(Map.of("approve", approve))
                .post("/oauth2/requests/" + request)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("redirect_uri");
    }

    /** A code for the customer's consent. */
    public static String code(Made app, String customerToken, Pkce pkce, String scope) {
        String code = parameters(decide(request(app, pkce, scope), customerToken, true))
                .get("code");
        assertThat(code).isNotEmpty();
        return code;
    }

    static Map<String, String> exchange(String code, Pkce pkce) {
        return new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                REDIRECT,
                "code_verifier",
                pkce.verifier()));
    }

    /** Tokens with which the app acts for the customer. */
    public static Pair tokens(Made app, String customerToken, String scope) {
        Pkce pkce = Pkce.fresh();
        return Pair.of(token(app, exchange(code(app, customerToken, pkce, scope), pkce)));
    }

    static Response refresh(Made app, String token) {
        return token(app, Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    /** The parameters of a URL's query. */
    static Map<String, String> parameters(String url) {
        return Arrays.stream(URI.create(url).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    /** A part of a JWT: 0 the header, 1 the claims. */
    public static String part(String token, int number) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[number]), StandardCharsets.UTF_8);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
