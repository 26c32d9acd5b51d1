package io.clientele.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody changes in a row of the grid. Null means "not supplied"; empty text clears. */
public record GridRowDraft(
        @Nullable String email,
        @Nullable Integer groupId,
        @Nullable Integer websiteId,
        @Nullable String taxvat,
        @Nullable Integer gender,
        @Nullable String billingTelephone,
        @Nullable String billingPostcode,
        Map<String, JsonNode> attributes) {

    boolean speaksOfBilling() {
        return billingTelephone != null || billingPostcode != null;
    }
}
