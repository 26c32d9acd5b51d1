package io.clientele.customer.admin;

import io.clientele.customer.CustomerQuery;
import io.clientele.customer.CustomerService;
import io.clientele.customer.ExternalKeyService;
import io.clientele.customer.ProfileService;
import io.clientele.customer.RegistrationService;
import io.clientele.customer.admin.AdminCustomerInputs.CustomerInput;
import io.clientele.customer.graphql.AttributeNodes;
import io.clientele.customer.graphql.AttributeNodes.ValueNode;
import io.clientele.shared.Acl;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Version;
import io.clientele.shared.graphql.ListInputs;
import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.store.StoreScope;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Customers for administrators and integrations. */
@GraphQLApi
public class AdminCustomerGraphQL {

    private final CustomerService customers;
    private final RegistrationService registration;
    private final ProfileService profiles;
    private final ExternalKeyService keyed;
    private final StoreScope store;
    private final ExpectedVersion expected;

    @Inject
    AdminCustomerGraphQL(
            CustomerService customers,
            RegistrationService registration,
            ProfileService profiles,
            ExternalKeyService keyed,
            StoreScope store,
            ExpectedVersion expected) {
        this.customers = customers;
        this.registration = registration;
        this.profiles = profiles;
        this.keyed = keyed;
        this.store = store;
        this.expected = expected;
    }

    @Query
    @Acl("Magento_Customer::customer")
    public AdminCustomerNode adminCustomer(@Id @NonNull String id) {
        return AdminCustomerNode.of(customers.read(AdminCustomerInputs.number("id", id)));
    }

    /**
     * A page of the customers that match.
     *
     * @param search words that must all occur in names, e-mail address, phone number, company or attributes
     * @param after where the page before this one ended, empty for the first; currentPage does not count then
     */
    @Query
    @Acl("Magento_Customer::customer")
    public @NonNull AdminCustomersNode adminCustomers(
            @Nullable List<ListInputs.Condition> filter,
            @Nullable String search,
            @Nullable List<ListInputs.Sort> sort,
            @DefaultValue("20") int pageSize,
            @DefaultValue("1") int currentPage,
            @Nullable String after) {
        SearchCriteria criteria = ListInputs.criteria(filter, sort, pageSize, currentPage);
        CustomerQuery query = new CustomerQuery(criteria, search, after, false);
        return AdminCustomersNode.of(query, customers.search(query));
    }

    /** How many customers match in all; counted when it is asked for. */
    @Name("total_count")
    public List<@NonNull Integer> totalCount(@Source List<AdminCustomersNode> pages) {
        return pages.stream()
                .map(page -> Math.toIntExact(customers.count(page.query())))
                .toList();
    }

    /** The values of the merchant's own attributes. */
    @Name("custom_attributes")
    public List<List<ValueNode>> customAttributes(
            @Source List<AdminCustomerNode> nodes, @Nullable List<String> attributeCodes) {
        return nodes.stream()
                .map(node -> AttributeNodes.of(
                        node.customer().attributes(),
                        attribute -> attributeCodes == null || attributeCodes.contains(attribute.code()),
                        store.storeId()))
                .toList();
    }

    /** What a mutation may name to change the customer only as it is here. */
    public List<@NonNull String> version(@Source List<AdminCustomerNode> customers) {
        return customers.stream().map(node -> Version.of(node.customer())).toList();
    }

    @Mutation
    @Idempotent
    @Acl("Magento_Customer::manage")
    public @NonNull AdminCustomerNode adminCreateCustomer(@NonNull CustomerInput input, @Nullable String password) {
        return AdminCustomerNode.of(registration.register(input.draft(), password));
    }

    @Mutation
    @Acl("Magento_Customer::manage")
    public @NonNull AdminCustomerNode adminUpdateCustomer(
            @Id @NonNull String id, @NonNull CustomerInput input, @Nullable String version) {
        expected.demandIfGiven(version);
        return AdminCustomerNode.of(profiles.change(AdminCustomerInputs.number("id", id), input.draft()));
    }

    /** Makes the customer of the input's website with the key, or changes what is supplied of it. */
    @Mutation
    @Acl("Magento_Customer::manage")
    public @NonNull AdminCustomerNode adminPutCustomerByExternalId(
            @NonNull String externalId, @NonNull CustomerInput input, @Nullable String version) {
        expected.demandIfGiven(version);
        return AdminCustomerNode.of(keyed.put(externalId, input.draft()));
    }

    @Mutation
    @Acl("Magento_Customer::delete")
    public @NonNull Boolean adminDeleteCustomer(@Id @NonNull String id, @Nullable String version) {
        expected.demandIfGiven(version);
        customers.delete(AdminCustomerInputs.number("id", id));
        return true;
    }
}
