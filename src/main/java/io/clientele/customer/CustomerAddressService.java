package io.clientele.customer;

import io.clientele.address.Address;
import io.clientele.address.AddressDraft;
import io.clientele.address.AddressService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Writes single addresses of any customer the caller may see, as administrators do. */
@ApplicationScoped
public class CustomerAddressService {

    private final CustomerService customers;
    private final AddressService addresses;

    @Inject
    CustomerAddressService(CustomerService customers, AddressService addresses) {
        this.customers = customers;
        this.addresses = addresses;
    }

    /** @throws io.clientele.shared.Refusal when there is no such customer for the caller, or a part is missing or wrong */
    @Transactional
    public Address add(long customerId, AddressDraft draft) {
        return addresses.add(customerId, customers.get(customerId).websiteId(), draft);
    }

    /** @throws io.clientele.shared.Refusal when there is no such address for the caller, or a part is wrong */
    @Transactional
    public Address change(long addressId, AddressDraft draft) {
        long customerId = addresses.get(addressId).customerId();
        return addresses.change(customerId, customers.get(customerId).websiteId(), addressId, draft);
    }

    /** @throws io.clientele.shared.Refusal when there is no such address for the caller */
    public void delete(long addressId) {
        addresses.delete(addressId);
    }
}
