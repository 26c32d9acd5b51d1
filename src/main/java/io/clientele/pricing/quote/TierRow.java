package io.clientele.pricing.quote;

import io.clientele.pricing.PriceType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tier price as it is kept.
 *
 * @param websiteId the website it is for; 0 for all
 * @param groupId the customer group it is for; null for all
 * @param quantity the quantity it begins with, above zero
 * @param segmentId the segment it is for; null for everybody
 * @param from it counts from this moment on; null for always
 * @param to it counts until before this moment; null for ever
 */
record TierRow(
        int websiteId,
        @Nullable Integer groupId,
        BigDecimal quantity,
        PriceType kind,
        BigDecimal value,
        @Nullable Long segmentId,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** The price of one unit that the row gives, exactly. */
    BigDecimal unitPrice(BigDecimal base) {
        // The point moves by two places instead of a division, so that nothing is rounded here.
        return kind == PriceType.FIXED
                ? value
                : base.multiply(PriceFacts.HUNDRED.subtract(value)).movePointLeft(2);
    }

    boolean isLimitedInTime() {
        return from != null || to != null;
    }
}
