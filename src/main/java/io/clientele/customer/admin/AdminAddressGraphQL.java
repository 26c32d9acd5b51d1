package io.clientele.customer.admin;

import io.clientele.customer.CustomerAddressService;
import io.clientele.customer.admin.AdminCustomerInputs.BookEntry;
import io.clientele.customer.graphql.AddressNode;
import io.clientele.shared.Acl;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.idempotency.Idempotent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Single addresses for administrators and integrations. */
@GraphQLApi
public class AdminAddressGraphQL {

    private final CustomerAddressService addresses;
    private final ExpectedVersion expected;

    @Inject
    AdminAddressGraphQL(CustomerAddressService addresses, ExpectedVersion expected) {
        this.addresses = addresses;
        this.expected = expected;
    }

    @Mutation
    @Idempotent
    @Acl("Magento_Customer::manage")
    public @NonNull AddressNode adminCreateCustomerAddress(@Id @NonNull String customerId, @NonNull BookEntry input) {
        long customer = AdminCustomerInputs.number("customerId", customerId);
        return AddressNode.of(addresses.add(customer, input.entry().asNew()));
    }

    @Mutation
    @Acl("Magento_Customer::manage")
    public @NonNull AddressNode adminUpdateCustomerAddress(
            @Id @NonNull String id, @NonNull BookEntry input, @Nullable String version) {
        expected.demandIfGiven(version);
        return AddressNode.of(addresses.change(AdminCustomerInputs.number("id", id), input.entry()));
    }

    @Mutation
    @Acl("Magento_Customer::manage")
    public @NonNull Boolean adminDeleteCustomerAddress(@Id @NonNull String id, @Nullable String version) {
        expected.demandIfGiven(version);
        addresses.delete(AdminCustomerInputs.number("id", id));
        return true;
    }
}
