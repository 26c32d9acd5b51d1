package io.clientele.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sends to ask something.
 *
 * @param kind {@code access}, {@code erase}, {@code restrict} or {@code object}
 * @param customerId whose account; for administrators and integrations
 * @param email the address of somebody without an account, or who cannot sign in
 * @param evidence how an administrator knows that it is the person; without it the person is mailed a link
 */
@Schema(
        name = "privacy-request-draft",
        requiredProperties = {"kind"})
public record PrivacyRequestDraft(
        @Nullable String kind,
        @Nullable Long customerId,
        @Nullable String email,
        @Nullable String evidence) {}
