package io.clientele.segment.rule.tree;

import static io.clientele.segment.rule.tree.FieldFacts.of;
import static io.clientele.segment.rule.tree.ValueType.ID;
import static io.clientele.segment.rule.tree.ValueType.IDS;
import static io.clientele.segment.rule.tree.ValueType.NUMBER;
import static io.clientele.segment.rule.tree.ValueType.TEXT;

import java.util.Optional;

/** Fields of a product, wherever it is listed. Products are known by their SKUs; what was not said of one is empty. */
public enum ProductField implements RuleField {
    SKU(of(TEXT, "The SKU.")),
    NAME(of(TEXT, "The name of the product.")),
    TYPE_ID(of(TEXT, "The kind of product, such as simple or configurable.").inText("type")),
    ATTRIBUTE_SET_ID(of(ID, "The set of attributes of the product.").inText("attribute_set")),
    CATEGORY_ID(of(IDS, "The categories of the product.").inText("category")),
    PRICE(of(NUMBER, "The base price in the website, in its base currency."));

    @SuppressWarnings("ImmutableEnumChecker") // A record of constants.
    private final FieldFacts facts;

    ProductField(FieldFacts facts) {
        this.facts = facts;
    }

    @Override
    public FieldFacts facts() {
        return facts;
    }

    public static Optional<ProductField> named(String name) {
        return RuleField.named(values(), name);
    }
}
