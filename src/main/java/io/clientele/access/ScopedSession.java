package io.clientele.access;

import java.time.Instant;
import java.util.List;

/**
 * A session of a third party that begins.
 *
 * @param subject the integration itself, or the customer it acts for
 * @param websiteId the website of the customer's account; 0 for an integration
 * @param integrationId who carries its tokens
 * @param name what the third party is called, shown to the customer among the sessions
 * @param scopes the most its tokens may be used for
 * @param createdAt to the second
 * @param expiresAt when its last token ends
 */
public record ScopedSession(
        Subject subject,
        int websiteId,
        long integrationId,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt) {}
