package io.clientele.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.segment.rule.tree.ApplyTo;
import java.time.Instant;
import java.util.List;

/**
 * A segment as it was saved.
 *
 * @param description empty for none
 * @param conditions the rule as a tree
 * @param ruleText the same rule in one line
 * @param pinnedIn customers who are in it whatever the rule says
 * @param pinnedOut customers who are out of it whatever the rule says
 * @param version counts what decides about membership
 */
public record Segment(
        long id,
        String name,
        String description,
        boolean active,
        ApplyTo applyTo,
        List<Integer> websiteIds,
        SegmentMode mode,
        JsonNode conditions,
        String ruleText,
        List<Long> pinnedIn,
        List<Long> pinnedOut,
        int version,
        Instant createdAt,
        Instant updatedAt) {}
