package io.clientele.pricing.quote;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A price that may come to count.
 *
 * @param unitPrice of one unit, in the currency that is shown, rounded
 * @param quantity the quantity it begins with; 0 where it holds for any
 * @param counts whether it counts at the moment in question
 * @param row the tier price it comes from; null for the base and the special price
 */
record Offer(
        PriceSource source,
        BigDecimal unitPrice,
        BigDecimal quantity,
        boolean counts,
        @Nullable TierRow row) {

    /**
     * The better offer first: the lower price, and of equal prices the more specific. A tier price is more specific than
     * a special price, and that more than the base price; among tier prices one of a segment, then of a website, then of
     * a group, then of a larger quantity, then one limited in time, the latest first. No two rows are equal in all of
     * these, so that the order of the rows does not matter.
     */
    static final Comparator<Offer> BEST_FIRST = Comparator.comparing(Offer::unitPrice)
            .thenComparing(offer -> kindOf(offer.source()), Comparator.reverseOrder())
            .thenComparing(Offer::row, Comparator.nullsLast(specificFirst()));

    /** By the quantity, and among equal ones the better offer first. */
    static final Comparator<Offer> SMALLEST_FIRST =
            Comparator.comparing(Offer::quantity).thenComparing(BEST_FIRST);

    private static PriceSource kindOf(PriceSource source) {
        return source.isTier() ? PriceSource.TIER : source;
    }

    private static Comparator<TierRow> specificFirst() {
        return Comparator.comparing(TierRow::segmentId, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
                .thenComparingInt(TierRow::websiteId)
                .thenComparing(TierRow::groupId, Comparator.nullsFirst(Comparator.<Integer>naturalOrder()))
                .thenComparing(TierRow::quantity)
                .thenComparing(TierRow::isLimitedInTime)
                .thenComparing(TierRow::from, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                .reversed();
    }

    boolean reachedBy(BigDecimal bought) {
        return quantity.compareTo(bought) <= 0;
    }
}
