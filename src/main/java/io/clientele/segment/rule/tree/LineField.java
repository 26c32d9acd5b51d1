package io.clientele.segment.rule.tree;

import static io.clientele.segment.rule.tree.FieldFacts.of;
import static io.clientele.segment.rule.tree.ValueType.IDS;
import static io.clientele.segment.rule.tree.ValueType.NUMBER;
import static io.clientele.segment.rule.tree.ValueType.TEXT;

import java.util.Optional;

/** Fields of a line of an order. */
public enum LineField implements RuleField {
    SKU(of(TEXT, "The SKU of the line.")),
    NAME(of(TEXT, "The name that the line had when it was ordered.")),
    TYPE_ID(of(TEXT, "The kind of the product, such as simple or configurable.").inText("type")),
    CATEGORY_ID(of(IDS, "The categories that were reported with the line.").inText("category")),
    QTY(of(NUMBER, "The quantity of the line.")),
    UNIT_PRICE(of(NUMBER, "The price of one piece, in the order's currency.")),
    ROW_TOTAL(of(NUMBER, "The total of the line, in the order's currency."));

    @SuppressWarnings("ImmutableEnumChecker") // A record of constants.
    private final FieldFacts facts;

    LineField(FieldFacts facts) {
        this.facts = facts;
    }

    @Override
    public FieldFacts facts() {
        return facts;
    }

    public static Optional<LineField> named(String name) {
        return RuleField.named(values(), name);
    }
}
