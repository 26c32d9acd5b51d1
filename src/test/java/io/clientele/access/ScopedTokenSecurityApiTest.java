package io.clientele.access;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.integration.oauth2.OAuth2Fixture.part;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.customer.CustomerFixture;
import io.clientele.integration.IntegrationFixture.Made;
import io.clientele.integration.oauth2.OAuth2Fixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of third parties that somebody has forged, or that were made for something else (security goal S7). */
@QuarkusTest
class ScopedTokenSecurityApiTest {

    private static final String ADMIN_ONLY = "/rest/V1/customerGroups/search?searchCriteria[pageSize]=1";
    private static final String SCOPE = "Magento_Customer::group";

    @Inject
    SigningKeys keys;

    @Inject
    SigningKeyRepository repository;

    @Inject
    ScopedTokenCodec codec;

    @Inject
    ScopedTokens tokens;

    @Inject
    KeyRotation rotation;

    @Inject
    Jwts jwts;

    @Inject
    Clock clock;

    private Made app = new Made(0, "", "", "", "", "", "", "");
    private String genuine = "";

    @BeforeEach
    void make_a_genuine_token() {
        app = OAuth2Fixture.app(List.of(SCOPE));
        genuine = OAuth2Fixture.clientToken(app);
    }

    @Test
    void no_forged_token_is_accepted() throws Exception {
        as(genuine).get(ADMIN_ONLY).then().statusCode(200);
        forged().forEach((name, token) -> {
            assertThat(given().header("Authorization", "Bearer " + token)
                            .get(ADMIN_ONLY)
                            .statusCode())
                    .as(name)
                    .isEqualTo(401);
            assertThat(given().header("Authorization", "Bearer " + token)
                            .get("/rest/V1/directory/countries/DE")
                            .statusCode())
                    .as("%s is a guest on an anonymous route", name)
                    .isEqualTo(200);
            assertThat(as(token)
                            .body(Map.of("query", "{ storeConfig { store_code } }"))
                            .post("/graphql")
                            .statusCode())
                    .as("%s over GraphQL", name)
                    .isEqualTo(401);
            if (!name.contains("audience")) {
                OAuth2Fixture.by(app, Map.of("token", token))
                        .post("/oauth2/introspect")
                        .then()
                        .statusCode(200)
                        .body("active", org.hamcrest.Matchers.is(false));
            }
        });
        as(genuine).get(ADMIN_ONLY).then().statusCode(200);
    }

