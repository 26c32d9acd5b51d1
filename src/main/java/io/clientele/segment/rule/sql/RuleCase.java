package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Rule;
import java.util.Collection;

/** A rule with where and when it is judged, and for which customers. */
public record RuleCase(Rule rule, RuleScope scope, Collection<Long> customerIds) {}
