package io.clientele.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in whose tokens are still accepted.
 *
 * @param lastUsedAt to the minute
 * @param address where it began; null when an administrator acts for the customer, whose own it would be
 * @param device what the client called itself there ({@code User-Agent}), null like the address
 * @param current whether the request in hand belongs to it
 * @param assisted whether an administrator acts for the customer in it
 */
public record Session(
        long id,
        Instant createdAt,
        Instant lastUsedAt,
        @Nullable String address,
        @Nullable String device,
        boolean current,
        boolean assisted) {}
