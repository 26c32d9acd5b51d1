package io.clientele.access;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Writes and reads tokens: JWTs signed with HS256, with the contract's claims {@code uid} and {@code utypid}.
 *
 * <p>Reading uses the library under SmallRye JWT directly, because SmallRye's own parser takes no clock.
 */
@ApplicationScoped
class TokenCodec {

    /** Longer than any token of ours; what is longer is not looked at. */
    private static final int LONGEST = 2_048;

    /** Header, claims and the 32 bytes of the signature. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");

    private static final String USER_ID = "uid";
    private static final String USER_TYPE = "utypid";
    private static final String ADMIN_ID = "admin_id";

    private final SigningKeys keys;
    private final Clock clock;

    TokenCodec(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    String write(TokenClaims claims, Instant issuedAt) {
        SigningKey key = keys.current();
        JwtClaimsBuilder written = Jwt.claims();
        if (claims.adminId() != null) {
            written.claim(ADMIN_ID, claims.adminId());
        }
        return written.claim(USER_ID, claims.subject().id())
                .claim(USER_TYPE, claims.subject().type().number())
                .claim("jti", Long.toString(claims.sessionId()))
                .issuedAt(issuedAt)
                .expiresAt(claims.expiresAt())
                .jws()
                .keyId(key.kid())
                .algorithm(SignatureAlgorithm.HS256)
                .sign(key.secret());
    }

    /** The claims of a token that this service signed and that has not ended; empty for anything else. */
    Optional<TokenClaims> read(String token) {
        if (token.length() > LONGEST || !isWellFormed(token)) {
            return Optional.empty();
        }
        try {
            JwtClaims claims = consumer(keys.current()).processToClaims(token);
            return Optional.of(new TokenClaims(
                    Long.parseLong(claims.getJwtId()),
                    Subject.of(
                            claims.getClaimValue(USER_TYPE, Number.class).intValue(),
                            claims.getClaimValue(USER_ID, Number.class).longValue()),
                    claims.hasClaim(ADMIN_ID)
                            ? claims.getClaimValue(ADMIN_ID, Number.class).longValue()
                            : null,
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue())));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
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

    /** Headers that name a key or where to find one (jku, jwk, x5u) are not asked; the algorithm is ours to say. */
    private JwtConsumer consumer(SigningKey key) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                .setVerificationKeyResolver((jws, nesting) -> {
                    if (!key.kid().equals(jws.getKeyIdHeaderValue())) {
                        throw new org.jose4j.lang.UnresolvableKeyException("unknown key");
                    }
                    return key.secret();
                })
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireJwtId()
                .build();
    }
}
