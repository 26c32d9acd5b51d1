package io.clientele.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.segment.rule.tree.ApplyTo;
import java.util.Set;

/**
 * An active segment as membership is decided by it.
 *
 * @param reads the kinds of facts its rule reads, as {@link FactBits}
 * @param names the segments its rule names
 * @param level 0 for a rule that names no segment, otherwise one more than the highest of those it names
 */
record LiveSegment(
        long id,
        String name,
        ApplyTo applyTo,
        Set<Integer> websiteIds,
        SegmentMode mode,
        JsonNode rule,
        int version,
        int reads,
        Set<Long> names,
        int level) {

    boolean hasMembers() {
        return applyTo != ApplyTo.VISITORS;
    }
}
