package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.Aggregator;
import io.clientele.segment.rule.tree.Condition.Test;
import io.clientele.segment.rule.tree.Rule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes rules in one line, with as few parentheses as give the same tree again. */
final class RuleText {

    /** What a product of a list is called. */
    static final String PRODUCT = "product";

    private RuleText() {}

    static String of(Rule rule) {
        return chain(rule.root());
    }

    private static String chain(Condition condition) {
        return condition instanceof Condition.Combine combine
                ? combined(combine.aggregator(), combine.value(), combine.conditions(), RuleText::part)
                : ConditionText.of(condition);
    }

    /** A condition among others: one that is itself a chain needs parentheses. */
    private static String part(Condition condition) {
        String text = chain(condition);
        return condition instanceof Condition.Combine combine
                        && combine.value()
                        && combine.conditions().size() > 1
                ? "(" + text + ")"
                : text;
    }

    static String tests(Condition.Tests tests) {
        return tests.aggregator() == Aggregator.ALL
                        && tests.value()
                        && tests.tests().size() == 1
                ? test(tests.tests().getFirst())
                : combined(tests.aggregator(), tests.value(), tests.tests(), RuleText::test);
    }

    private static String test(Test test) {
        return ConditionText.compared(test.field(), test.operator(), test.operand());
    }

    private static <T> String combined(Aggregator aggregator, boolean value, List<T> parts, Function<T, String> text) {
        boolean all = aggregator == Aggregator.ALL;
        if (value) {
            return parts.size() > 1 ? joined(parts, text, all ? " and " : " or ") : listed(all, parts, text);
        }
        boolean asList = parts.isEmpty() || (parts.size() == 1 && !all);
        return "not " + (asList ? listed(!all, parts, text) : "(" + joined(parts, text, all ? " or " : " and ") + ")");
    }

    private static <T> String listed(boolean all, List<T> parts, Function<T, String> text) {
        return (all ? "all(" : "any(") + joined(parts, text, ", ") + ")";
    }

    private static <T> String joined(List<T> parts, Function<T, String> text, String between) {
        return parts.stream().map(text).collect(Collectors.joining(between));
    }
}
