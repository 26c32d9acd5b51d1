package io.clientele.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shop says of an order, with nothing wrong by itself. */
sealed interface OrderReport {

    String externalId();

    /** When the shop last changed it, as it says; null when it does not. */
    @Nullable
    Instant updatedAt();

    /**
     * All of the order.
     *
     * @param baseRate what one unit of the currency is worth in the base currency of the website
     * @param refunded null when nothing is said of refunds
     */
    record Statement(
            String externalId,
            Person person,
            String status,
            Instant placedAt,
            @Nullable Instant updatedAt,
            String currency,
            BigDecimal baseRate,
            Amounts amounts,
            @Nullable BigDecimal refunded,
            @Nullable String couponCode,
            @Nullable ObjectNode billingAddress,
            @Nullable ObjectNode shippingAddress,
            List<Line> lines)
            implements OrderReport {

        int websiteId() {
            return person.websiteId();
        }

        BigDecimal totalQty() {
            return lines.stream().map(Line::qty).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** What an order comes to, in its currency. */
    record Amounts(
            BigDecimal subtotal, BigDecimal tax, BigDecimal shipping, BigDecimal discount, BigDecimal grandTotal) {}

    /** A line of an order, in its currency. */
    record Line(
            String sku,
            @Nullable String name,
            BigDecimal qty,
            BigDecimal unitPrice,
            BigDecimal rowTotal,
            List<Integer> categoryIds) {}

    /**
     * What has become of the order.
     *
     * @param websiteId the order's; 0 where it is not said
     * @param status null when nothing is said of it
     * @param refunded null when nothing is said of refunds
     */
    record Correction(
            String externalId,
            int websiteId,
            @Nullable Instant updatedAt,
            @Nullable String status,
            @Nullable BigDecimal refunded)
            implements OrderReport {}
}
