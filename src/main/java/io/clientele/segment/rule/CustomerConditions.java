package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Choices;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.AddressKind;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.ValueType;
import java.util.List;

/** Reads conditions on the address book and on other segments. */
final class CustomerConditions {

    static final String KIND = "kind";
    static final String EXISTS = "exists";

    private static final Meaning SEGMENT =
            new Meaning(new Condition.Field("segment", false), "segment", ValueType.ID, Choices.SEGMENTS, List.of());

    private CustomerConditions() {}

    static Condition address(SentObject object, TestsReader tests) {
        return new Condition.Addresses(
                object.constant(KIND, AddressKind.class, AddressKind.ANY),
                object.flag(EXISTS, true),
                tests.tests(object, Subject.ADDRESS, RuleReader.VALUE));
    }

    static Condition segment(SentObject object, Reading reading) {
        Sent sent = object.required(RuleReader.OPERATOR);
        Operator operator = OperandReader.operator(sent, SEGMENT);
        if (operator != Operator.IS && operator != Operator.IS_NOT) {
            throw RuleRefusals.wrongOperator(
                    sent.place(),
                    operator.word(),
                    SEGMENT.shown(),
                    List.of(Operator.IS.word(), Operator.IS_NOT.word()));
        }
        return new Condition.InSegment(
                SentValue.whole(object.required(RuleReader.VALUE), 1, Integer.MAX_VALUE), operator == Operator.IS);
    }
}
