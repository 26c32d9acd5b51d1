package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.Aggregator;
import io.clientele.segment.rule.tree.ConditionKind;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.Rule;
import java.util.List;

/** Makes the tree of what was sent, and refuses what is none, at its place. */
final class RuleReader {

    static final String TYPE = "type";
    static final String OPERATOR = "operator";
    static final String VALUE = "value";
    static final String AGGREGATOR = "aggregator";
    static final String CONDITIONS = "conditions";

    private final Reading reading;

    private RuleReader(Reading reading) {
        this.reading = reading;
    }

    static Rule read(Sent sent, Known known, ApplyTo applyTo) {
        return new Rule(new RuleReader(new Reading(known, applyTo)).condition(sent, 1));
    }

    private Condition condition(Sent sent, int depth) {
        reading.enter(sent.place(), depth);
        SentObject object = SentObject.of(sent);
        String type = object.text(TYPE);
        Condition condition = ConditionKind.named(type)
                .map(kind -> ofKind(kind, object, depth))
                .orElseGet(() -> profile(type, object));
        object.done(type);
        return reading.offered(condition, object.place(TYPE), type);
    }

    private Condition ofKind(ConditionKind kind, SentObject object, int depth) {
        TestsReader tests = new TestsReader(reading, kind.word(), depth + 1);
        return switch (kind) {
            case COMBINE -> combine(object, depth);
            case ADDRESS -> CustomerConditions.address(object, tests);
            case SEGMENT -> CustomerConditions.segment(object, reading);
            case CART -> ProductConditions.cart(object, reading);
            case PRODUCT_LIST -> ProductConditions.list(object, tests);
            case PRODUCT_HISTORY -> ProductConditions.history(object, tests);
            case ORDERS -> OrderConditions.orders(object, tests, reading);
            case ORDER_ADDRESS -> OrderConditions.address(object, tests);
            case ORDER_DATE -> OrderConditions.date(object);
            case RANK -> OrderConditions.rank(object);
        };
    }

    private Condition combine(SentObject object, int depth) {
        Aggregator aggregator = object.constant(AGGREGATOR, Aggregator.class, Aggregator.ALL);
        boolean value = object.flag(VALUE, true);
        List<Condition> conditions = SentValue.items(object.required(CONDITIONS)).stream()
                .map(each -> condition(each, depth + 1))
                .toList();
        if (conditions.isEmpty() && aggregator == Aggregator.ANY) {
            throw RuleRefusals.emptyAny(object.place(CONDITIONS));
        }
        return new Condition.Combine(aggregator, value, conditions);
    }

    private Condition profile(String type, SentObject object) {
        Meaning field = Subject.CUSTOMER
                .meaning(type, object.place(TYPE), reading.known())
                .orElseThrow(() -> RuleRefusals.unknownCondition(object.place(TYPE), type));
        Operator operator = OperandReader.operator(object.required(OPERATOR), field);
        return new Condition.Profile(
                field.field(),
                operator,
                reading.operands().operand(operator, object.find(VALUE), field, object.place()));
    }
}
