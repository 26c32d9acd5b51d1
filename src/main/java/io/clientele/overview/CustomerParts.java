package io.clientele.overview;

import io.clientele.segment.CustomerContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several features keep of a customer in a few rows.
 *
 * @param lastSignInAt null for never
 * @param ordersCount without those that were cancelled, of all websites
 * @param lifetimeValue their grand totals less refunds, each in the base currency of its website
 * @param segments the active ones the customer is in
 */
public record CustomerParts(
        long customerId,
        @Nullable Instant lastSignInAt,
        int ordersCount,
        BigDecimal lifetimeValue,
        List<Newsletter> newsletter,
        List<AppConsent> consents,
        List<CustomerContext.Entry> segments) {

    /**
     * The newsletter of a website.
     *
     * @param status the contract's number: 1 subscribed, 2 not active, 3 unsubscribed, 4 unconfirmed
     */
    public record Newsletter(int websiteId, int storeId, int status, Instant changedAt) {}

    /** What the customer lets an application do. */
    public record AppConsent(
            long integrationId, String clientName, List<String> scopes, Instant createdAt, Instant updatedAt) {}

    /** Of one who has just been deleted. */
    static CustomerParts none(long customerId) {
        return new CustomerParts(customerId, null, 0, BigDecimal.ZERO, List.of(), List.of(), List.of());
    }
}
