package io.clientele.customer;

import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.ValueMerge;
import io.clientele.group.Groups;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what stands against storing accounts, without storing them. */
@ApplicationScoped
public class CustomerCheck {

    private final CustomerRepository customers;
    private final Groups groups;
    private final CustomerRules rules;
    private final DemandedParts demanded;
    private final ValueMerge attributes;

    @Inject
    CustomerCheck(
            CustomerRepository customers,
            Groups groups,
            CustomerRules rules,
            DemandedParts demanded,
            ValueMerge attributes) {
        this.customers = customers;
        this.groups = groups;
        this.rules = rules;
        this.demanded = demanded;
        this.attributes = attributes;
    }

    /**
     * What is wrong with the draft itself; its addresses and whether its e-mail address is taken are not looked at.
     *
     * @param id the account it would change; null for a new one
     * @param websiteId the website of the account
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Refusal> fault(@Nullable Long id, int websiteId, CustomerDraft draft) {
        CustomerEntity row = id == null ? null : customers.findById(id);
        if (row == null) {
            row = new CustomerEntity();
            row.websiteId = websiteId;
        } else {
            // What is put over it must never be written.
            customers.getEntityManager().detach(row);
        }
        try {
            Map<String, Boolean> had = DemandedParts.of(row);
            CustomerMerge.apply(draft, row);
            Integer group = draft.placement().groupId();
            if (group != null && groups.find(group).isEmpty()) {
                return Optional.of(CustomerRefusals.noSuchGroup());
            }
            rules.check(row);
            demanded.check(row, had);
            var _ = attributes.into(
                    AttributeOwner.CUSTOMER, row.attributes, draft.attributes(), row.websiteId, row.id == null);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }
}
