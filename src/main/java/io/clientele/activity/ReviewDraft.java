package io.clientele.activity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A product review as a shop reports it.
 *
 * @param customerId null for a guest's
 * @param rating 1 to 5
 * @param updatedAt when the shop last changed it; the time of receipt when it is left out
 */
@Schema(name = "activity-review")
public record ReviewDraft(
        @Nullable String externalId,
        @Nullable String sku,
        @Nullable Long customerId,
        @Nullable String nickname,
        @Nullable String title,
        @Nullable String detail,
        @Nullable Integer rating,
        @Nullable String status,
        @Nullable String createdAt,
        @Nullable String updatedAt) {}
