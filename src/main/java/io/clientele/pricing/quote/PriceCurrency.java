package io.clientele.pricing.quote;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * The currency prices are shown in.
 *
 * @param code its ISO 4217 code
 * @param rate what one unit of the currency prices are kept in is worth, above zero
 */
record PriceCurrency(String code, BigDecimal rate) {

    /** Digits behind the point; what has no such number, like gold, is shown with two. */
    int digits() {
        int digits = Currency.getInstance(code).getDefaultFractionDigits();
        return digits < 0 ? 2 : digits;
    }

    /** The amount, which is in the currency prices are kept in, converted and rounded half up. */
    BigDecimal shown(BigDecimal kept) {
        return round(kept.multiply(rate));
    }

    /** The amount, which is in this currency, rounded half up. */
    BigDecimal round(BigDecimal amount) {
        return amount.setScale(digits(), RoundingMode.HALF_UP);
    }

    /** The quotient rounded half up, once. */
    BigDecimal divide(BigDecimal amount, BigDecimal by) {
        return amount.divide(by, digits(), RoundingMode.HALF_UP);
    }
}
