package io.clientele.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.segment.rule.tree.ApplyTo;
import java.util.Set;

/**
 * A segment that may be written: everything about it has been checked.
 *
 * @param reads the kinds of facts its rule reads, as {@link FactBits}
 * @param names the segments its rule names
 */
record SegmentPlan(
        String name,
        String description,
        boolean active,
        ApplyTo applyTo,
        Set<Integer> websiteIds,
        SegmentMode mode,
        JsonNode rule,
        String ruleText,
        int reads,
        Set<Long> names,
        Set<Long> pinnedIn,
        Set<Long> pinnedOut) {}
