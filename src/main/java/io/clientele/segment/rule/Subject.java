package io.clientele.segment.rule;

import io.clientele.attribute.AttributeOwner;
import io.clientele.pricing.ProductAttributes;
import io.clientele.segment.rule.tree.AddressField;
import io.clientele.segment.rule.tree.LineField;
import io.clientele.segment.rule.tree.OrderField;
import io.clientele.segment.rule.tree.ProductField;
import io.clientele.segment.rule.tree.ProfileField;
import io.clientele.segment.rule.tree.RuleField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a field is a field of. */
enum Subject {
    CUSTOMER(List.of(ProfileField.values())),
    ADDRESS(List.of(AddressField.values())),
    /** An address that an order has: only the contract's fields. */
    ORDER_ADDRESS(List.of(AddressField.values())),
    PRODUCT(List.of(ProductField.values())),
    /** An order and its lines, with the products in them. */
    ORDER(orderAndLine());

    /** What the names of attributes begin with, so that none is taken for a field. */
    static final String ATTRIBUTE = "attribute.";

    @SuppressWarnings("ImmutableEnumChecker") // A copy that cannot be changed.
    private final List<RuleField> fields;

    Subject(List<? extends RuleField> fields) {
        this.fields = List.copyOf(fields);
    }

    private static List<RuleField> orderAndLine() {
        List<RuleField> fields = new ArrayList<>(List.of(OrderField.values()));
        fields.addAll(List.of(LineField.values()));
        return fields;
    }

    List<RuleField> fields() {
        return fields;
    }

    /** Whether its attributes are whatever the shop said of products. */
    boolean hasProductAttributes() {
        return this == PRODUCT || this == ORDER;
    }

    /** Whose attributes, defined by the merchant, it has. */
    Optional<AttributeOwner> owner() {
        return switch (this) {
            case CUSTOMER -> Optional.of(AttributeOwner.CUSTOMER);
            case ADDRESS -> Optional.of(AttributeOwner.CUSTOMER_ADDRESS);
            default -> Optional.empty();
        };
    }

    /** The field or attribute with the name; empty when there is none of the kind. */
    Optional<Meaning> meaning(String name, Place place, Known known) {
        if (name.startsWith(ATTRIBUTE)) {
            return attribute(name.substring(ATTRIBUTE.length()), place, known);
        }
        return fields.stream()
                .filter(field -> field.word().equals(name) || field.textWord().equals(name))
                .findFirst()
                .map(Meaning::of);
    }

    private Optional<Meaning> attribute(String code, Place place, Known known) {
        if (hasProductAttributes()) {
            if (!ProductAttributes.isCode(code)) {
                throw RuleRefusals.unknownAttribute(place, code);
            }
            return Optional.of(Meaning.ofProduct(code));
        }
        return owner().map(owner -> {
            Known.KnownAttribute found =
                    known.attribute(owner, code).orElseThrow(() -> RuleRefusals.unknownAttribute(place, code));
            if (!found.forSegments()) {
                throw RuleRefusals.attributeNotForSegments(place, code);
            }
            return Meaning.of(found);
        });
    }
}
