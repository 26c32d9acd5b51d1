package io.clientele.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of a product costs for a group from a quantity on.
 *
 * @param websiteId 0 for all websites
 * @param groupId null for all groups
 * @param segmentId the segment whose members it is for; null for everybody
 * @param quantity from how many pieces on, with four decimals
 * @param value an amount or percents, by type, with six decimals
 * @param validFrom from when on it holds; null since ever
 * @param validTo before when it holds; null for good
 */
record TierPrice(
        long productId,
        String sku,
        int websiteId,
        @Nullable Integer groupId,
        @Nullable Long segmentId,
        BigDecimal quantity,
        PriceType type,
        BigDecimal value,
        @Nullable Instant validFrom,
        @Nullable Instant validTo) {

    /** What two rows have in common that may be the same price, or prices of which only one can hold at a time. */
    record Step(
            long productId,
            @Nullable Integer groupId,
            @Nullable Long segmentId,
            BigDecimal quantity) {}

    Step step() {
        return new Step(productId, groupId, segmentId, quantity);
    }

    /** Whether writing the one changes the other. Both are of one step. */
    boolean isSameAs(TierPrice other) {
        return websiteId == other.websiteId && java.util.Objects.equals(validFrom, other.validFrom);
    }

    /** Whether both would hold at some moment in some website. Both are of one step. */
    boolean clashesWith(TierPrice other) {
        boolean shareWebsite = websiteId == other.websiteId || websiteId == 0 || other.websiteId == 0;
        return shareWebsite && isBefore(validFrom, other.validTo) && isBefore(other.validFrom, validTo);
    }

    private static boolean isBefore(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null || from.isBefore(to);
    }

    /** Whether it says more than the contract's columns can. */
    boolean isExtended() {
        return segmentId != null || isLimited();
    }

    /** Whether it holds for some time only. */
    boolean isLimited() {
        return validFrom != null || validTo != null;
    }

    /** Whether price, type and end are those of the other one, which is of the same step. */
    boolean saysTheSameAs(TierPrice other) {
        return type == other.type
                && value.compareTo(other.value) == 0
                && java.util.Objects.equals(validTo, other.validTo);
    }
}
