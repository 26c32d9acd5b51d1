package io.clientele.activity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A product that was looked at, as a shop reports it.
 *
 * @param websiteId where; the visitor's or the customer's website when it is left out
 */
@Schema(name = "activity-view")
public record ViewDraft(
        @Nullable Long visitorId,
        @Nullable Long customerId,
        @Nullable Integer websiteId,
        @Nullable String sku,
        @Nullable String viewedAt) {}
