package io.clientele.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;

/** Writes and reads tokens: signed JWTs with the contract's claims {@code uid} and {@code utypid}. */
@ApplicationScoped
class TokenCodec {

    /** Longer than any token of ours; what is longer is not looked at. */
    private static final int LONGEST = 2_048;

    private static final String TYPE = "JWT";
    private static final String USER_ID = "uid";
    private static final String USER_TYPE = "utypid";
    private static final String ADMIN_ID = "admin_id";

    private final Jwts jwts;

    TokenCodec(Jwts jwts) {
        this.jwts = jwts;
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
        return jwts.sign(TYPE, written, key);
    }

    /** The claims of a token that this service signed and that has not ended; empty for anything else. */
    Optional<GenuineToken> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        return jwts.read(token, TYPE, KeyPurpose.ACCESS)
                .filter(read -> isForUs(read.claims()))
                .flatMap(TokenCodec::token);
    }

    private static Optional<GenuineToken> token(Jwts.Genuine read) {
        try {
            return Optional.of(new GenuineToken(claims(read.claims()), read.kid()));
        } catch (MalformedClaimException | IllegalArgumentException e) {
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
}
