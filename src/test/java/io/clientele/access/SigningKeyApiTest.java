package io.clientele.access;

import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.clientele.AdminFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys that tokens are signed with: who makes them, when they are used, and how long what they signed counts. */
@QuarkusTest
class SigningKeyApiTest {

    private static final String KEYS = "/rest/V1/signingKeys";
    private static final String ALGORITHM = "/rest/V1/settings/webapi/jwtauth/jwt_alg";
    private static final Subject CUSTOMER = Subject.customer(6_101);

    @Inject
    Tokens tokens;

    @Inject
    SigningKeys keys;

    @Inject
    KeyRotation rotation;

    @Inject
    SigningKeyRepository repository;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @AfterEach
    void sign_as_before() {
        asAdmin().delete(ALGORITHM).then().statusCode(200);
        untilActive(newest());
    }

    @Test
    void a_new_key_is_announced_before_it_signs_and_old_tokens_stay_valid() {
        String before = tokens.issue(CUSTOMER, 1);
        String old = kid(before);
        Instant asked = clock.instant();
        String next = asAdmin()
                .post(KEYS + "/rotate")
                .then()
                .statusCode(200)
                .body("status", is("announced"))
                .body("algorithm", is("HS256"))
                .extract()
                .path("kid");
        assertThat(keys.ring().find(next).orElseThrow().activatesAt())
                .isBetween(
                        asked.plus(KeyRotation.ANNOUNCED).minusMillis(1),
                        clock.instant().plus(KeyRotation.ANNOUNCED));
        assertThat(kid(tokens.issue(CUSTOMER, 1))).as("used at once").isEqualTo(old);
        untilActive(next);
        String after = tokens.issue(CUSTOMER, 1);
        assertThat(kid(after)).isEqualTo(next);
        assertThat(tokens.caller(before)).isPresent();
        assertThat(tokens.caller(after)).isPresent();
        List<String> shown =
                asAdmin().get(KEYS).then().statusCode(200).extract().path("kid");
        assertThat(shown).startsWith(next).contains(old);
        assertThat(asAdmin().get(KEYS).asString()).doesNotContainIgnoringCase("secret");
    }

    @Test
    void a_key_is_kept_until_its_last_token_has_ended_and_no_longer() {
        signWithAKeyOfOurs();
        String token = tokens.issue(CUSTOMER, 1);
        String old = kid(token);
        untilActive(rotation.rotate(KeyPurpose.ACCESS, SigningAlgorithm.HS256).kid());
        backdateActivations();
        rotation.removeEnded();
        assertThat(tokens.caller(token)).isPresent();
        assertThat(keys.find(old).orElseThrow().lastTokenEndsAt())
                .isAfterOrEqualTo(clock.instant().plus(Duration.ofMinutes(59)));

        change(
                "update signing_key set last_token_ends_at = ? where kid = ?",
                clock.instant().minusSeconds(120),
                old);
        rotation.removeEnded();
        assertThat(repository.find(old)).isEmpty();
        assertThat(tokens.caller(token)).isEmpty();
    }

    @Test
    void the_key_in_use_cannot_be_removed_and_a_removed_one_ends_its_tokens() {
        signWithAKeyOfOurs();
        String token = tokens.issue(CUSTOMER, 1);
        assertThat(tokens.caller(token)).isPresent();
        String old = kid(token);
        String next = rotation.rotate(KeyPurpose.ACCESS, SigningAlgorithm.HS256).kid();
        for (String used : List.of(old, next)) {
            asAdmin()
                    .delete(KEYS + "/" + used)
                    .then()
                    .statusCode(400)
                    .body("message", is("The key that signs tokens can't be removed. Make another one and try again."));
        }
        untilActive(next);
        asAdmin().delete(KEYS + "/" + old).then().statusCode(200).body(is("true"));
        assertThat(tokens.caller(token)).as("remembered, but its key is gone").isEmpty();
        asAdmin()
                .delete(KEYS + "/" + old)
                .then()
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters", equalTo(Map.of("fieldName", "kid", "fieldValue", old)));
    }

