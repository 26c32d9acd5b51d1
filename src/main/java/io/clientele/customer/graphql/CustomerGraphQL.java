package io.clientele.customer.graphql;

import io.clientele.customer.CustomerDraft;
import io.clientele.customer.CustomerService;
import io.clientele.customer.CustomerSettings;
import io.clientele.group.GroupNode;
import io.clientele.group.GroupSharing;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Version;
import io.clientele.shared.idempotency.Idempotent;
import io.clientele.store.Settings;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The signed-in customer over GraphQL. */
@GraphQLApi
public class CustomerGraphQL {

    private final CustomerService customers;
    private final OwnAccountService account;
    private final CurrentCaller caller;
    private final Settings settings;
    private final GroupSharing groups;
    private final ExpectedVersion expected;

    @Inject
    CustomerGraphQL(
            CustomerService customers,
            OwnAccountService account,
            CurrentCaller caller,
            Settings settings,
            GroupSharing groups,
            ExpectedVersion expected) {
        this.customers = customers;
        this.account = account;
        this.caller = caller;
        this.settings = settings;
        this.groups = groups;
        this.expected = expected;
    }

    @Query
    public CustomerNode customer() {
        return CustomerNode.of(customers.unlocked(caller.customerId()));
    }

    @Mutation
    @Idempotent
    public CustomerOutput createCustomer(CustomerInputs.Older input) {
        if (input.isEmpty()) {
            throw GraphQLRefusals.inputShouldBeSpecified();
        }
        return CustomerOutput.of(account.register(input.email, input.draft(input.email, null, null), input.password));
    }

    @Mutation
    @Idempotent
    public CustomerOutput createCustomerV2(CustomerInputs.Create input) {
        CustomerDraft draft = input.draft(input.email, input.allowRemoteShoppingAssistance, input.customAttributes);
        return CustomerOutput.of(account.register(input.email, draft, input.password));
    }

    @Mutation
    public CustomerOutput updateCustomer(CustomerInputs.Older input, @Nullable String version) {
        long id = caller.customerId();
        expected.demandIfGiven(version);
        if (input.isEmpty()) {
            throw GraphQLRefusals.inputShouldBeSpecified();
        }
        return CustomerOutput.of(account.change(id, input.draft(input.email, null, null), input.password));
    }

    @Mutation
    public CustomerOutput updateCustomerV2(CustomerInputs.Update input, @Nullable String version) {
        long id = caller.customerId();
        expected.demandIfGiven(version);
        if (input.isEmpty()) {
            throw GraphQLRefusals.inputShouldBeSpecified();
        }
        return CustomerOutput.of(
                account.change(id, input.draft(null, input.allowRemoteShoppingAssistance, input.customAttributes)));
    }

    @Mutation
    public CustomerOutput updateCustomerEmail(String email, String password, @Nullable String version) {
        expected.demandIfGiven(version);
        return CustomerOutput.of(account.changeEmail(caller.customerId(), email, password));
    }

    @Mutation
    public CustomerNode changeCustomerPassword(String currentPassword, String newPassword) {
        return CustomerNode.of(account.changePassword(caller.customerId(), currentPassword, newPassword));
    }

    @Mutation
    public Boolean deleteCustomer(@Nullable String version) {
        expected.demandIfGiven(version);
        account.delete(caller.customerId());
        return true;
    }

    /** What a mutation may name to change the customer only as it is here. */
    public List<String> version(@Source List<CustomerNode> customers) {
        return customers.stream().map(node -> Version.of(node.customer())).toList();
    }

    /** A page of the address book. */
    public List<AddressesNode> addressesV2(
            @Source List<CustomerNode> customers, @DefaultValue("1") int currentPage, @DefaultValue("5") int pageSize) {
        if (pageSize < 1) {
            throw GraphQLRefusals.pageSize();
        }
        if (currentPage < 1) {
            throw GraphQLRefusals.currentPage();
        }
        return customers.stream()
                .map(customer -> AddressesNode.page(customer.addresses(), pageSize, currentPage))
                .toList();
    }

    /** Whether the account was confirmed, or did not need to be. */
    @Name("confirmation_status")
    public List<String> confirmationStatus(@Source List<CustomerNode> customers) {
        return customers.stream()
                .map(node -> settings.flag(
                                CustomerSettings.CONFIRMATION, node.customer().websiteId())
                        ? "ACCOUNT_CONFIRMED"
                        : "ACCOUNT_CONFIRMATION_NOT_REQUIRED")
                .toList();
    }

    /** The customer's group where the shop tells it. */
    public List<@Nullable GroupNode> group(@Source List<CustomerNode> customers) {
        return customers.stream()
                .map(node -> groups.ofMember(node.customer().groupId())
                        .map(GroupNode::of)
                        .orElse(null))
                .toList();
    }
}
