package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Condition.Aggregator;
import io.clientele.segment.rule.tree.Condition.Test;
import io.clientele.segment.rule.tree.Condition.Tests;
import io.clientele.segment.rule.tree.ConditionKind;
import io.clientele.segment.rule.tree.Operator;
import java.util.List;

/** Reads what is tested of a thing. */
final class TestsReader {

    private final Reading reading;
    private final String type;
    private final int depth;

    /**
     * @param type of the condition whose tests they are
     * @param depth at which they stand
     */
    TestsReader(Reading reading, String type, int depth) {
        this.reading = reading;
        this.type = type;
        this.depth = depth;
    }

    /** @param value the property that says what the tests must come to */
    Tests tests(SentObject object, Subject subject, String value) {
        Aggregator aggregator = object.constant(RuleReader.AGGREGATOR, Aggregator.class, Aggregator.ALL);
        boolean must = object.flag(value, true);
        List<Test> tests = object.items(RuleReader.CONDITIONS).stream()
                .map(each -> test(each, subject))
                .toList();
        return tests.isEmpty() ? Tests.NONE : new Tests(aggregator, must, tests);
    }

    private Test test(Sent sent, Subject subject) {
        reading.enter(sent.place(), depth);
        SentObject object = SentObject.of(sent);
        String name = object.text(RuleReader.TYPE);
        Place place = object.place(RuleReader.TYPE);
        if (ConditionKind.named(name).isPresent()) {
            throw RuleRefusals.nestedTests(place);
        }
        Meaning field = subject.meaning(name, place, reading.known())
                .orElseThrow(() -> RuleRefusals.unknownField(place, name, type));
        Operator operator = OperandReader.operator(object.required(RuleReader.OPERATOR), field);
        Test test = new Test(
                field.field(),
                operator,
                reading.operands().operand(operator, object.find(RuleReader.VALUE), field, object.place()));
        object.done(name);
        return test;
    }
}
