package io.clientele.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator changes; null stays as it is.
 *
 * @param status {@code rejected}, and nothing else
 * @param reason why it is rejected, a word or two; needed for that
 * @param onHold whether it is put off, such as for a dispute that is not settled
 * @param extended true to extend the time for it, once
 */
@Schema(name = "privacy-request-change")
public record PrivacyRequestChange(
        @Nullable String status,
        @Nullable String reason,
        @Nullable Boolean onHold,
        @Nullable Boolean extended) {}
