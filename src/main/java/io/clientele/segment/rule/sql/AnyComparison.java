package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition.Operand;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.shared.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what a shop said of a product. The operand's type decides: a number compares with numbers and with texts that
 * are one, a text with texts, yes or no with yes or no. Of a list one element that fits is enough.
 */
final class AnyComparison {

    private static final String ELEMENTS =
            "exists (select 1 from jsonb_array_elements(case jsonb_typeof(?) when 'array' then ? else"
                    + " jsonb_build_array(?) end) e where";

    private static final String NUMBER =
            "(case when (e #>> '{}') ~ '^-{0,1}[0-9]{1,30}([.][0-9]{1,20}){0,1}$' then (e #>> '{}')::numeric end)";

    private AnyComparison() {}

    static SqlFragment of(SqlFragment value, Operator operator, Operand operand) {
        List<SqlFragment> any = new ArrayList<>();
        if (operator == Operator.BETWEEN) {
            any.add(element(operator, operand, ((Operand.Many) operand).values().getFirst()));
        } else if (operand instanceof Operand.Many many) {
            many.values().forEach(each -> any.add(element(Operator.IS, each, each)));
        } else {
            any.add(element(operator, operand, operand));
        }
        return spread(value).then(SqlFragment.joined("or", any)).then(")");
    }

    private static SqlFragment spread(SqlFragment value) {
        String[] parts = ELEMENTS.split("\\?", -1);
        return SqlFragment.of(parts[0])
                .then(value)
                .then(parts[1])
                .then(value)
                .then(parts[2])
                .then(value)
                .then(parts[3]);
    }

    private static SqlFragment element(Operator operator, Operand operand, Operand type) {
        return switch (type) {
            case Operand.Decimal number -> Comparison.number(SqlFragment.of(NUMBER), operator, operand);
            case Operand.Flag flag -> SqlFragment.of("e = to_jsonb(?::boolean)", flag.flag());
            default -> TextComparison.folded(SqlFragment.of(Value.folded("(e #>> '{}')")), operator, operand);
        };
    }
}
