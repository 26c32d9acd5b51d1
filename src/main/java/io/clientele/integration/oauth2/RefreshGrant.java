package io.clientele.integration.oauth2;

import java.time.Instant;
import java.util.List;

/**
 * What a refresh token stands for.
 *
 * @param begunAt when the customer consented
 * @param used whether it was used before
 */
record RefreshGrant(
        long sessionId,
        long customerId,
        long integrationId,
        List<String> scopes,
        List<String> audience,
        Instant begunAt,
        Instant createdAt,
        Instant expiresAt,
        boolean used) {

    boolean isGood(Instant now) {
        return !used && now.isBefore(expiresAt);
    }
}