    private Map<String, String> forged() throws Exception {
        SigningKey key = keys.current(KeyPurpose.OAUTH2);
        String[] pieces = genuine.split("\\.");
        String header = part(genuine, 0);
        String claims = part(genuine, 1);
        byte[] shown = key.verification().getEncoded();
        SigningAlgorithm.Material strange = SigningAlgorithm.ES256.generate();
        SigningKey stranger = new SigningKey(
                key.kid(),
                KeyPurpose.OAUTH2,
                SigningAlgorithm.ES256,
                SigningAlgorithm.ES256.signing(strange),
                SigningAlgorithm.ES256.verification(strange),
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH);
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("alg none", base64(header.replace("ES256", "none")) + "." + pieces[1] + ".");
        forged.put(
                "alg none with a signature",
                base64(header.replace("ES256", "none")) + "." + pieces[1] + "." + pieces[2]);
        forged.put("the public key as a secret", hs256(header.replace("ES256", "HS256"), claims, shown));
        forged.put("a stranger's key", jwts.sign("at+jwt", JwtClaims.parse(claims), stranger));
        for (String wrong : List.of("00000000-0000-0000-0000-000000000000", "../../dev/null", "' or 1=1 --", "")) {
            forged.put("kid " + wrong, base64(header.replace(key.kid(), wrong)) + "." + pieces[1] + "." + pieces[2]);
        }
        for (String where : List.of("jku", "x5u")) {
            String more = header.replace("{", "{\"" + where + "\":\"https://evil.example/keys\",");
            forged.put(where, base64(more) + "." + pieces[1] + "." + pieces[2]);
        }
        forged.put(
                "altered claims",
                pieces[0] + "." + base64(claims.replace(SCOPE, "Magento_Backend::all")) + "." + pieces[2]);
        forged.put("no signature", pieces[0] + "." + pieces[1] + ".");
        forged.put(
                "r = s = 0",
                pieces[0] + "." + pieces[1] + "."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]));
        forged.put("100 KB", pieces[0] + "." + base64("x".repeat(5_000)) + "." + pieces[2]);
        forged.put("the type of people's tokens", jwts.sign("JWT", JwtClaims.parse(claims), key));
        forged.put("no type", jwts.sign("", JwtClaims.parse(claims), key));
        forged.put(
                "the key of people's tokens",
                jwts.sign("at+jwt", JwtClaims.parse(claims), keys.current(KeyPurpose.ACCESS)));
        forged.put("ended", changed(key, each -> each.setExpirationTime(at(-1))));
        forged.put("not yet valid", changed(key, each -> each.setNotBefore(at(600))));
        forged.put("made in the future", changed(key, each -> each.setIssuedAt(at(600))));
        forged.put("another issuer", changed(key, each -> each.setIssuer("https://evil.example")));
        forged.put("another audience", changed(key, each -> each.setAudience("https://erp.example")));
        forged.put("no audience", changed(key, each -> each.unsetClaim("aud")));
        forged.put("no session", changed(key, each -> each.setClaim("sid", "9223372036854775807")));
        forged.put("no expiry", changed(key, each -> each.unsetClaim("exp")));
        forged.put("no id", changed(key, each -> each.unsetClaim("jti")));
        forged.put(
                "more scopes than its session", changed(key, each -> each.setClaim("scope", "Magento_Backend::all")));
        forged.put(
                "the session of a person",
                changed(key, each -> each.setClaim("sid", Long.toString(sessionOfAPerson()))));
        return forged;
    }

    private interface Change {
        void apply(JwtClaims claims);
    }

    /** Signed by us, and nothing that we would sign. */
    private String changed(SigningKey key, Change change) throws Exception {
        JwtClaims claims = JwtClaims.parse(part(genuine, 1));
        change.apply(claims);
        return jwts.sign("at+jwt", claims, key);
    }

    private NumericDate at(long seconds) {
        return NumericDate.fromSeconds(clock.instant().getEpochSecond() + seconds);
    }

    private static long sessionOfAPerson() {
        Map<String, Object> customer = CustomerFixture.customer();
        CustomerFixture.create(customer);
        String token = CustomerFixture.token(customer.get("email"));
        return Long.parseLong(JsonPath.from(part(token, 1)).getString("jti"));
    }

    @Test
    void a_person_s_token_and_an_app_s_are_never_taken_for_each_other() {
        Map<String, Object> customer = CustomerFixture.customer();
        CustomerFixture.create(customer);
        String own = CustomerFixture.token(customer.get("email"));
        assertThat(tokens.read(own)).isEmpty();
        OAuth2Fixture.Pair pair = OAuth2Fixture.tokens(OAuth2Fixture.app(List.of()), own, "customer:read");
        as(pair.access()).get("/rest/V1/customers/me").then().statusCode(200);
        as(pair.access()).get(ADMIN_ONLY).then().statusCode(401);
        as(pair.refresh()).get("/rest/V1/customers/me").then().statusCode(401);
    }

    @Test
    void a_new_key_is_published_before_it_signs_and_old_tokens_live_to_their_end() {
        String old = keys.current(KeyPurpose.OAUTH2).kid();
        String next = asAdmin()
                .post("/rest/V1/signingKeys/rotate?purpose=oauth2")
                .then()
                .statusCode(200)
                .body("status", org.hamcrest.Matchers.is("announced"))
                .body("purpose", org.hamcrest.Matchers.is("oauth2"))
                .extract()
                .path("kid");
        assertThat(JsonPath.from(given().get("/.well-known/jwks.json").asString())
                        .<String>getList("keys.kid"))
                .contains(old, next);
        assertThat(kid(OAuth2Fixture.clientToken(app))).as("used at once").isEqualTo(old);
        long end = System.nanoTime() + 10_000_000_000L;
        while (!keys.current(KeyPurpose.OAUTH2).kid().equals(next)) {
            assertThat(System.nanoTime() - end).isNegative();
            Thread.onSpinWait();
        }
        assertThat(kid(OAuth2Fixture.clientToken(app))).isEqualTo(next);
        as(genuine).get(ADMIN_ONLY).then().statusCode(200);
        rotation.removeEnded();
        assertThat(repository.find(old))
                .as("kept until its last token has ended")
                .isPresent();
        as(genuine).get(ADMIN_ONLY).then().statusCode(200);
        asAdmin()
                .post("/rest/V1/signingKeys/rotate?purpose=none")
                .then()
                .statusCode(400)
                .body(
                        "message",
                        org.hamcrest.Matchers.is("Invalid value of \"%value\" provided for the %fieldName field."));
    }

    private static String kid(String token) {
        return JsonPath.from(part(token, 0)).getString("kid");
    }

    private static String hs256(String header, String claims, byte[] secret) throws Exception {
        String signed = base64(header) + "." + base64(claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return signed + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
