package io.clientele.grid;

import io.clientele.address.Address;
import io.clientele.address.AddressDraft;
import io.clientele.customer.Customer;
import io.clientele.customer.CustomerAddressService;
import io.clientele.customer.CustomerDraft;
import io.clientele.customer.CustomerService;
import io.clientele.customer.ProfileService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Changes a customer from its row in the grid: all of it or nothing. */
@ApplicationScoped
public class GridRowService {

    private final CustomerService customers;
    private final ProfileService profiles;
    private final CustomerAddressService addresses;

    @Inject
    GridRowService(CustomerService customers, ProfileService profiles, CustomerAddressService addresses) {
        this.customers = customers;
        this.profiles = profiles;
        this.addresses = addresses;
    }

    /**
     * Changes what the row supplies.
     *
     * @throws io.clientele.shared.Refusal when there is no such customer for the caller, something is wrong or taken, or
     *     a part of the default billing address is to change and there is none
     */
    @Transactional
    public Customer change(long customerId, GridRowDraft row) {
        profiles.change(customerId, draft(row));
        if (row.speaksOfBilling()) {
            Address billing = customers.get(customerId).defaultBillingAddress();
            if (billing == null) {
                throw GridRefusals.noBillingAddress();
            }
            addresses.change(billing.id(), AddressDraft.ofContact(row.billingTelephone(), row.billingPostcode()));
        }
        return customers.get(customerId);
    }

    private static CustomerDraft draft(GridRowDraft row) {
        return new CustomerDraft(
                new CustomerDraft.Placement(row.websiteId(), null, row.groupId(), null, null, null, null),
                new CustomerDraft.Person(row.email(), null, null, null, null, null, null, row.gender(), row.taxvat()),
                CustomerDraft.Book.UNCHANGED,
                Map.of(),
                row.attributes());
    }
}
