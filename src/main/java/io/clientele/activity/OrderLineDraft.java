package io.clientele.activity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of an order as a shop reports it. */
@Schema(name = "activity-order-line")
public record OrderLineDraft(
        @Nullable String sku,
        @Nullable String name,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode qty,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode unitPrice,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode rowTotal,
        @Nullable List<Integer> categoryIds) {}
