package io.clientele.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;

/** Writes and reads the tokens of third parties, in the form of RFC 9068. */
@ApplicationScoped
class ScopedTokenCodec {

    /** Longer than any token of ours, even one with all scopes; what is longer is not looked at. */
    private static final int LONGEST = 8_192;

    static final String TYPE = "at+jwt";
    private static final String SESSION = "sid";
    private static final String CLIENT = "client_id";
    private static final String INTEGRATION = "integration_id";
    private static final String SCOPE = "scope";

    private final Jwts jwts;

    ScopedTokenCodec(Jwts jwts) {
        this.jwts = jwts;
    }

    /** Claims that were read, and the key that they count as long as. */
    record Read(ScopedClaims claims, String kid) {}

    String write(ScopedClaims claims, SigningKey key) {
        JwtClaims written = new JwtClaims();
        written.setIssuer(claims.issuer());
        written.setSubject(claims.subject());
        written.setAudience(claims.audience());
        written.setClaim(CLIENT, claims.clientId());
        written.setClaim(SCOPE, String.join(" ", claims.scopes()));
        written.setJwtId(claims.tokenId());
        written.setIssuedAt(NumericDate.fromSeconds(claims.issuedAt().getEpochSecond()));
        written.setExpirationTime(NumericDate.fromSeconds(claims.expiresAt().getEpochSecond()));
        written.setClaim(SESSION, Long.toString(claims.sessionId()));
        written.setClaim(INTEGRATION, Long.toString(claims.integrationId()));
        return jwts.sign(TYPE, written, key);
    }

    Optional<Read> read(String token) {
        return token.length() > LONGEST
                ? Optional.empty()
                : jwts.read(token, TYPE, KeyPurpose.OAUTH2).flatMap(ScopedTokenCodec::claims);
    }

    private static Optional<Read> claims(Jwts.Genuine genuine) {
        JwtClaims claims = genuine.claims();
        try {
            return Optional.of(new Read(
                    new ScopedClaims(
                            claims.getJwtId(),
                            Long.parseLong(claims.getStringClaimValue(SESSION)),
                            claims.getIssuer(),
                            List.copyOf(claims.getAudience()),
                            claims.getSubject(),
                            claims.getStringClaimValue(CLIENT),
                            Long.parseLong(claims.getStringClaimValue(INTEGRATION)),
                            List.of(claims.getStringClaimValue(SCOPE).split(" ", -1)),
                            Instant.ofEpochSecond(claims.getIssuedAt().getValue()),
                            Instant.ofEpochSecond(claims.getExpirationTime().getValue())),
                    genuine.kid()));
        } catch (MalformedClaimException | IllegalArgumentException | NullPointerException e) {
            // One of our keys signed it, and it is nothing that we write.
            return Optional.empty();
        }
    }
}
