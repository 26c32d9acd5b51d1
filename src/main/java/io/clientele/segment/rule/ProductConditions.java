package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.CartMeasure;
import io.clientele.segment.rule.tree.Condition.HistoryKind;
import io.clientele.segment.rule.tree.Condition.ListKind;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.Words;

/** Reads conditions on carts, wish lists, and on products that were viewed or ordered. */
final class ProductConditions {

    static final String MEASURE = "measure";
    static final String LIST = "list";
    static final String EVENT = "event";
    static final String FOUND = "found";

    private ProductConditions() {}

    static Condition cart(SentObject object, Reading reading) {
        CartMeasure measure = object.constant(MEASURE, CartMeasure.class, null);
        Meaning field = Meaning.measure("cart." + Words.of(measure));
        Operator operator = OperandReader.operator(object.required(RuleReader.OPERATOR), field);
        return new Condition.Cart(
                measure,
                operator,
                reading.operands().operand(operator, object.find(RuleReader.VALUE), field, object.place()));
    }

    static Condition list(SentObject object, TestsReader tests) {
        return new Condition.ProductList(
                object.constant(LIST, ListKind.class, null),
                object.flag(FOUND, true),
                tests.tests(object, Subject.PRODUCT, RuleReader.VALUE));
    }

    static Condition history(SentObject object, TestsReader tests) {
        return new Condition.ProductHistory(
                object.constant(EVENT, HistoryKind.class, null),
                object.flag(FOUND, true),
                PeriodReader.period(object.find(PeriodReader.PERIOD)),
                tests.tests(object, Subject.PRODUCT, RuleReader.VALUE));
    }
}
