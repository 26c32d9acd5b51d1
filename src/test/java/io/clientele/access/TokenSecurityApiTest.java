package io.clientele.access;

import static io.clientele.AdminFixture.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.AdminFixture;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Forged, altered, ended and revoked tokens: none is accepted. */
@QuarkusTest
class TokenSecurityApiTest {

    private static final String ADMIN_ONLY = "/rest/V1/admin/resources";

    @Inject
    Tokens tokens;

    @Inject
    TokenCodec codec;

    @Inject
    TokenRepository repository;

    @Inject
    SigningKeys keys;

    @Inject
    SigningKeyRepository repositoryOfKeys;

    @Inject
    AccessPreflight preflight;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    Clock clock;

    @Test
    void no_forged_token_is_accepted() throws Exception {
        String genuine = tokens.issue(Subject.admin(1), 0);
        as(genuine).get(ADMIN_ONLY).then().statusCode(200);
        forged(genuine).forEach((name, token) -> {
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
        });
    }

    @Test
    void with_an_asymmetric_key_only_its_own_signature_counts() throws Exception {
        Instant past = clock.instant().minus(Duration.ofDays(3_000));
        for (SigningAlgorithm algorithm : new SigningAlgorithm[] {SigningAlgorithm.RS256, SigningAlgorithm.ES256}) {
            String kid = java.util.UUID.randomUUID().toString();
            change(() -> repositoryOfKeys.add(kid, KeyPurpose.ACCESS, algorithm, algorithm.generate(), past, past));
            SigningKey key = keys.find(kid).orElseThrow();
            Instant now = clock.instant();
            long session =
                    repository.add(new SessionDraft(Subject.admin(1), 0, null, now, now.plusSeconds(600), null, null));
            String genuine =
                    codec.write(new TokenClaims(session, Subject.admin(1), null, now.plusSeconds(600)), now, key);
            as(genuine).get(ADMIN_ONLY).then().statusCode(200);

            String[] part = genuine.split("\\.");
            String header = text(part[0]);
            String claims = text(part[1]);
            byte[] shown = key.verification().getEncoded();
            String pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(shown)
                    + "\n-----END PUBLIC KEY-----\n";
            String symmetric = header.replace(algorithm.name(), "HS256");
            SigningKey stranger = new SigningKey(
                    kid,
                    KeyPurpose.ACCESS,
                    algorithm,
                    algorithm.signing(algorithm.generate()),
                    key.verification(),
                    past,
                    past,
                    past);
            Map<String, String> forged = new LinkedHashMap<>();
            forged.put("the public key as a secret", hs256(symmetric, claims, new SecretKeySpec(shown, "HmacSHA256")));
            forged.put(
                    "the public key's PEM as a secret",
                    hs256(symmetric, claims, new SecretKeySpec(pem.getBytes(StandardCharsets.US_ASCII), "HmacSHA256")));
            forged.put("r = s = 0", part[0] + "." + part[1] + "." + base64(new byte[64]));
            forged.put("a signature of zeros", part[0] + "." + part[1] + "." + base64(new byte[256]));
            forged.put(
                    "another key of the kind",
                    codec.write(new TokenClaims(session, Subject.admin(1), null, now.plusSeconds(600)), now, stranger));
            forged.put(
                    "another algorithm",
                    base64(header.replace(algorithm.name(), "PS256")) + "." + part[1] + "." + part[2]);
            forged.put(
                    "the kid of another key",
                    base64(header.replace(kid, keys.current(KeyPurpose.ACCESS).kid())) + "." + part[1] + "." + part[2]);
            forged.forEach((name, token) -> {
                assertThat(given().header("Authorization", "Bearer " + token)
                                .get(ADMIN_ONLY)
                                .statusCode())
                        .as("%s: %s", algorithm, name)
                        .isEqualTo(401);
                assertThat(as(token)
                                .body(Map.of("query", "{ storeConfig { store_code } }"))
                                .post("/graphql")
                                .statusCode())
                        .as("%s: %s over GraphQL", algorithm, name)
                        .isEqualTo(401);
            });
            change(() -> repositoryOfKeys.remove(kid));
        }
    }

