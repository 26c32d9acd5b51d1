package io.clientele.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The facts of a product over REST. */
@Schema(name = "product-fact")
public record ProductFactBody(
        String sku,
        String typeId,
        @Nullable Integer attributeSetId,
        String name,
        int taxClassId,
        Boolean isQtyDecimal,
        @Schema(type = SchemaType.OBJECT) JsonNode attributes,
        List<Integer> categoryIds,
        List<Integer> websiteIds,
        @Nullable BigDecimal price,
        @Nullable BigDecimal specialPrice,
        @Nullable String specialFrom,
        @Nullable String specialTo,
        @Nullable BigDecimal cost) {

    static ProductFactBody of(ProductFact fact) {
        return new ProductFactBody(
                fact.sku(),
                fact.typeId(),
                fact.attributeSetId(),
                fact.name(),
                fact.taxClassId(),
                fact.qtyDecimal(),
                fact.attributes(),
                fact.categoryIds(),
                fact.websiteIds(),
                Decimals.shownIfAny(fact.price()),
                Decimals.shownIfAny(fact.specialPrice()),
                Moments.shown(fact.specialFrom()),
                Moments.shown(fact.specialTo()),
                Decimals.shownIfAny(fact.cost()));
    }
}
