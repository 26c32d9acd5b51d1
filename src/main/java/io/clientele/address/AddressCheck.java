package io.clientele.address;

import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.ValueMerge;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Says whether an address book would take an address, without storing it. */
@ApplicationScoped
public class AddressCheck {

    private final AddressRules rules;
    private final ValueMerge attributes;

    @Inject
    AddressCheck(AddressRules rules, ValueMerge attributes) {
        this.rules = rules;
        this.attributes = attributes;
    }

    /** Whether it has all that a new address of a customer of the website must have, and nothing in it is wrong. */
    public boolean passes(AddressDraft draft, int websiteId) {
        AddressEntity row = new AddressEntity();
        row.websiteId = websiteId;
        try {
            AddressMerge.apply(draft, row);
            attributes.into(AttributeOwner.CUSTOMER_ADDRESS, row.attributes, draft.attributes(), websiteId, true);
            rules.check(row);
            return true;
        } catch (Refusal incomplete) {
            return false;
        }
    }
}
