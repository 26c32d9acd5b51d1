package io.clientele.activity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has on a website, as a shop reports it.
 *
 * @param kind {@code store_credit}, in the base currency of the website, or {@code reward}, in points
 * @param asOf when that was so
 */
@Schema(name = "activity-balance")
public record BalanceDraft(
        @Nullable Long customerId,
        @Nullable Integer websiteId,
        @Nullable String kind,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode amount,
        @Nullable String asOf) {}
