package io.clientele.access;

import java.time.Instant;
import java.util.List;

/**
 * What a third party's token says (RFC 9068).
 *
 * @param tokenId the claim {@code jti}, another one for each token
 * @param sessionId the session that must still be there, the claim {@code sid}
 * @param issuer who made it
 * @param audience the services it is for
 * @param subject the customer, or the client itself
 * @param clientId who carries it
 * @param integrationId the same by its number, the claim {@code integration_id}
 * @param scopes what it may be used for
 * @param issuedAt to the second
 * @param expiresAt to the second
 */
public record ScopedClaims(
        String tokenId,
        long sessionId,
        String issuer,
        List<String> audience,
        String subject,
        String clientId,
        long integrationId,
        List<String> scopes,
        Instant issuedAt,
        Instant expiresAt) {}
