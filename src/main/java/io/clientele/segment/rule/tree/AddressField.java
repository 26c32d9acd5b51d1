package io.clientele.segment.rule.tree;

import static io.clientele.segment.rule.tree.FieldFacts.of;
import static io.clientele.segment.rule.tree.ValueType.ID;
import static io.clientele.segment.rule.tree.ValueType.SELECT;
import static io.clientele.segment.rule.tree.ValueType.TEXT;

import java.util.Optional;

/** Fields of an address, in the address book or of an order. */
public enum AddressField implements RuleField {
    PREFIX(of(TEXT, "The name prefix.")),
    FIRSTNAME(of(TEXT, "The first name.")),
    MIDDLENAME(of(TEXT, "The middle name or initial.")),
    LASTNAME(of(TEXT, "The last name.")),
    SUFFIX(of(TEXT, "The name suffix.")),
    COMPANY(of(TEXT, "The company.")),
    STREET(of(TEXT, "The lines of the street, with a line feed between them.")),
    CITY(of(TEXT, "The city.")),
    COUNTRY_ID(of(SELECT, "The country, by its two-letter code.")
            .from(Choices.COUNTRIES)
            .inText("country")),
    REGION(of(TEXT, "The name of the state or province.")),
    REGION_ID(of(ID, "The state or province, where the country has a list of them.")
            .from(Choices.REGIONS)),
    REGION_CODE(of(TEXT, "The code of the state or province.")),
    POSTCODE(of(TEXT, "The postcode.")),
    TELEPHONE(of(TEXT, "The telephone number.")),
    FAX(of(TEXT, "The fax number.")),
    VAT_ID(of(TEXT, "The VAT number."));

    @SuppressWarnings("ImmutableEnumChecker") // A record of constants.
    private final FieldFacts facts;

    AddressField(FieldFacts facts) {
        this.facts = facts;
    }

    @Override
    public FieldFacts facts() {
        return facts;
    }

    public static Optional<AddressField> named(String name) {
        return RuleField.named(values(), name);
    }
}
