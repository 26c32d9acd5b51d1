package io.clientele.segment;

import io.clientele.shared.ShownTime;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A segment as administrators see it.
 *
 * @param rule in one line
 */
@Name("AdminCustomerSegment")
public record AdminSegmentNode(
        @Ignore Segment segment,
        @Id @NonNull String id,
        @Id @NonNull String uid,
        @NonNull String name,
        @NonNull String description,
        @NonNull @Name("is_active") Boolean active,
        @NonNull @Name("apply_to") String applyTo,
        @NonNull @Name("website_ids") List<@NonNull Integer> websiteIds,
        @NonNull String mode,
        @NonNull String rule,
        @NonNull @Name("pinned_in") List<@NonNull String> pinnedIn,
        @NonNull @Name("pinned_out") List<@NonNull String> pinnedOut,
        @NonNull @Name("number_of_customers") Integer numberOfCustomers,
        @NonNull @Name("is_current") Boolean current,
        @Name("recomputed_at") @Nullable String recomputedAt) {

    static AdminSegmentNode of(SegmentView view) {
        Segment segment = view.segment();
        Instant recomputed = view.recomputedAt();
        return new AdminSegmentNode(
                segment,
                Long.toString(segment.id()),
                SegmentUid.of(segment.id()),
                segment.name(),
                segment.description(),
                segment.active(),
                segment.applyTo().word(),
                segment.websiteIds(),
                segment.mode().code(),
                segment.ruleText(),
                segment.pinnedIn().stream().map(String::valueOf).toList(),
                segment.pinnedOut().stream().map(String::valueOf).toList(),
                Math.toIntExact(view.customers()),
                view.current(),
                recomputed == null ? null : ShownTime.of(recomputed));
    }
}