    @Test
    void each_kind_of_algorithm_signs_tokens_that_are_accepted_and_only_public_keys_are_published() throws Exception {
        for (SigningAlgorithm algorithm : List.of(
                SigningAlgorithm.HS512,
                SigningAlgorithm.RS256,
                SigningAlgorithm.PS384,
                SigningAlgorithm.ES256,
                SigningAlgorithm.ES512)) {
            choose(algorithm.name());
            String token = tokens.issue(CUSTOMER, 1);
            assertThat(header(token)).contains("\"alg\":\"" + algorithm + "\"");
            assertThat(tokens.caller(token).orElseThrow().id()).isEqualTo(CUSTOMER.id());
            JsonWebKeySet published = new JsonWebKeySet(given().get("/.well-known/jwks.json")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "public, max-age=60")
                    .extract()
                    .asString());
            JsonWebKey jwk = published.findJsonWebKey(kid(token), null, "sig", algorithm.name());
            if (!algorithm.isAsymmetric()) {
                assertThat(jwk).as("a shared secret").isNull();
                continue;
            }
            assertThat(jwk.toParams(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE))
                    .doesNotContainKeys("d", "p", "q", "k");
            JsonWebSignature peer = new JsonWebSignature();
            peer.setAlgorithmConstraints(
                    new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithm.name()));
            peer.setCompactSerialization(token);
            peer.setKey(jwk.getKey());
            assertThat(peer.verifySignature())
                    .as("%s checked with the published key", algorithm)
                    .isTrue();
        }
    }

    @Test
    void an_algorithm_that_does_not_sign_is_refused() {
        for (String wrong : List.of("none", "A128KW", "dir", "RSA-OAEP", "hs256", "", "EdDSA")) {
            asAdmin()
                    .body(Map.of("value", wrong))
                    .put(ALGORITHM)
                    .then()
                    .statusCode(400)
                    .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                    .body("parameters.value", is(wrong));
        }
    }

    @Test
    void a_key_takes_over_when_its_time_has_come_and_once_for_all_instances() {
        String old = kid(tokens.issue(CUSTOMER, 1));
        rotation.rotateWhenDue();
        assertThat(newest()).as("not due").isEqualTo(old);
        change(
                "update signing_key set activates_at = ? where kid = ?",
                clock.instant().minus(Duration.ofDays(91)),
                old);
        rotation.rotateWhenDue();
        String next = newest();
        assertThat(next).isNotEqualTo(old);
        rotation.rotateWhenDue();
        assertThat(newest()).isEqualTo(next);
    }

    @Test
    void a_key_that_this_instance_has_not_read_yet_is_looked_up() {
        String kid = UUID.randomUUID().toString();
        var material = SigningAlgorithm.ES256.generate();
        // Past its time already, so that it never becomes the signing one here.
        Instant long_ago = clock.instant().minus(Duration.ofDays(3_000));
        repository.add(kid, KeyPurpose.ACCESS, SigningAlgorithm.ES256, material, long_ago, long_ago);
        assertThat(keys.ring().find(kid)).isEmpty();
        long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (keys.find(kid).isEmpty() && System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        assertThat(keys.find("' or kid is not null --")).isEmpty();
        assertThat(repository.find(kid)).isPresent();
        change("delete from signing_key where kid = ?", kid);
    }

    /** Another one than that of the administrator's token, which all tests use. */
    private void signWithAKeyOfOurs() {
        assertThat(AdminFixture.token()).isNotEmpty();
        untilActive(rotation.rotate(KeyPurpose.ACCESS, SigningAlgorithm.HS256).kid());
    }

    private void choose(String algorithm) {
        asAdmin().body(Map.of("value", algorithm)).put(ALGORITHM).then().statusCode(200);
        untilActive(newest());
    }

    private String newest() {
        return repository.ring().of(KeyPurpose.ACCESS).newest().orElseThrow().kid();
    }

    private void untilActive(String kid) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!keys.current(KeyPurpose.ACCESS).kid().equals(kid)) {
            assertThat(System.nanoTime() - end).as("active in time").isNegative();
            Thread.onSpinWait();
        }
    }

    /** As if all keys had been made a minute and a half earlier. */
    private void backdateActivations() {
        change("update signing_key set activates_at = activates_at - cast(? as interval)", "90 seconds");
    }

    private void change(String sql, Object... arguments) {
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().run(() -> {
            database.run(SqlFragment.of(sql, arguments));
            keys.changed();
        });
    }

    private static String kid(String token) {
        return header(token).replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
    }

    private static String header(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
    }
}
