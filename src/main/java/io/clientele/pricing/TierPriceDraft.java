package io.clientele.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A tier price as it is sent, and as it names one that is to be deleted.
 *
 * @param customerGroup the code of a group, or {@code ALL GROUPS}
 */
@Schema(
        name = "catalog-data-tier-price-interface",
        requiredProperties = {"price", "price_type", "website_id", "sku", "customer_group", "quantity"})
public record TierPriceDraft(
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode price,
        @Nullable String priceType,
        @Nullable Integer websiteId,
        @Nullable String sku,
        @Nullable String customerGroup,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode quantity,
        @Nullable Extension extensionAttributes) {

    /**
     * What this service adds to a tier price.
     *
     * @param validFrom from when on it holds; none since ever
     * @param validTo before when it holds; none for good
     */
    @Schema(name = "catalog-data-tier-price-extension-interface")
    public record Extension(
            @Nullable Long customerSegmentId,
            @Nullable String validFrom,
            @Nullable String validTo) {}

    @Nullable
    Long segmentId() {
        return extensionAttributes == null ? null : extensionAttributes.customerSegmentId();
    }

    @Nullable
    String validFrom() {
        return extensionAttributes == null ? null : extensionAttributes.validFrom();
    }

    @Nullable
    String validTo() {
        return extensionAttributes == null ? null : extensionAttributes.validTo();
    }
}
