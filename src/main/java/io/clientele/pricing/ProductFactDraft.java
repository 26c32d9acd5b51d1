package io.clientele.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sends to make or change the facts of a product; null is "not supplied" and leaves what there is. Amounts
 * are read when they are checked, so that one that is no number is refused by its name and spoils nothing else.
 */
@Schema(name = "product-fact-draft")
public record ProductFactDraft(
        @Nullable String sku,
        @Nullable String typeId,
        @Nullable Integer attributeSetId,
        @Nullable String name,
        @Nullable Integer taxClassId,
        @Nullable Boolean isQtyDecimal,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode attributes,
        @Nullable List<Integer> categoryIds,
        @Nullable List<Integer> websiteIds,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode price,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode specialPrice,
        @Nullable String specialFrom,
        @Nullable String specialTo,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode cost) {

    ProductFactDraft withSku(String other) {
        return new ProductFactDraft(
                other,
                typeId,
                attributeSetId,
                name,
                taxClassId,
                isQtyDecimal,
                attributes,
                categoryIds,
                websiteIds,
                price,
                specialPrice,
                specialFrom,
                specialTo,
                cost);
    }
}
