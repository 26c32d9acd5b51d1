package io.clientele.customer.admin;

import io.clientele.customer.Customer;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import java.util.List;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A page of customers. Its total is counted only when it is asked for.
 *
 * @param criteria what the page was asked for with
 */
@Name("AdminCustomers")
public record AdminCustomersNode(
        @Ignore SearchCriteria criteria, @NonNull List<@NonNull AdminCustomerNode> items) {

    static AdminCustomersNode of(SearchResults<Customer> page) {
        return new AdminCustomersNode(
                page.searchCriteria(),
                page.items().stream().map(AdminCustomerNode::of).toList());
    }
}
