package io.clientele.pricing.quote;

import java.math.BigDecimal;
import java.util.Locale;

/** Where a price comes from; of sources with equal prices the later one is the more specific. */
enum PriceSource {
    BASE,
    SPECIAL,

    /** A tier price for a quantity of one: the price of a group. */
    GROUP,
    TIER,

    /** A tier price of a segment. */
    SEGMENT;

    static PriceSource of(TierRow row) {
        if (row.segmentId() != null) {
            return SEGMENT;
        }
        return row.quantity().compareTo(BigDecimal.ONE) == 0 ? GROUP : TIER;
    }

    boolean isTier() {
        return compareTo(GROUP) >= 0;
    }

    /** As callers read it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
