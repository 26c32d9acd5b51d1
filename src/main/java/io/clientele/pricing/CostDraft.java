package io.clientele.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a product costs the merchant in a store view, as it is sent. */
@Schema(
        name = "catalog-data-cost-interface",
        requiredProperties = {"cost", "store_id", "sku"})
public record CostDraft(
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode cost,
        @Nullable Integer storeId,
        @Nullable String sku,
        @Nullable NoExtension extensionAttributes) {}
