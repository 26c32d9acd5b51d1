package io.clientele.pricing.quote;

import org.jspecify.annotations.Nullable;

/**
 * What a quote has to know of a product.
 *
 * @param taxClassId 0 where it has none and is not taxed
 * @param divisible whether parts of a piece are sold
 * @param onWebsite whether the website in question sells it
 * @param prices null where it has no base price there
 * @param name null where nobody asked for it
 */
record QuotedProduct(
        String sku,
        int taxClassId,
        boolean divisible,
        boolean onWebsite,
        @Nullable PriceFacts prices,
        @Nullable ProductName name) {}
