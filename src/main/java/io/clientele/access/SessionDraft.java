package io.clientele.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session that begins.
 *
 * @param websiteId the website of the customer's account; 0 for an administrator
 * @param adminId the administrator who acts for the subject, or null
 * @param expiresAt when its last token ends
 */
record SessionDraft(
        Subject subject,
        int websiteId,
        @Nullable Long adminId,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String address,
        @Nullable String device) {}
