package io.clientele.pricing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What prices and rules know of a product. Amounts are those of all websites, in the base currency of each.
 *
 * @param sku its name, unique without regard to case
 * @param typeId the contract's kind of product: {@code simple}, {@code bundle} …
 * @param attributeSetId which attributes it has in the shop's catalogue; null where the shop has not said
 * @param taxClassId 0 for a product that is not taxed
 * @param qtyDecimal whether it is sold in fractions
 * @param attributes values that rules compare, by code
 * @param specialFrom from when on the special price holds; null since ever
 * @param specialTo before when it holds; null for good
 */
public record ProductFact(
        String sku,
        String typeId,
        @Nullable Integer attributeSetId,
        String name,
        int taxClassId,
        boolean qtyDecimal,
        ObjectNode attributes,
        List<Integer> categoryIds,
        List<Integer> websiteIds,
        @Nullable BigDecimal price,
        @Nullable BigDecimal specialPrice,
        @Nullable Instant specialFrom,
        @Nullable Instant specialTo,
        @Nullable BigDecimal cost) {}
