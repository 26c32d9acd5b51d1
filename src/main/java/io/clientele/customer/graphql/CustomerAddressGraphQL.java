package io.clientele.customer.graphql;

import io.clientele.customer.graphql.OwnAddressService.Named;
import io.clientele.shared.CurrentCaller;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.jspecify.annotations.Nullable;

/** The signed-in customer's address book over GraphQL. */
@GraphQLApi
public class CustomerAddressGraphQL {

    private final OwnAddressService addresses;
    private final CurrentCaller caller;

    @Inject
    CustomerAddressGraphQL(OwnAddressService addresses, CurrentCaller caller) {
        this.addresses = addresses;
        this.caller = caller;
    }

    @Mutation
    public AddressNode createCustomerAddress(AddressInput input) {
        long customer = caller.customerId();
        if (input.isEmpty()) {
            throw GraphQLRefusals.inputShouldBeSpecified();
        }
        return AddressNode.of(addresses.add(customer, input.draft()));
    }

    @Mutation
    public AddressNode updateCustomerAddress(int id, @Nullable AddressInput input) {
        return change(new Named(id, false), input);
    }

    @Mutation
    public AddressNode updateCustomerAddressV2(String uid, @Nullable AddressInput input) {
        return change(new Named(Uid.read(uid), true), input);
    }

    @Mutation
    public Boolean deleteCustomerAddress(int id) {
        addresses.delete(caller.customerId(), new Named(id, false));
        return true;
    }

    @Mutation
    public Boolean deleteCustomerAddressV2(String uid) {
        addresses.delete(caller.customerId(), new Named(Uid.read(uid), true));
        return true;
    }

    private AddressNode change(Named named, @Nullable AddressInput input) {
        long customer = caller.customerId();
        if (input == null || input.isEmpty()) {
            throw GraphQLRefusals.inputMustBeSpecified();
        }
        return AddressNode.of(addresses.change(customer, named, input.draft()));
    }
}
