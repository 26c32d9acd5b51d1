package io.clientele.newsletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The subscription of an address on a website.
 *
 * @param storeId the store view it was last asked for in, which may be gone
 * @param customerId whose account it belongs to; null for a guest's
 * @param name the customer's name; empty for a guest
 * @param unsubscribeToken one that ends it, for a mail
 * @param confirmationMailedAt when a link to confirm it was last mailed to the address, or null
 */
record Subscription(
        long id,
        int websiteId,
        int storeId,
        @Nullable Long customerId,
        String name,
        String email,
        SubscriptionStatus status,
        String unsubscribeToken,
        @Nullable Instant confirmationMailedAt) {

    Subscription with(SubscriptionStatus other) {
        return new Subscription(
                id, websiteId, storeId, customerId, name, email, other, unsubscribeToken, confirmationMailedAt);
    }

    Subscription in(int otherStoreId) {
        return new Subscription(
                id, websiteId, otherStoreId, customerId, name, email, status, unsubscribeToken, confirmationMailedAt);
    }
}
