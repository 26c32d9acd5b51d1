package io.clientele.group;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A customer group as administrators send it; the list of excluded websites is the whole new one. */
@Name("AdminCustomerGroupInput")
public class AdminGroupInput {
    public @Nullable String code;

    @JsonbProperty("tax_class_id")
    public @Nullable Integer taxClassId;

    @JsonbProperty("excluded_website_ids")
    public @Nullable List<@NonNull Integer> excludedWebsiteIds;

    GroupDraft draft(@Nullable Integer id) {
        return new GroupDraft(id, code, taxClassId, excludedWebsiteIds);
    }
}
