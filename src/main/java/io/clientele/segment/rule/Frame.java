package io.clientele.segment.rule;

import io.clientele.shared.sql.SqlFragment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a condition is put into SQL: a statement over people, called {@code p} in it.
 *
 * @param visitors whether the people are visitors; customers otherwise
 * @param timed whether it is asked when answers change
 * @param summed whether several conditions of the rule sum up orders, so that reading them all once serves all
 */
record Frame(Zoned scope, boolean visitors, boolean timed, boolean summed, Sources sources) {

    static Frame of(Condition root, Zoned scope, boolean visitors, boolean timed, Sources sources) {
        return new Frame(scope, visitors, timed, sums(root) > 1, sources);
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
                ? Fit.certain(facts.get().exists())
                : Fit.of(SqlFragment.of(sources.found(key(key), facts)));
    }

    boolean mayBeSemiJoin(boolean required) {
        return required && sources.layout() == Layout.GROUPED;
    }

    /** What is known of people without facts of an aggregate, unless a bound that goes back brings facts that it does not have. */
    Leaf.@Nullable Without without(boolean outcome, Aggregate facts, Window window) {
        return sources.layout() == Layout.GROUPED && window.setBack().isEmpty()
                ? new Leaf.Without(outcome, facts.present())
                : null;
    }
}