    private void change(Runnable work) {
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().run(() -> {
            work.run();
            keys.changed();
        });
    }

    @Test
    void a_token_too_long_or_with_a_nul_is_not_accepted() {
        String genuine = tokens.issue(Subject.admin(1), 0);
        assertThat(tokens.caller(genuine + "\0")).isEmpty();
        assertThat(tokens.caller("\0")).isEmpty();
        assertThat(tokens.caller("a".repeat(100_000))).isEmpty();
        assertThat(tokens.caller(genuine + ".".repeat(100_000))).isEmpty();
        assertThat(given().header("Authorization", "Bearer " + "a".repeat(7_000))
                        .get(ADMIN_ONLY)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_token_that_has_ended_is_not_accepted() {
        Instant past = clock.instant().minus(Duration.ofHours(2));
        long session = repository.add(
                new SessionDraft(Subject.admin(1), 0, null, past, past.plus(Duration.ofHours(1)), null, null));
        String ended = codec.write(
                new TokenClaims(session, Subject.admin(1), null, past.plus(Duration.ofHours(1))),
                past,
                keys.current(KeyPurpose.ACCESS));
        as(ended).get(ADMIN_ONLY).then().statusCode(401);
    }

    @Test
    void a_genuine_token_without_a_session_is_not_accepted() {
        Instant later = clock.instant().plus(Duration.ofHours(1));
        String orphan = codec.write(
                new TokenClaims(Long.MAX_VALUE, Subject.admin(1), null, later),
                clock.instant(),
                keys.current(KeyPurpose.ACCESS));
        as(orphan).get(ADMIN_ONLY).then().statusCode(401);
    }

    @Test
    void a_customers_token_opens_nothing_of_administrators_whatever_its_id() {
        String customer = tokens.issue(Subject.customer(1), 1);
        as(customer).get(ADMIN_ONLY).then().statusCode(401);
        as(customer).get("/rest/V1/admin/roles/search?searchCriteria").then().statusCode(401);
    }

    @Test
    void the_scheme_may_be_written_in_any_case_and_must_be_two_pieces() {
        String token = AdminFixture.token();
        for (String header : new String[] {"Bearer " + token, "bearer " + token, "BEARER " + token}) {
            assertThat(status(header)).as(header.substring(0, 7)).isEqualTo(200);
        }
        for (String header : new String[] {
            "", "Bearer", "Bearer ", "Basic " + token, token, "Bearer  " + token, "Bearer " + token + " x"
        }) {
            assertThat(status(header)).isEqualTo(401);
        }
    }

    @Test
    void several_tokens_count_together_and_each_can_be_revoked_alone() {
        String first = tokens.issue(Subject.customer(5_001), 1);
        String second = tokens.issue(Subject.customer(5_001), 1);
        Caller caller = tokens.caller(first).orElseThrow();
        assertThat(caller.id()).isEqualTo(5_001);
        assertThat(caller.websiteId()).isEqualTo(1);
        tokens.revoke(caller.sessionId());
        assertThat(tokens.caller(first)).isEmpty();
        assertThat(tokens.caller(second)).isPresent();
        tokens.revokeAll(Subject.customer(5_001));
        assertThat(tokens.caller(second)).isEmpty();
        assertThat(tokens.caller(tokens.issue(Subject.customer(5_001), 1))).isPresent();
    }

    @Test
    @ActivateRequestContext
    void graphql_refuses_a_dead_token_and_takes_none_for_a_guest() {
        for (String header : new String[] {"", "Bearer ", "Bearer", null}) {
            preflight.check(name -> header);
            assertThat(currentCaller.get().isGuest()).isTrue();
        }
        preflight.check(name -> "Bearer " + AdminFixture.token());
        assertThat(currentCaller.get().type()).isEqualTo(Caller.Type.ADMIN);
        assertThatThrownBy(() -> preflight.check(name -> "Bearer dead"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(RefusalKind.AUTHENTICATION));
    }

    private static int status(String header) {
        return given().header("Authorization", header).get(ADMIN_ONLY).statusCode();
    }

    private Map<String, String> forged(String genuine) throws Exception {
        String[] part = genuine.split("\\.");
        String header = text(part[0]);
        String claims = text(part[1]);
        String kid = keys.current(KeyPurpose.ACCESS).kid();
        SecretKey own = (SecretKey) keys.current(KeyPurpose.ACCESS).signing();
        SecretKey other = new SecretKeySpec(new byte[64], "HmacSHA256");
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("alg none", base64("{\"alg\":\"none\",\"kid\":\"" + kid + "\"}") + "." + part[1] + ".");
        forged.put("alg None with signature", base64("{\"alg\":\"None\"}") + "." + part[1] + "." + part[2]);
        forged.put("empty signature", part[0] + "." + part[1] + ".");
        forged.put("no signature", part[0] + "." + part[1]);
        forged.put("altered payload", part[0] + "." + base64(claims.replace("\"uid\":1", "\"uid\":2")) + "." + part[2]);
        char last = part[2].charAt(42);
        forged.put("spare bits", genuine.substring(0, genuine.length() - 1) + (char) (last + 1));
        forged.put("dash inside", part[0] + "." + part[1] + ".=" + part[2]);
        forged.put("another key", hs256(header, claims, other));
        forged.put("wrong kid", hs256(header.replace(kid, "other"), claims, own));
        forged.put("no kid", hs256("{\"alg\":\"HS256\"}", claims, own));
        forged.put("kid as a path", hs256(header.replace(kid, "../../../dev/null"), claims, other));
        forged.put("kid as SQL", hs256(header.replace(kid, "' or '1'='1"), claims, other));
        String jwk = "{\"alg\":\"HS256\",\"kid\":\"" + kid + "\",\"jku\":\"http://127.0.0.1:1/keys\","
                + "\"x5u\":\"http://127.0.0.1:1/cert\",\"jwk\":{\"kty\":\"oct\",\"k\":\""
                + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]) + "\"}}";
        forged.put("own key in the header", hs256(jwk, claims, other));
        forged.put(
                "unknown critical header",
                hs256("{\"alg\":\"HS256\",\"kid\":\"" + kid + "\",\"crit\":[\"x\"],\"x\":1}", claims, own));
        forged.put("RS256", rs256(header.replace("HS256", "RS256"), claims));
        forged.put("not yet issued for anybody", hs256(header, "{}", own));
        forged.put("no end", hs256(header, claims.replaceAll("\"exp\":\\d+", "\"x\":1"), own));
        forged.put("session as SQL", hs256(header, claims.replaceAll("\"jti\":\"\\d+\"", "\"jti\":\"1 or 1=1\""), own));
        forged.put("unknown kind of caller", hs256(header, claims.replace("\"utypid\":2", "\"utypid\":9"), own));
        forged.put("text as id", hs256(header, claims.replace("\"uid\":1", "\"uid\":\"1\""), own));
        long later = clock.instant().getEpochSecond() + 3_600;
        forged.put("ended", hs256(header, claims.replaceAll("\"exp\":\\d+", "\"exp\":1700000000"), own));
        forged.put("not yet valid", hs256(header, claims.replace("{", "{\"nbf\":" + later + ","), own));
        forged.put("made in time to come", hs256(header, claims.replaceAll("\"iat\":\\d+", "\"iat\":" + later), own));
        forged.put("another issuer", hs256(header, claims.replace("{", "{\"iss\":\"https://id.example\","), own));
        forged.put("another audience", hs256(header, claims.replace("{", "{\"aud\":\"https://api.example\","), own));
        forged.put("an ID token", hs256(header, claims.replace("{", "{\"aud\":\"shop\",\"nonce\":\"n\","), own));
        forged.put("another purpose", hs256(header.replace("\"JWT\"", "\"at+jwt\""), claims, own));
        forged.put("no purpose", hs256(header.replace("\"typ\":\"JWT\",", ""), claims, own));
        forged.put("garbage", "x.y.z");
        forged.put("one word", "ab0123456789abcdefghijklmnopqrst");
        return forged;
    }

    private static String hs256(String header, String claims, SecretKey key) throws Exception {
        String input = base64(header) + "." + base64(claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return input + "." + base64(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String rs256(String header, String claims) throws Exception {
        String input = base64(header) + "." + base64(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + base64(signature.sign());
    }

    private static String text(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
