package io.clientele.customer.admin;

import io.clientele.customer.CustomerAddressService;
import io.clientele.customer.admin.AdminCustomerInputs.BookEntry;
import io.clientele.customer.graphql.AddressNode;
import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** Single addresses for administrators and integrations. */
@GraphQLApi
public class AdminAddressGraphQL {

    private final CustomerAddressService addresses;

    @Inject
    AdminAddressGraphQL(CustomerAddressService addresses) {
        this.addresses = addresses;
    }

    @Mutation
    @Acl("Magento_Customer::manage")
    public @NonNull AddressNode adminCreateCustomerAddress(@Id @NonNull String customerId, @NonNull BookEntry input) {
        long customer = AdminCustomerInputs.number("customerId", customerId);
        return AddressNode.of(addresses.add(customer, input.entry().asNew()));
    }

    @Mutation
    @Acl("Magento_Customer::manage")
    public @NonNull AddressNode adminUpdateCustomerAddress(@Id @NonNull String id, @NonNull BookEntry input) {
        return AddressNode.of(addresses.change(AdminCustomerInputs.number("id", id), input.entry()));
    }

    @Mutation
    @Acl("Magento_Customer::manage")
    public @NonNull Boolean adminDeleteCustomerAddress(@Id @NonNull String id) {
        addresses.delete(AdminCustomerInputs.number("id", id));
        return true;
    }
}
