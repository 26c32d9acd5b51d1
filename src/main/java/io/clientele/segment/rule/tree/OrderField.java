package io.clientele.segment.rule.tree;

import static io.clientele.segment.rule.tree.FieldFacts.of;
import static io.clientele.segment.rule.tree.ValueType.DATE;
import static io.clientele.segment.rule.tree.ValueType.ID;
import static io.clientele.segment.rule.tree.ValueType.NUMBER;
import static io.clientele.segment.rule.tree.ValueType.SELECT;
import static io.clientele.segment.rule.tree.ValueType.TEXT;
import static io.clientele.segment.rule.tree.ValueType.YES_NO;

import java.util.Optional;

/** Fields of an order. */
public enum OrderField implements RuleField {
    GRAND_TOTAL(of(NUMBER, "The grand total, in the order's currency.")),
    BASE_TOTAL(of(NUMBER, "The grand total minus refunds, in the website's base currency.")),
    SUBTOTAL(of(NUMBER, "The subtotal, in the order's currency.")),
    TAX(of(NUMBER, "The tax, in the order's currency.")),
    SHIPPING(of(NUMBER, "The cost of shipping, in the order's currency.")),
    DISCOUNT(of(NUMBER, "The discount as it was reported, in the order's currency.")),
    REFUNDED(of(NUMBER, "What was refunded, in the order's currency.")),
    TOTAL_QTY(of(NUMBER, "The quantity of all its lines.")),
    STATUS(of(SELECT, "The status, as it was reported.")),
    CURRENCY(of(SELECT, "The currency, by its three-letter code.")),
    COUPON_CODE(of(TEXT, "The coupon code.").inText("coupon")),
    COUNTRY_ID(of(SELECT, "The country of the shipping address, or of the billing address where there is none.")
            .from(Choices.COUNTRIES)
            .inText("country")),
    WEBSITE_ID(of(ID, "The website.").from(Choices.WEBSITES).inText("website")),
    PLACED_AT(of(DATE, "The day on which it was placed, in the website's time zone.")),
    IS_CANCELLED(of(YES_NO, "Whether it was cancelled."));

    @SuppressWarnings("ImmutableEnumChecker") // A record of constants.
    private final FieldFacts facts;

    OrderField(FieldFacts facts) {
        this.facts = facts;
    }

    @Override
    public FieldFacts facts() {
        return facts;
    }

    public static Optional<OrderField> named(String name) {
        return RuleField.named(values(), name);
    }
}
