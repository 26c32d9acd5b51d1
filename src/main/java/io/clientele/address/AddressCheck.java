package io.clientele.address;

import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.ValueMerge;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Says whether an address book would take an address, without storing it. */
@ApplicationScoped
public class AddressCheck {

    private final AddressRepository addresses;
    private final AddressRules rules;
    private final ValueMerge attributes;

    @Inject
    AddressCheck(AddressRepository addresses, AddressRules rules, ValueMerge attributes) {
        this.addresses = addresses;
        this.rules = rules;
        this.attributes = attributes;
    }

    /** Whether it has all that a new address of a customer of the website must have, and nothing in it is wrong. */
    public boolean passes(AddressDraft draft, int websiteId) {
        return fault(draft.asNew(), websiteId).isEmpty();
    }

    /** What is wrong with an address: a new one, or the one with the draft's id with the draft put over it. */
    @Transactional
    public Optional<Refusal> fault(AddressDraft draft, int websiteId) {
        AddressEntity row = draft.id() == null ? null : addresses.findById(draft.id());
        if (row == null) {
            row = new AddressEntity();
            row.websiteId = websiteId;
        } else {
            // What is put over it must never be written.
            addresses.getEntityManager().detach(row);
        }
        try {
            AddressMerge.apply(draft, row);
            var _ = attributes.into(
                    AttributeOwner.CUSTOMER_ADDRESS, row.attributes, draft.attributes(), row.websiteId, row.id == null);
            rules.check(row);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }
}
