package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition.Aggregator;
import io.clientele.segment.rule.tree.Condition.Test;
import io.clientele.segment.rule.tree.Condition.Tests;
import io.clientele.shared.sql.SqlFragment;
import java.util.List;
import java.util.function.Function;

/** Tests of one thing, put together. */
final class Outcome {

    private Outcome() {}

    /** Whether all or any of the tests come out. */
    static SqlFragment of(Tests tests, Function<Test, Fit> fit) {
        return of(tests.tests(), tests.aggregator(), tests.value(), fit);
    }

    static SqlFragment of(List<Test> tests, Aggregator aggregator, boolean value, Function<Test, Fit> fit) {
        if (tests.isEmpty()) {
            return SqlFragment.of(aggregator == Aggregator.ALL ? "true" : "false");
        }
        return SqlFragment.joined(
                aggregator == Aggregator.ALL ? "and" : "or",
                tests.stream().map(test -> fit.apply(test).when(value)).toList());
    }
}
