package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition.Operand;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.shared.sql.SqlFragment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Compares an expression with what a rule names. The only place that words an operator. */
final class Comparison {

    private Comparison() {}

    /** Whether the value fits; in whose words the operand is depends on the kind of value, which the rule's reader has checked. */
    static Fit of(Value value, Operator operator, Operand operand, Zoned scope) {
        if (operator == Operator.IS_EMPTY) {
            return Fit.certain(empty(value)).in(!(operand instanceof Operand.Flag flag) || flag.flag());
        }
        Operator positive = operator.positive();
        SqlFragment sql = switch (value.kind()) {
            case FOLDED -> TextComparison.folded(value.sql(), positive, operand);
            case EXACT -> TextComparison.exact(value.sql(), positive, operand);
            case NUMBER -> number(value.sql(), positive, operand);
            case DAY -> day(value.sql(), positive, operand);
            case MOMENT -> moment(value.sql(), positive, operand, scope);
            case FLAG -> flag(value.sql(), operand);
            case IDS -> ids(value.sql(), operand);
            case SET -> set(value.sql(), positive, operand);
            case ANY -> AnyComparison.of(value.sql(), positive, operand);
            case NONE -> SqlFragment.of("null::boolean");
        };
        return Fit.of(sql).in(!operator.negates());
    }

    private static SqlFragment empty(Value value) {
        return switch (value.kind()) {
            case FOLDED, EXACT -> SqlFragment.of("coalesce(").then(value.sql()).then(", '') = ''");
            case IDS ->
                SqlFragment.of("coalesce(cardinality(").then(value.sql()).then("), 0) = 0");
            case SET, ANY -> SqlFragment.of("coalesce(").then(value.sql()).then(", 'null') in ('null', '\"\"', '[]')");
            case NUMBER, DAY, MOMENT, FLAG, NONE ->
                SqlFragment.of("(").then(value.sql()).then(") is null");
        };
    }

    static SqlFragment number(SqlFragment value, Operator operator, Operand operand) {
        return switch (operator) {
            case BETWEEN -> {
                List<BigDecimal> ends = Numbers.all(operand);
                yield SqlFragment.of("(")
                        .then(value)
                        .then("between ? and ?)", Numbers.argument(ends.getFirst()), Numbers.argument(ends.getLast()));
            }
            case IS_ONE_OF ->
                Numbers.whole(operand)
                        .map(whole -> value.then("= any (?)", (Object) whole))
                        .orElseGet(() -> value.then("= any (?::numeric[])", (Object) Numbers.texts(operand)));
            default -> value.then(sign(operator) + " ?", Numbers.argument(Numbers.of(operand)));
        };
    }

    /** A sum or count of facts: of none it is 0. */
    static Fit sum(String column, Operator operator, Operand operand) {
        if (operator == Operator.IS_EMPTY) {
            return Fit.certain(SqlFragment.of("false")).in(!(operand instanceof Operand.Flag flag) || flag.flag());
        }
        // Where 0 does not fit, the bare column lets the join leave out who has no facts.
        boolean zeroFits = Numbers.fits(operator.positive(), operand, BigDecimal.ZERO);
        SqlFragment sql = SqlFragment.of(zeroFits ? "coalesce(" + column + ", 0)" : column);
        return Fit.of(number(sql, operator.positive(), operand)).in(!operator.negates());
    }

    /** How the comparison of a sum comes out for who has no facts. */
    static boolean sumOfNone(Operator operator, Operand operand) {
        if (operator == Operator.IS_EMPTY) {
            return operand instanceof Operand.Flag flag && !flag.flag();
        }
        return Numbers.fits(operator.positive(), operand, BigDecimal.ZERO) != operator.negates();
    }

    /**
     * Compares a quotient without dividing.
     *
     * @param divisor positive or null
     */
    static Fit quotient(SqlFragment dividend, SqlFragment divisor, Operator operator, Operand operand) {
        Operator positive = operator.positive();
        SqlFragment sql = switch (positive) {
            case BETWEEN -> {
                List<BigDecimal> ends = Numbers.all(operand);
                yield SqlFragment.joined(
                        "and",
                        List.of(
                                times(dividend, ">=", ends.getFirst(), divisor),
                                times(dividend, "<=", ends.getLast(), divisor)));
            }
            case IS_ONE_OF ->
                SqlFragment.of("exists (select 1 from unnest(?::numeric[]) q where", (Object) Numbers.texts(operand))
                        .then(dividend)
                        .then("= q *")
                        .then(divisor)
                        .then(")");
            default -> times(dividend, sign(positive), Numbers.of(operand), divisor);
        };
        return Fit.of(sql).in(!operator.negates());
    }

    private static SqlFragment times(SqlFragment dividend, String sign, BigDecimal factor, SqlFragment divisor) {
        return dividend.then(sign + " ?::numeric *", factor).then(divisor);
    }

    private static SqlFragment day(SqlFragment value, Operator operator, Operand operand) {
        return operator == Operator.BETWEEN
                ? SqlFragment.of("(").then(value).then("between ?::date and ?::date)", first(operand), last(operand))
                : value.then(sign(operator) + " ?::date", first(operand));
    }

    /** By the moments at which local days begin, so that an index serves and no row is turned into a day. */
    private static SqlFragment moment(SqlFragment value, Operator operator, Operand operand, Zoned scope) {
        SqlFragment from = value.then(">= ?", scope.startOf(first(operand)));
        SqlFragment before = value.then("< ?", scope.startOf(last(operand).plusDays(1)));
        return switch (operator) {
            case GREATER_OR_EQUAL -> from;
            case LESS_OR_EQUAL -> before;
            case GREATER -> value.then(">= ?", scope.startOf(first(operand).plusDays(1)));
            case LESS -> value.then("< ?", scope.startOf(first(operand)));
            default -> SqlFragment.joined("and", List.of(from, before));
        };
    }

    private static LocalDate first(Operand operand) {
        return operand instanceof Operand.Many many
                ? ((Operand.Day) many.values().getFirst()).day()
                : ((Operand.Day) operand).day();
    }

    private static LocalDate last(Operand operand) {
        return operand instanceof Operand.Many many
                ? ((Operand.Day) many.values().getLast()).day()
                : ((Operand.Day) operand).day();
    }

    private static SqlFragment flag(SqlFragment value, Operand operand) {
        return ((Operand.Flag) operand).flag()
                ? value
                : SqlFragment.of("not (").then(value).then(")");
    }

    /** Numbers that no id can be are nobody's. */
    private static SqlFragment ids(SqlFragment value, Operand operand) {
        long[] ids = Numbers.all(operand).stream()
                .filter(each -> each.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
                .mapToLong(BigDecimal::longValue)
                .toArray();
        return value.then("&& ?::integer[]", (Object) ids);
    }

    private static SqlFragment set(SqlFragment value, Operator operator, Operand operand) {
        return operator == Operator.IS_ONE_OF
                ? SqlFragment.of("jsonb_exists_any(").then(value).then(", ?::text[])", (Object)
                        TextComparison.texts(operand))
                : value.then("@> to_jsonb(?::text)", TextComparison.text(operand));
    }

    static String sign(Operator operator) {
        return switch (operator) {
            case IS -> "=";
            case GREATER_OR_EQUAL -> ">=";
            case GREATER -> ">";
            case LESS_OR_EQUAL -> "<=";
            case LESS -> "<";
            default -> throw new IllegalArgumentException("no sign of " + operator);
        };
    }
}
