package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.DateOperator;
import io.clientele.segment.rule.tree.Condition.Operand;
import io.clientele.segment.rule.tree.Condition.OrderAddressKind;
import io.clientele.segment.rule.tree.Condition.OrderMeasure;
import io.clientele.segment.rule.tree.Condition.RankKind;
import io.clientele.segment.rule.tree.Condition.Which;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.Words;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Reads conditions on orders. */
final class OrderConditions {

    static final String STATUS = "status";
    static final String WHICH = "which";

    /** What the tests of an order must come to: {@code value} is the measure's. */
    static final String CONDITIONS_VALUE = "conditions_value";

    /** What measures of ranks begin with. */
    static final String ORDERS = "orders.";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private OrderConditions() {}

    static Condition orders(SentObject object, TestsReader tests, Reading reading) {
        Sent sent = object.required(ProductConditions.MEASURE);
        OrderMeasure measure = SentValue.constant(sent, OrderMeasure.class);
        if (measure == OrderMeasure.RECENCY) {
            throw RuleRefusals.wrongValue(sent.place(), Words.of(measure), "a measure of orders, but of ranks only");
        }
        Meaning field = Meaning.measure(ORDERS + Words.of(measure));
        Operator operator = OperandReader.operator(object.required(RuleReader.OPERATOR), field);
        return new Condition.Orders(
                measure,
                operator,
                reading.operands().operand(operator, object.find(RuleReader.VALUE), field, object.place()),
                PeriodReader.period(object.find(PeriodReader.PERIOD)),
                statuses(object),
                tests.tests(object, Subject.ORDER, CONDITIONS_VALUE));
    }

    static Condition address(SentObject object, TestsReader tests) {
        return new Condition.OrderAddress(
                object.constant(CustomerConditions.KIND, OrderAddressKind.class, OrderAddressKind.ANY),
                object.flag(CustomerConditions.EXISTS, true),
                PeriodReader.period(object.find(PeriodReader.PERIOD)),
                statuses(object),
                tests.tests(object, Subject.ORDER_ADDRESS, RuleReader.VALUE));
    }

    static Condition date(SentObject object) {
        DateOperator operator = object.constant(RuleReader.OPERATOR, DateOperator.class, null);
        Sent value = object.required(RuleReader.VALUE);
        Operand operand = switch (operator) {
            case OLDER_THAN_DAYS, WITHIN_DAYS ->
                new Operand.Decimal(BigDecimal.valueOf(SentValue.whole(value, 0, RuleLimits.DAYS)));
            case BEFORE, AFTER -> new Operand.Day(SentValue.day(value));
        };
        return new Condition.OrderDate(object.constant(WHICH, Which.class, null), operator, operand, statuses(object));
    }

    static Condition rank(SentObject object) {
        Sent sent = object.required(ProductConditions.MEASURE);
        String word = SentValue.text(sent);
        OrderMeasure measure = Words.named(
                        OrderMeasure.class, word.startsWith(ORDERS) ? word.substring(ORDERS.length()) : word)
                .orElseThrow(() -> RuleRefusals.wrongValue(sent.place(), word, "a measure of orders"));
        List<RankKind> kinds = Arrays.stream(RankKind.values())
                .filter(kind -> object.find(Words.of(kind)) != null)
                .toList();
        if (kinds.size() != 1) {
            throw RuleRefusals.wrongRank(object.place());
        }
        RankKind kind = kinds.getFirst();
        return new Condition.Rank(
                measure,
                kind,
                rankValue(kind, object.required(Words.of(kind))),
                PeriodReader.period(object.find(PeriodReader.PERIOD)));
    }

    private static BigDecimal rankValue(RankKind kind, Sent sent) {
        if (kind == RankKind.QUANTILE) {
            return BigDecimal.valueOf(SentValue.whole(sent, 1, 5));
        }
        BigDecimal percent = SentValue.number(sent);
        if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
            throw RuleRefusals.wrongValue(sent.place(), percent.toPlainString(), "a percentage above 0, up to 100");
        }
        return percent;
    }

    private static List<String> statuses(SentObject object) {
        return object.items(STATUS).stream().map(SentValue::text).toList();
    }
}
