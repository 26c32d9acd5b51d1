package io.clientele.pricing.quote;

import io.clientele.pricing.Moments;
import io.clientele.shared.Refusals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What prices are asked for.
 *
 * @param customerId the customer to quote; null for the caller
 * @param groupId the group to quote instead of a customer; null for the caller's
 * @param websiteId null for the website of the request
 * @param currency an ISO 4217 code; null for the website's default
 * @param at the moment whose prices are wanted; null for now
 * @param explain whether every candidate is wanted with its fate
 */
public record QuoteDraft(
        @Nullable Long customerId,
        @Nullable Integer groupId,
        @Nullable Integer websiteId,
        @Nullable String currency,
        @Nullable Instant at,
        boolean explain,
        List<Line> lines) {

    /** So many of a product; what is null was not sent. */
    public record Line(@Nullable String sku, @Nullable BigDecimal qty) {}

    /** The moment that was sent; null for none. */
    static @Nullable Instant moment(@Nullable String text) {
        return text == null ? null : Moments.read(text).orElseThrow(() -> Refusals.invalidValue("at", text));
    }
}
