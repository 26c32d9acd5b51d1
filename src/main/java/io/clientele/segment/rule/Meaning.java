package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Choices;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.RuleField;
import io.clientele.segment.rule.tree.ValueType;
import java.util.List;

/**
 * What a name in a rule was found to mean.
 *
 * @param shown the name, for refusals
 * @param options what an attribute's value can be; empty when it is whatever is sent
 */
record Meaning(Condition.Field field, String shown, ValueType type, Choices choices, List<RuleOption> options) {

    static Meaning of(RuleField field) {
        return new Meaning(
                new Condition.Field(field.word(), false),
                field.word(),
                field.type(),
                field.facts().choices(),
                List.of());
    }

    static Meaning of(Known.KnownAttribute attribute) {
        return new Meaning(
                new Condition.Field(attribute.code(), true),
                Subject.ATTRIBUTE + attribute.code(),
                attribute.type(),
                Choices.OPTIONS,
                attribute.options());
    }

    /** An attribute that the shop reported of a product. */
    static Meaning ofProduct(String code) {
        return of(new Known.KnownAttribute(code, code, ValueType.ANY, List.of(), true));
    }

    /** A number that is counted or summed up. */
    static Meaning measure(String shown) {
        return new Meaning(new Condition.Field(shown, false), shown, ValueType.MEASURE, Choices.FREE, List.of());
    }
}
