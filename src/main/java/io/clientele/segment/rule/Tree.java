package io.clientele.segment.rule;

import io.clientele.segment.rule.Condition.Aggregator;
import io.clientele.segment.rule.Condition.Combine;
import io.clientele.shared.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;

/** A rule in a statement. Negation goes down to the leaves, so that none has to know what an unknown value means above it. */
final class Tree {

    private final Leaves leaves;
    private final Frame frame;
    private final List<SqlFragment> changes = new ArrayList<>();

    Tree(Leaves leaves, Frame frame) {
        this.leaves = leaves;
        this.frame = frame;
    }

    /**
     * An expression that is true for who fits; null counts as false.
     *
     * @param filters whether nobody is answered for whom it is not true
     */
    SqlFragment fits(Condition root, boolean filters) {
        return when(root, true, filters);
    }

    private SqlFragment when(Condition condition, boolean wanted, boolean required) {
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
        }
        return leaf.fit().when(wanted);
    }

    /** The first moment at which a leaf can change; to be asked for after the tree. */
    SqlFragment nextChange() {
        return least(changes);
    }

    static SqlFragment least(List<SqlFragment> moments) {
        if (moments.isEmpty()) {
            return SqlFragment.of("null::timestamptz");
        }
        SqlFragment all = SqlFragment.of("least(");
        for (int i = 0; i < moments.size(); i++) {
            all = all.then(i == 0 ? "" : ",").then(moments.get(i));
        }
        return all.then(")");
    }
}
