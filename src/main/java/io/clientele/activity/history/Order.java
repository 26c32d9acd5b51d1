package io.clientele.activity.history;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as the shop reported it last. Amounts are in the order's currency.
 *
 * @param number the shop's own id of it
 * @param changedAt the shop's moment of the last change
 * @param baseRate what one unit of its currency was worth in the base currency of the website
 */
record Order(
        long id,
        int websiteId,
        String number,
        @Nullable String email,
        String status,
        Instant placedAt,
        Instant changedAt,
        String currency,
        Amounts amounts,
        BigDecimal baseRate,
        @Nullable String couponCode,
        @Nullable OrderAddress billingAddress,
        @Nullable OrderAddress shippingAddress) {

    /** What it came to. */
    record Amounts(
            BigDecimal subtotal,
            BigDecimal tax,
            BigDecimal shipping,
            BigDecimal discount,
            BigDecimal grandTotal,
            BigDecimal refunded) {}

    /** The grand total in the base currency of the website, by the rate of the day it was received. */
    BigDecimal baseGrandTotal() {
        return amounts.grandTotal().multiply(baseRate);
    }

    /** Whose names stand on it: those of the billing address, or else of the shipping address; null for none. */
    @Nullable
    OrderAddress person() {
        return billingAddress != null && billingAddress.namesSomebody() ? billingAddress : shippingAddress;
    }
}
