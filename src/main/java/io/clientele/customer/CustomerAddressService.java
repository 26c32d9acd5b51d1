package io.clientele.customer;

import io.clientele.address.Address;
import io.clientele.address.AddressDraft;
import io.clientele.address.AddressService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes single addresses of any customer the caller may see, as administrators do. */
@ApplicationScoped
public class CustomerAddressService {

    private final CustomerService customers;
    private final AddressService addresses;
    private final VatPreparation vat;

    @Inject
    CustomerAddressService(CustomerService customers, AddressService addresses, VatPreparation vat) {
        this.customers = customers;
        this.addresses = addresses;
        this.vat = vat;
    }

    /** @throws io.clientele.shared.Refusal when there is no such customer for the caller, or a part is missing or wrong */
    public Address add(long customerId, AddressDraft draft) {
        int websiteId = customers.get(customerId).websiteId();
        vat.writing(customerId, null, draft);
        return addresses.add(customerId, websiteId, draft);
    }

    /** @throws io.clientele.shared.Refusal when there is no such address for the caller, or a part is wrong */
    public Address change(long addressId, AddressDraft draft) {
        long customerId = addresses.get(addressId).customerId();
        int websiteId = customers.get(customerId).websiteId();
        vat.writing(customerId, addressId, draft);
        return addresses.change(customerId, websiteId, addressId, draft);
    }

    /** @throws io.clientele.shared.Refusal when there is no such address for the caller */
    public void delete(long addressId) {
        addresses.delete(addressId);
    }
}
