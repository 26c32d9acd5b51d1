package io.clientele.segment.rule.tree;

/**
 * What is known of a field.
 *
 * @param shorter its name in the text form; empty when it is that of JSON
 * @param sentence what it means, for whoever writes a rule
 */
public record FieldFacts(ValueType type, Choices choices, String shorter, String sentence) {

    static FieldFacts of(ValueType type, String sentence) {
        return new FieldFacts(type, Choices.FREE, "", sentence);
    }

    FieldFacts from(Choices source) {
        return new FieldFacts(type, source, shorter, sentence);
    }

    FieldFacts inText(String name) {
        return new FieldFacts(type, choices, name, sentence);
    }
}
