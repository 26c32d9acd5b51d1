package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition.Operand;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.shared.Fold;
import io.clientele.shared.search.TextParts;
import io.clientele.shared.sql.SqlFragment;
import java.util.List;

/** Compares texts: without regard to case, or exactly. Greater and less go by the order of code points. */
final class TextComparison {

    private TextComparison() {}

    static SqlFragment folded(SqlFragment value, Operator operator, Operand operand) {
        return switch (operator) {
            case CONTAINS -> like(value, "%" + TextParts.literal(Fold.key(text(operand))) + "%");
            case STARTS_WITH -> like(value, TextParts.literal(Fold.key(text(operand))) + "%");
            case IS_ONE_OF -> {
                String[] keys = list(operand).stream().map(Fold::key).toArray(String[]::new);
                yield value.then("= any (?)", (Object) keys);
            }
            case IS -> value.then("= ?", Fold.key(text(operand)));
            default ->
                SqlFragment.of("(")
                        .then(value)
                        .then(") collate \"C\" " + Comparison.sign(operator) + " ?", Fold.key(text(operand)));
        };
    }

    static SqlFragment exact(SqlFragment value, Operator operator, Operand operand) {
        return operator == Operator.IS_ONE_OF
                ? value.then("= any (?)", (Object) texts(operand))
                : value.then("= ?", text(operand));
    }

    private static SqlFragment like(SqlFragment value, String pattern) {
        return value.then("like ?", pattern);
    }

    static String text(Operand operand) {
        return ((Operand.Text) operand).text();
    }

    static String[] texts(Operand operand) {
        return list(operand).toArray(String[]::new);
    }

    private static List<String> list(Operand operand) {
        return operand instanceof Operand.Many many
                ? many.values().stream().map(TextComparison::text).toList()
                : List.of(text(operand));
    }
}
