package io.clientele.pricing.quote;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller pays. All amounts are in the currency and rounded to its digits.
 *
 * @param groupId the group the prices are for
 * @param taxClassId that group's tax class
 * @param lines one for each line asked for, in the same order
 */
public record PriceQuote(String currency, int groupId, int taxClassId, List<Line> lines) {

    /**
     * @param sku as the product has it
     * @param taxPercent the tax rate in percent
     * @param nextTiers the larger quantities at which a unit costs less
     * @param candidates what could have been the price, the winner first; null where nobody asked
     */
    public record Line(
            String sku,
            BigDecimal qty,
            BigDecimal unitPrice,
            BigDecimal unitPriceInclTax,
            BigDecimal rowTotal,
            BigDecimal rowTotalInclTax,
            BigDecimal taxPercent,
            List<NextTier> nextTiers,
            @Nullable List<Candidate> candidates) {}

    /** From this quantity on a unit costs this, without tax. */
    public record NextTier(BigDecimal qty, BigDecimal unitPrice) {}

    /**
     * @param unitPrice without tax
     * @param qty the quantity it begins with; null where it holds for any
     * @param websiteId the website a tier price is for, 0 for all; null for other sources
     * @param groupId the group a tier price is for, 32000 for all; null for other sources
     * @param reason by what rule it won or lost
     */
    public record Candidate(
            String source,
            BigDecimal unitPrice,
            @Nullable BigDecimal qty,
            @Nullable Integer websiteId,
            @Nullable Integer groupId,
            boolean won,
            String reason) {}
}
