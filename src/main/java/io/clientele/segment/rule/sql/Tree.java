package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.Aggregator;
import io.clientele.segment.rule.tree.Condition.Combine;
import io.clientele.shared.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule in a statement. Negation goes down to the leaves, so that none has to know what an unknown value means above it.
 *
 * @param still true for whom everything comes out that no time moves and that nobody fits without
 * @param moving true for whom the rest comes out
 * @param changes the moments at which the rest may come out otherwise
 */
record Tree(SqlFragment still, SqlFragment moving, List<SqlFragment> changes) {

    static final SqlFragment TRUE = SqlFragment.of("true");

    static Tree of(Condition root, Leaves leaves, Frame frame) {
        List<SqlFragment> still = new ArrayList<>();
        List<SqlFragment> moving = new ArrayList<>();
        List<SqlFragment> changes = new ArrayList<>();
        for (Wanted each : required(new Wanted(root, true))) {
            Branches branches = new Branches(leaves, frame);
            SqlFragment sql = branches.when(each.condition(), each.outcome(), true);
            (branches.changes().isEmpty() ? still : moving).add(sql);
            still.addAll(branches.needed());
            changes.addAll(branches.changes());
        }
        return new Tree(all(still), all(moving), changes);
    }

    private record Wanted(Condition condition, boolean outcome) {}

    /** What all has to come out for the root to come out. */
    private static List<Wanted> required(Wanted root) {
        if (!(root.condition() instanceof Combine combine)) {
            return List.of(root);
        }
        boolean all = (combine.aggregator() == Aggregator.ALL) == root.outcome();
        return combine.conditions().isEmpty() || !(all || combine.conditions().size() == 1)
                ? List.of(root)
                : combine.conditions().stream()
                        .map(each -> new Wanted(each, combine.value() == root.outcome()))
                        .flatMap(each -> required(each).stream())
                        .toList();
    }

    private static SqlFragment all(List<SqlFragment> parts) {
        return parts.isEmpty() ? TRUE : SqlFragment.joined("and", parts);
    }

    /** True for who fits; null counts as false. */
    SqlFragment fits() {
        return still.equals(TRUE) ? moving : moving.equals(TRUE) ? still : all(List.of(still, moving));
    }

    /** The first moment at which somebody can come to fit or not, null for never. */
    SqlFragment nextChange() {
        SqlFragment least = least(changes);
        return still.equals(TRUE) || changes.isEmpty()
                ? least
                : SqlFragment.of("case when")
                        .then(still)
                        .then("then")
                        .then(least)
                        .then("end");
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
