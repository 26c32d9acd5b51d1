package io.clientele.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The base price of a product in a store view, as it is sent; a store view's price is its website's. */
@Schema(
        name = "catalog-data-base-price-interface",
        requiredProperties = {"price", "store_id", "sku"})
public record PriceDraft(
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode price,
        @Nullable Integer storeId,
        @Nullable String sku,
        @Nullable NoExtension extensionAttributes) {}
