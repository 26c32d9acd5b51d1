package io.clientele.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.shared.Refusals;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A segment as administrators send it. Lists are the whole new ones. */
@Name("AdminCustomerSegmentInput")
public class AdminSegmentInput {
    public @Nullable String name;
    public @Nullable String description;

    @JsonbProperty("is_active")
    public @Nullable Boolean isActive;

    @JsonbProperty("apply_to")
    @Description("registered, visitors or both; fixed once it is saved")
    public @Nullable String applyTo;

    @JsonbProperty("website_ids")
    public @Nullable List<@NonNull Integer> websiteIds;

    @Description("second or transaction")
    public @Nullable String mode;

    @Description("The rule in one line")
    public @Nullable String rule;

    @JsonbProperty("pinned_in")
    public @Nullable List<@NonNull String> pinnedIn;

    @JsonbProperty("pinned_out")
    public @Nullable List<@NonNull String> pinnedOut;

    SegmentDraft draft() {
        JsonNode conditions = rule == null ? null : TextNode.valueOf(rule);
        return new SegmentDraft(
                name,
                description,
                isActive,
                applyTo,
                websiteIds,
                mode,
                conditions,
                numbers("pinned_in", pinnedIn),
                numbers("pinned_out", pinnedOut));
    }

    private static @Nullable List<Long> numbers(String field, @Nullable List<String> sent) {
        return sent == null ? null : sent.stream().map(id -> number(field, id)).toList();
    }

    static long number(String field, String sent) {
        try {
            return Long.parseLong(sent);
        } catch (NumberFormatException e) {
            throw Refusals.invalidValue(field, sent);
        }
    }
}
