package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.Aggregator;
import io.clientele.segment.rule.tree.Condition.Combine;
import io.clientele.shared.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a rule as one expression.
 *
 * @param changes the moments at which time moves it
 * @param needed what is true of whoever fits or ever will by time alone
 */
record Branches(Leaves leaves, Frame frame, List<SqlFragment> changes, List<SqlFragment> needed) {

    Branches(Leaves leaves, Frame frame) {
        this(leaves, frame, new ArrayList<>(), new ArrayList<>());
    }

    /**
     * An expression that is true exactly when the condition comes out as wanted; null counts as false.
     *
     * @param required whether nobody fits when it is not true
     */
    SqlFragment when(Condition condition, boolean wanted, boolean required) {
        if (condition instanceof Combine combine) {
            boolean all = (combine.aggregator() == Aggregator.ALL) == wanted;
            List<Condition> children = combine.conditions();
            if (children.isEmpty()) {
                return SqlFragment.of(all ? "true" : "false");
            }
            boolean each = combine.value() == wanted;
            boolean stays = required && (all || children.size() == 1);
            return SqlFragment.joined(
                    all ? "and" : "or",
                    children.stream().map(child -> when(child, each, stays)).toList());
        }
        Leaf leaf = leaves.of(condition, frame, required);
        if (leaf.nextChange() != null) {
            changes.add(leaf.nextChange());
            String facts = leaf.needed(wanted);
            if (required && facts != null) {
                needed.add(SqlFragment.of(facts + ".person_id is not null"));
            }
        }
        if (required && leaf.among() != null && wanted == leaf.fit().sense()) {
            needed.add(leaf.among());
        }
        return required ? frame.required(leaf, wanted) : leaf.fit().when(wanted);
    }
}
