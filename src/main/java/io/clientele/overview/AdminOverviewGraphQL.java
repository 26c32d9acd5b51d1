package io.clientele.overview;

import io.clientele.customer.Customer;
import io.clientele.customer.admin.AdminCustomerNode;
import io.clientele.overview.OverviewNodes.HistoryNode;
import io.clientele.overview.OverviewNodes.PartsNode;
import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What is known of customers besides, for administrators and integrations over GraphQL. */
@GraphQLApi
public class AdminOverviewGraphQL {

    private final OverviewService overviews;

    @Inject
    AdminOverviewGraphQL(OverviewService overviews) {
        this.overviews = overviews;
    }

    /** The last sign-in, the orders in figures, segments, newsletters and consents. */
    @Acl(OverviewService.RESOURCE)
    public List<@NonNull PartsNode> overview(@Source List<AdminCustomerNode> customers) {
        List<Long> ids = customers.stream().map(node -> node.customer().id()).toList();
        Map<Long, CustomerParts> all = overviews.parts(ids);
        return ids.stream()
                .map(id -> PartsNode.of(all.getOrDefault(id, CustomerParts.none(id))))
                .toList();
    }

    /** Why the customer is in its group, and what was done to it. */
    @Acl(OverviewService.RESOURCE)
    public List<@NonNull HistoryNode> history(@Source List<AdminCustomerNode> customers) {
        List<Customer> seen =
                customers.stream().map(AdminCustomerNode::customer).toList();
        Map<Long, CustomerHistory> all = overviews.history(seen);
        return seen.stream()
                .map(customer -> HistoryNode.of(Objects.requireNonNull(all.get(customer.id()))))
                .toList();
    }
}
