package io.clientele.grid;

import io.clientele.shared.json.CustomAttribute;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed in a row of the grid, as REST takes it: the columns that say so. */
@Schema(name = "customer-grid-row")
public record GridRowBody(
        @Nullable String email,
        @Nullable Integer groupId,
        @Nullable Integer websiteId,
        @Nullable String taxvat,
        @Nullable Integer gender,
        @Nullable String billingTelephone,
        @Nullable String billingPostcode,
        @Nullable List<CustomAttribute> customAttributes) {

    GridRowDraft draft() {
        return new GridRowDraft(
                email,
                groupId,
                websiteId,
                taxvat,
                gender,
                billingTelephone,
                billingPostcode,
                CustomAttribute.byCode(customAttributes));
    }
}
