package io.clientele.customer.graphql;

import io.clientele.customer.graphql.OwnAddressService.Named;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Version;
import io.clientele.shared.idempotency.Idempotent;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The signed-in customer's address book over GraphQL. */
@GraphQLApi
public class CustomerAddressGraphQL {

    private final OwnAddressService addresses;
    private final CurrentCaller caller;
    private final ExpectedVersion expected;

    @Inject
    CustomerAddressGraphQL(OwnAddressService addresses, CurrentCaller caller, ExpectedVersion expected) {
        this.addresses = addresses;
        this.caller = caller;
        this.expected = expected;
    }

    @Mutation
    @Idempotent
    public AddressNode createCustomerAddress(AddressInput input) {
        long customer = caller.customerId();
        if (input.isEmpty()) {
            throw GraphQLRefusals.inputShouldBeSpecified();
        }
        return AddressNode.of(addresses.add(customer, input.draft()));
    }

    @Mutation
    public AddressNode updateCustomerAddress(int id, @Nullable AddressInput input, @Nullable String version) {
        expected.demandIfGiven(version);
        return change(new Named(id, false), input);
    }

    @Mutation
    public AddressNode updateCustomerAddressV2(String uid, @Nullable AddressInput input, @Nullable String version) {
        expected.demandIfGiven(version);
        return change(new Named(Uid.read(uid), true), input);
    }

    @Mutation
    public Boolean deleteCustomerAddress(int id, @Nullable String version) {
        expected.demandIfGiven(version);
        addresses.delete(caller.customerId(), new Named(id, false));
        return true;
    }

    @Mutation
    public Boolean deleteCustomerAddressV2(String uid, @Nullable String version) {
        expected.demandIfGiven(version);
        addresses.delete(caller.customerId(), new Named(Uid.read(uid), true));
        return true;
    }

    /** What a mutation may name to change the address only as it is here. */
    public List<String> version(@Source List<AddressNode> addresses) {
        return addresses.stream().map(node -> Version.of(node.address())).toList();
    }

    private AddressNode change(Named named, @Nullable AddressInput input) {
        long customer = caller.customerId();
        if (input == null || input.isEmpty()) {
            throw GraphQLRefusals.inputMustBeSpecified();
        }
        return AddressNode.of(addresses.change(customer, named, input.draft()));
    }
}
