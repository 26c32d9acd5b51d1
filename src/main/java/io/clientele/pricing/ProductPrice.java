package io.clientele.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Prices of a product in a website.
 *
 * @param websiteId 0 for those of all websites that have none of their own
 * @param specialTo before when the special price holds
 */
record ProductPrice(
        String sku,
        int websiteId,
        @Nullable BigDecimal price,
        @Nullable BigDecimal specialPrice,
        @Nullable Instant specialFrom,
        @Nullable Instant specialTo,
        @Nullable BigDecimal cost) {}
