package io.clientele.customer;

import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.ValueMerge;
import io.clientele.group.Groups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** Makes a row what it is to be stored as. */
@ApplicationScoped
class CustomerPreparation {

    private final CustomerRules rules;
    private final DemandedParts demanded;
    private final ValueMerge attributes;
    private final Groups groups;
    private final Clock clock;

    @Inject
    CustomerPreparation(
            CustomerRules rules, DemandedParts demanded, ValueMerge attributes, Groups groups, Clock clock) {
        this.rules = rules;
        this.demanded = demanded;
        this.attributes = attributes;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * Puts the draft over the row.
     *
     * @throws io.clientele.shared.Refusal when something is missing or wrong
     */
    void apply(CustomerEntity row, CustomerDraft draft) {
        Map<String, Boolean> had = DemandedParts.of(row);
        CustomerMerge.apply(draft, row);
        if (groups.find(row.groupId).isEmpty()) {
            throw CustomerRefusals.noSuchGroup();
        }
        rules.check(row);
        demanded.check(row, had);
        row.attributes = attributes.into(
                AttributeOwner.CUSTOMER, row.attributes, draft.attributes(), row.websiteId, row.id == null);
        row.accountScope = row.websiteId;
        row.updatedAt = clock.instant();
    }
}
