package io.clientele.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.shared.ShownTime;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A segment over REST. What is only shown has no effect when it is sent.
 *
 * @param applyTo registered, visitors or both
 * @param mode second or transaction
 * @param conditions a rule as a tree, or in one line
 */
@Schema(name = "customer-segment")
public record SegmentBody(
        @Nullable Long id,
        @Nullable String uid,
        @Nullable String name,
        @Nullable String description,
        @Nullable Boolean isActive,
        @Nullable String applyTo,
        @Nullable List<Integer> websiteIds,
        @Nullable String mode,
        @Schema(implementation = Object.class) @Nullable JsonNode conditions,
        @Nullable String ruleText,
        @Nullable List<Long> pinnedIn,
        @Nullable List<Long> pinnedOut,
        @Nullable Integer version,
        @Nullable Long numberOfCustomers,
        @Nullable Boolean isCurrent,
        @Nullable String recomputedAt,
        @Nullable String createdAt,
        @Nullable String updatedAt) {

    static SegmentBody of(SegmentView view) {
        Segment segment = view.segment();
        Instant recomputed = view.recomputedAt();
        return new SegmentBody(
                segment.id(),
                SegmentUid.of(segment.id()),
                segment.name(),
                segment.description(),
                segment.active(),
                segment.applyTo().word(),
                segment.websiteIds(),
                segment.mode().code(),
                segment.conditions(),
                segment.ruleText(),
                segment.pinnedIn(),
                segment.pinnedOut(),
                segment.version(),
                view.customers(),
                view.current(),
                recomputed == null ? null : ShownTime.of(recomputed),
                ShownTime.of(segment.createdAt()),
                ShownTime.of(segment.updatedAt()));
    }

    SegmentDraft draft() {
        return new SegmentDraft(
                name, description, isActive, applyTo, websiteIds, mode, conditions, pinnedIn, pinnedOut);
    }
}
