package io.clientele.segment.rule.tree;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A field that every installation has. What it is in SQL is for the compiler. */
public sealed interface RuleField permits ProfileField, AddressField, ProductField, LineField, OrderField {

    /** The name of the constant. */
    String name();

    /** The name in JSON, which is that of the contract where it has one. */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    FieldFacts facts();

    /** The name in the text form. JSON understands it too, and the text form the other. */
    default String textWord() {
        return facts().shorter().isEmpty() ? word() : facts().shorter();
    }

    default ValueType type() {
        return facts().type();
    }

    /** The one of them that has the name, in either spelling. */
    static <F extends RuleField> Optional<F> named(F[] fields, String name) {
        return Arrays.stream(fields)
                .filter(field -> field.word().equals(name) || field.textWord().equals(name))
                .findFirst();
    }
}
