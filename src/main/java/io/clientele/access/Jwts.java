package io.clientele.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Signs claims and finds out whether we did: compact JWTs whose type and key must be those of their purpose.
 *
 * <p>It uses the library under SmallRye JWT directly: SmallRye's parser takes no clock, and its builder adds claims of
 * its own to suit the mode.
 */
@ApplicationScoped
class Jwts {

    /** Header, claims and a signature of 32 bytes at least. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43,}");

    /** How far the clocks of instances may differ. */
    private static final int LEEWAY_SECONDS = 60;

    private static final String[] ALGORITHMS =
            Arrays.stream(SigningAlgorithm.values()).map(Enum::name).toArray(String[]::new);

    private final SigningKeys keys;
    private final Clock clock;

    Jwts(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Claims that we signed and that have not ended, and the name of the key. */
    record Genuine(JwtClaims claims, String kid) {}

    /** @param type the header {@code typ}, which stands first */
    String sign(String type, JwtClaims claims, SigningKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setHeader("typ", type);
        signature.setKeyIdHeaderValue(key.kid());
        signature.setAlgorithmHeaderValue(key.algorithm().name());
        signature.setKey(key.signing());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign with " + key, e);
        }
    }

    /** Empty for what is not of the type, was not signed by a key of the purpose, has ended or is not yet made. */
    Optional<Genuine> read(String token, String type, KeyPurpose purpose) {
        if (!isWellFormed(token)) {
            return Optional.empty();
        }
        try {
            JwtContext read = consumer(type, purpose).process(token);
            return Optional.of(new Genuine(
                    read.getJwtClaims(), read.getJoseObjects().get(0).getKeyIdHeaderValue()));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    /** The library skips characters that are not Base64 and spare bits; then one token would have many spellings. */
    private static boolean isWellFormed(String token) {
        if (!FORM.matcher(token).matches()) {
            return false;
        }
        String signature = token.substring(token.lastIndexOf('.') + 1);
        byte[] bytes = Base64.getUrlDecoder().decode(signature);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(signature);
    }

    /** Headers that name a key or where to find one (jku, jwk, x5u) are not asked; the algorithm is the key's to say. */
    private JwtConsumer consumer(String type, KeyPurpose purpose) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, ALGORITHMS)
                .setVerificationKeyResolver((jws, nesting) -> verification(jws, purpose))
                .setExpectedType(true, type)
                .setSkipDefaultAudienceValidation()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setIssuedAtRestrictions(LEEWAY_SECONDS, Integer.MAX_VALUE)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireJwtId()
                .build();
    }

    /** Whoever could choose the algorithm could have a public key taken for a secret. */
    private Key verification(JsonWebSignature jws, KeyPurpose purpose) throws UnresolvableKeyException {
        String kid = jws.getKeyIdHeaderValue();
        return Optional.ofNullable(kid)
                .flatMap(keys::find)
                .filter(key -> key.purpose() == purpose)
                .filter(key -> key.algorithm().name().equals(jws.getAlgorithmHeaderValue()))
                .map(SigningKey::verification)
                .orElseThrow(() -> new UnresolvableKeyException("no key of ours"));
    }
}
