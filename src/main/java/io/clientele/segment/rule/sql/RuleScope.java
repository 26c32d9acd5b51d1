package io.clientele.segment.rule.sql;

import java.time.Instant;
import java.util.Set;

/**
 * Where and when a rule is judged.
 *
 * @param websiteIds the segment's websites: whose customers are judged and whose facts count
 * @param at the moment that periods end at
 */
public record RuleScope(Set<Integer> websiteIds, Instant at) {}
