package io.clientele.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Writes and reads tokens: signed JWTs with the contract's claims {@code uid} and {@code utypid}.
 *
 * <p>It uses the library under SmallRye JWT directly: SmallRye's parser takes no clock, and its builder adds claims of
 * its own to suit the mode.
 */
@ApplicationScoped
class TokenCodec {

    /** Longer than any token of ours; what is longer is not looked at. */
    private static final int LONGEST = 2_048;

    /** Header, claims and a signature of 32 bytes at least. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43,}");

    /** How far the clocks of instances may differ. */
    private static final int LEEWAY_SECONDS = 60;

    private static final String[] ALGORITHMS =
            Arrays.stream(SigningAlgorithm.values()).map(Enum::name).toArray(String[]::new);

    private static final String TYPE = "JWT";
    private static final String USER_ID = "uid";
    private static final String USER_TYPE = "utypid";
    private static final String ADMIN_ID = "admin_id";

    private final SigningKeys keys;
    private final Clock clock;

    TokenCodec(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    String write(TokenClaims claims, Instant issuedAt, SigningKey key) {
        JwtClaims written = new JwtClaims();
        written.setClaim(USER_ID, claims.subject().id());
        written.setClaim(USER_TYPE, claims.subject().type().number());
        if (claims.adminId() != null) {
            written.setClaim(ADMIN_ID, claims.adminId());
        }
        written.setJwtId(Long.toString(claims.sessionId()));
        written.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
        written.setExpirationTime(NumericDate.fromSeconds(claims.expiresAt().getEpochSecond()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setHeader("typ", TYPE);
        signature.setKeyIdHeaderValue(key.kid());
        signature.setAlgorithmHeaderValue(key.algorithm().name());
        signature.setKey(key.signing());
        signature.setPayload(written.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign with " + key, e);
        }
    }

    /** The claims of a token that this service signed and that has not ended; empty for anything else. */
    Optional<GenuineToken> read(String token) {
        if (token.length() > LONGEST || !isWellFormed(token)) {
            return Optional.empty();
        }
        try {
            JwtContext read = consumer().process(token);
            String kid = read.getJoseObjects().get(0).getKeyIdHeaderValue();
            return isForUs(read.getJwtClaims())
                    ? Optional.of(new GenuineToken(claims(read.getJwtClaims()), kid))
                    : Optional.empty();
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static TokenClaims claims(JwtClaims claims) throws MalformedClaimException {
        return new TokenClaims(
                Long.parseLong(claims.getJwtId()),
                Subject.of(
                        claims.getClaimValue(USER_TYPE, Number.class).intValue(),
                        claims.getClaimValue(USER_ID, Number.class).longValue()),
                claims.hasClaim(ADMIN_ID)
                        ? claims.getClaimValue(ADMIN_ID, Number.class).longValue()
                        : null,
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }

    /** Ours name neither: what does was made for another purpose, though perhaps with a key of ours. */
    private static boolean isForUs(JwtClaims claims) {
        return !claims.hasClaim("iss") && !claims.hasClaim("aud");
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
    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, ALGORITHMS)
                .setVerificationKeyResolver((jws, nesting) -> verification(jws))
                .setExpectedType(true, TYPE)
                .setSkipDefaultAudienceValidation()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setIssuedAtRestrictions(LEEWAY_SECONDS, Integer.MAX_VALUE)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireJwtId()
                .build();
    }

    /** Whoever could choose the algorithm could have a public key taken for a secret. */
    private Key verification(JsonWebSignature jws) throws UnresolvableKeyException {
        String kid = jws.getKeyIdHeaderValue();
        return Optional.ofNullable(kid)
                .flatMap(keys::find)
                .filter(key -> key.algorithm().name().equals(jws.getAlgorithmHeaderValue()))
                .map(SigningKey::verification)
                .orElseThrow(() -> new UnresolvableKeyException("no key of ours"));
    }
}
