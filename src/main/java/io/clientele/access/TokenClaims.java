package io.clientele.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a genuine token says.
 *
 * @param sessionId the row that must still be there
 * @param subject whose token it is
 * @param adminId the administrator who acts for the subject, or null
 * @param expiresAt when it ends, to the second
 */
record TokenClaims(
        long sessionId, Subject subject, @Nullable Long adminId, Instant expiresAt) {}
