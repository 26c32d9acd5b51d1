package io.clientele.activity;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an order that is there already, as far as a report can meet it.
 *
 * @param statedAt the moment of its last whole report
 * @param refundedAt the moment of the last word of refunds; null when there was none
 */
record StoredOrder(
        long id,
        String externalId,
        int websiteId,
        @Nullable Long customerId,
        @Nullable String emailKey,
        String currency,
        BigDecimal baseRate,
        BigDecimal grandTotal,
        Instant statedAt,
        String status,
        Instant statusAt,
        BigDecimal refunded,
        @Nullable Instant refundedAt) {}
