package io.clientele.customer.graphql;

import io.clientele.address.Address;
import io.clientele.address.AddressDraft;
import io.clientele.address.AddressService;
import io.clientele.customer.CustomerService;
import io.clientele.customer.VatPreparation;
import io.clientele.shared.Refusal;
import io.clientele.store.directory.Countries;
import io.clientele.store.directory.Region;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What customers do with their own address book over GraphQL, with the checks that only this edge asks for. */
@ApplicationScoped
class OwnAddressService {

    private final AddressService addresses;
    private final CustomerService customers;
    private final Countries countries;
    private final VatPreparation vat;

    @Inject
    OwnAddressService(AddressService addresses, CustomerService customers, Countries countries, VatPreparation vat) {
        this.addresses = addresses;
        this.customers = customers;
        this.countries = countries;
        this.vat = vat;
    }

    /** How an address was named, for the refusals: by its number or by its uid. */
    record Named(long id, boolean byUid) {

        Refusal missing() {
            return byUid ? GraphQLRefusals.noAddressByUid() : GraphQLRefusals.noAddress(id);
        }

        Refusal foreign() {
            return byUid ? GraphQLRefusals.foreignAddressByUid() : GraphQLRefusals.foreignAddress(id);
        }

        Refusal isDefault(String kind) {
            return GraphQLRefusals.defaultAddress(byUid ? "with the specified ID" : id, kind);
        }
    }

    Address add(long customerId, AddressDraft draft) {
        region(draft, draft.countryId());
        int websiteId = customers.get(customerId).websiteId();
        vat.writing(customerId, null, draft);
        return addresses.add(customerId, websiteId, draft);
    }

    /** Changes what is supplied of one of the customer's own addresses. */
    Address change(long customerId, Named named, AddressDraft draft) {
        Address address = own(customerId, named);
        boolean speaksOfRegion = draft.countryId() != null
                || draft.regionId() != null
                || draft.regionCode() != null
                || draft.region() != null;
        if (speaksOfRegion) {
            region(draft, draft.countryId() == null ? address.countryId() : draft.countryId());
        }
        int websiteId = customers.get(customerId).websiteId();
        vat.writing(customerId, address.id(), draft);
        return addresses.change(customerId, websiteId, address.id(), draft);
    }

    /** Deletes one of the customer's own addresses, unless it is a default one. */
    @Transactional
    void delete(long customerId, Named named) {
        addresses.hold(customerId);
        Address address = own(customerId, named);
        if (address.defaultBilling()) {
            throw named.isDefault("billing");
        }
        if (address.defaultShipping()) {
            throw named.isDefault("shipping");
        }
        addresses.delete(address.id());
    }

    private Address own(long customerId, Named named) {
        Address address = addresses.find(named.id()).orElseThrow(named::missing);
        if (address.customerId() != customerId) {
            throw named.foreign();
        }
        return address;
    }

    private void region(AddressDraft draft, @Nullable String country) {
        if (country == null || !countries.hasRegions(country)) {
            return;
        }
        Integer id = draft.regionId();
        if (id == null || id == 0) {
            named(draft, country);
            return;
        }
        Region region = countries
                .region(id)
                .filter(found -> found.countryId().equals(country))
                .orElseThrow(GraphQLRefusals::regionMismatch);
        String code = draft.regionCode();
        if (code != null && !code.isBlank() && !code.equalsIgnoreCase(region.code())) {
            throw GraphQLRefusals.regionMismatch();
        }
    }

    /** Without an id the code or the name must say which region of the list it is, where one is needed. */
    private void named(AddressDraft draft, String country) {
        String code = draft.regionCode() == null ? "" : draft.regionCode();
        String name = draft.region() == null ? "" : draft.region();
        Optional<Region> found =
                code.isBlank() ? countries.regionByName(country, name) : countries.regionByCode(country, code);
        if (found.isPresent()) {
            return;
        }
        if (countries.regionRequired(country)) {
            throw GraphQLRefusals.regionNeeded();
        }
        if (!code.isBlank()) {
            throw GraphQLRefusals.regionUnknown();
        }
    }
}
