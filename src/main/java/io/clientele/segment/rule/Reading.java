package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.VisitorConditions;

/** One reading of a rule: what is known, whom the rule is about, and how many conditions it has so far. */
final class Reading {

    private final Known known;
    private final ApplyTo applyTo;
    private int conditions;

    Reading(Known known, ApplyTo applyTo) {
        this.known = known;
        this.applyTo = applyTo;
    }

    Known known() {
        return known;
    }

    /** For one field. */
    OperandReader operands() {
        return new OperandReader(known);
    }

    /** To be called for each condition and test, before anything else of it is read. The root has the depth 1. */
    void enter(Place place, int depth) {
        if (depth > RuleLimits.DEPTH) {
            throw RuleRefusals.tooDeep(place);
        }
        conditions++;
        if (conditions > RuleLimits.CONDITIONS) {
            throw RuleRefusals.tooManyConditions(place);
        }
    }

    /** Refuses what visitors do not have in rules for nobody else. */
    Condition offered(Condition condition, Place type, String word) {
        if (applyTo == ApplyTo.VISITORS && !VisitorConditions.has(condition)) {
            throw RuleRefusals.notForVisitors(type, word);
        }
        return condition;
    }
}
