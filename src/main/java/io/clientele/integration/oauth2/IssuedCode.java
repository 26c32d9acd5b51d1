package io.clientele.integration.oauth2;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authorization code.
 *
 * @param request what it answers
 * @param websiteId of the customer's account
 * @param grantedIn the customer's session in which it was granted; the code ends with it
 * @param expiresAt 60 seconds after it was made
 * @param usedAt null when it was not used yet
 * @param sessionId what its use gave, or null
 */
record IssuedCode(
        AppRequest request,
        long customerId,
        int websiteId,
        long grantedIn,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Long sessionId) {}
