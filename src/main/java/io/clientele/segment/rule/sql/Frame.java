package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition;
import io.clientele.shared.sql.SqlFragment;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a condition is put into SQL: a statement over people, called {@code p} in it.
 *
 * @param visitors whether the people are visitors; customers otherwise
 * @param timed whether it is asked when answers change
 * @param summed whether several conditions of the rule sum up orders, so that reading them all once serves all
 * @param byFacts whether facts may say who the people are: those of everybody count, and nothing else of anybody is asked
 */
record Frame(Zoned scope, boolean visitors, boolean timed, boolean summed, boolean byFacts, Sources sources) {

    static Frame of(Condition root, Zoned scope, boolean visitors, boolean timed, Sources sources) {
        boolean byFacts = sources.mayLeaveOut() && !visitors && scope.everybody() && !readsCustomers(root);
        return new Frame(scope, visitors, timed, sums(root) > 1, byFacts, sources);
    }

    /** Whether the row of the customer decides anything. */
    private static boolean readsCustomers(Condition condition) {
        return switch (condition) {
            case Condition.Combine combine -> combine.conditions().stream().anyMatch(Frame::readsCustomers);
            case Condition.Profile profile -> ProfileLeaves.readsCustomers(profile.field());
            default -> false;
        };
    }

    private static int sums(Condition condition) {
        return switch (condition) {
            case Condition.Combine combine ->
                combine.conditions().stream().mapToInt(Frame::sums).sum();
            case Condition.Orders orders -> 1;
            case Condition.OrderDate date -> 1;
            default -> 0;
        };
    }

    /** A key that no condition of another scope has. */
    record Key(Object what, Zoned scope) {}

    Key key(Object what) {
        return new Key(what, scope);
    }

    /** The column of facts that both customers and visitors have. */
    String person(String alias) {
        return alias + (visitors ? ".visitor_id" : ".customer_id");
    }

    /**
     * Whether a person has such facts.
     *
     * @param required whether nobody fits without this condition, so that it may be a semi-join
     */
    Fit found(Object key, boolean required, Supplier<Facts> facts) {
        return mayBeSemiJoin(required)
                ? Fit.exists(facts.get())
                : Fit.of(SqlFragment.of(sources.found(key(key), facts)));
    }

    /** The same for a part of rows that other conditions choose from, too. */
    Fit found(Object key, boolean required, Choice choice, Slice slice, String moment) {
        return sources.layout() == Layout.LATERAL
                ? Fit.of(SqlFragment.of(chosen(key, choice).column("bool_or(true)", slice, moment)))
                : found(
                        List.of(key, slice),
                        required,
                        () -> slice.equals(Slice.ALL)
                                ? choice.facts()
                                : choice.facts().and(slice.rows(moment)));
    }

    /** Sums and the like over the rows that were chosen. */
    Chosen chosen(Object key, Choice choice) {
        return sources.layout() == Layout.LATERAL
                ? new Chosen(
                        sources.aggregate(key(choice.kind()), choice.rows()),
                        choice.chosen().get())
                : new Chosen(sources.aggregate(key(key), choice::facts), SqlFragment.EMPTY);
    }

    /**
     * @param facts the rows that are read
     * @param only which of them count; nothing for all
     */
    record Chosen(Aggregate facts, SqlFragment only) {

        String column(String function, Slice slice, String moment) {
            return facts.column(function, slice, moment, only);
        }
    }

    boolean mayBeSemiJoin(boolean required) {
        return required && sources.mayLeaveOut();
    }

    /** What is known of people without facts of an aggregate, unless a bound that goes back brings facts that it does not have. */
    Leaf.@Nullable Without without(boolean outcome, Aggregate facts, Window window) {
        return window.setBack().isEmpty() ? without(outcome, facts.alias()) : null;
    }

    /** The same for facts that do not come and go by time, in a relation. */
    Leaf.@Nullable Without without(boolean outcome, String facts) {
        return sources.layout() == Layout.GROUPED ? new Leaf.Without(outcome, facts) : null;
    }

    /** An expression that is true for whom a leaf comes out as wanted; nobody fits for whom it does not. */
    SqlFragment required(Leaf leaf, boolean wanted) {
        Fit fit = leaf.fit();
        if (byFacts && fit.facts() != null && fit.sense() == wanted && sources.lead(fit.facts())) {
            return Tree.TRUE;
        }
        String facts = leaf.needed(wanted);
        if (byFacts && facts != null) {
            sources.lead(facts);
        }
        return fit.when(wanted);
    }
}
