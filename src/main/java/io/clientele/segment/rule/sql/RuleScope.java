package io.clientele.segment.rule.sql;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a rule is judged.
 *
 * @param websiteIds the segment's websites: whose customers are judged and whose facts count
 * @param at the moment that periods end at
 * @param until answers that change later are of no interest: that moment and what comes after it may be told or not; null for
 *     all
 */
public record RuleScope(
        Set<Integer> websiteIds, Instant at, @Nullable Instant until) {

    public RuleScope(Set<Integer> websiteIds, Instant at) {
        this(websiteIds, at, null);
    }
}
