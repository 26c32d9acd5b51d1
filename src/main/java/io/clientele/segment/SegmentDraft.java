package io.clientele.segment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to make or change a segment; null is "not supplied".
 *
 * @param conditions a rule as a tree, or its text
 */
public record SegmentDraft(
        @Nullable String name,
        @Nullable String description,
        @Nullable Boolean active,
        @Nullable String applyTo,
        @Nullable List<Integer> websiteIds,
        @Nullable String mode,
        @Nullable JsonNode conditions,
        @Nullable List<Long> pinnedIn,
        @Nullable List<Long> pinnedOut) {}
