package io.clientele.customer.admin;

import io.clientele.customer.Customer;
import io.clientele.customer.CustomerQuery;
import io.clientele.shared.search.SearchResults;
import java.util.List;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A page of customers. Its total is counted only when it is asked for.
 *
 * @param query what the page was asked for with
 * @param endCursor what to give as {@code after} for the next page, when pages are asked for that way and there may be
 *     one
 */
@Name("AdminCustomers")
public record AdminCustomersNode(
        @Ignore CustomerQuery query,
        @NonNull List<@NonNull AdminCustomerNode> items,
        @Nullable @Name("end_cursor") String endCursor) {

    static AdminCustomersNode of(CustomerQuery query, SearchResults<Customer> page) {
        return new AdminCustomersNode(
                query, page.items().stream().map(AdminCustomerNode::of).toList(), page.next());
    }
}
