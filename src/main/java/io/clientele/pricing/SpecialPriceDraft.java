package io.clientele.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The special price of a product in a store view, as it is sent: it holds from {@code priceFrom} until before {@code priceTo}. */
@Schema(
        name = "catalog-data-special-price-interface",
        requiredProperties = {"price", "store_id", "sku", "price_from", "price_to"})
public record SpecialPriceDraft(
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode price,
        @Nullable Integer storeId,
        @Nullable String sku,
        @Nullable String priceFrom,
        @Nullable String priceTo,
        @Nullable NoExtension extensionAttributes) {}
