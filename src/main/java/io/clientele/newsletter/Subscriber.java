package io.clientele.newsletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as administrators see it.
 *
 * @param storeId the store view it was last asked for in
 * @param customerId null for a guest's, as are the names
 * @param changedAt when its status last changed
 */
public record Subscriber(
        long id,
        int websiteId,
        int storeId,
        @Nullable Long customerId,
        @Nullable String firstname,
        @Nullable String lastname,
        String email,
        SubscriptionStatus status,
        Instant createdAt,
        Instant changedAt) {}
