package io.clientele.activity.history;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * So many of a product in an order. Amounts are in the order's currency.
 *
 * @param line its number in the order, from 1 on
 */
record OrderLine(
        long orderId,
        int line,
        String sku,
        @Nullable String name,
        BigDecimal qty,
        BigDecimal unitPrice,
        BigDecimal rowTotal) {}
