package io.clientele.address;

import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.ValueMerge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Makes a row what it is to be stored as. */
@ApplicationScoped
class AddressPreparation {

    private final AddressRules rules;
    private final ValueMerge attributes;
    private final Clock clock;

    @Inject
    AddressPreparation(AddressRules rules, ValueMerge attributes, Clock clock) {
        this.rules = rules;
        this.attributes = attributes;
        this.clock = clock;
    }

    /**
     * Puts the draft over the row, but for defaults that it wants.
     *
     * @throws io.clientele.shared.Refusal naming every part that is missing or wrong
     */
    void apply(AddressEntity row, long customerId, int websiteId, AddressDraft draft) {
        row.customerId = customerId;
        row.websiteId = websiteId;
        row.defaultBilling = row.defaultBilling && !Boolean.FALSE.equals(draft.defaultBilling());
        row.defaultShipping = row.defaultShipping && !Boolean.FALSE.equals(draft.defaultShipping());
        AddressMerge.apply(draft, row);
        row.attributes = attributes.into(
                AttributeOwner.CUSTOMER_ADDRESS, row.attributes, draft.attributes(), websiteId, row.id == null);
        rules.check(row);
        Instant now = clock.instant();
        row.createdAt = row.id == null ? now : row.createdAt;
        row.updatedAt = now;
    }
}
