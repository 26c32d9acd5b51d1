package io.clientele.tax;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How much tax comes on a price without tax, all rules together.
 *
 * @param percent 19 for nineteen per cent; at least 0, with at most 34 digits
 */
public record TaxPercent(BigDecimal percent) {

    /** What no rule taxes. */
    public static final TaxPercent NONE = new TaxPercent(BigDecimal.ZERO);

    public TaxPercent {
        // One spelling for each number, so that equal percentages are equal records.
        percent = percent.round(MathContext.DECIMAL128).stripTrailingZeros();
    }
}
