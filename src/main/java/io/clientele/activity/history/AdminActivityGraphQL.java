package io.clientele.activity.history;

import io.clientele.customer.admin.AdminCustomerNode;
import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What customers did, for administrators and integrations over GraphQL. */
@GraphQLApi
public class AdminActivityGraphQL {

    private final CustomerActivityService activity;

    @Inject
    AdminActivityGraphQL(CustomerActivityService activity) {
        this.activity = activity;
    }

    /** What the shop reported of the customer. */
    @Acl(CustomerActivityService.RESOURCE)
    public List<@NonNull ActivityBody> activity(@Source List<AdminCustomerNode> customers) {
        List<Long> ids = customers.stream().map(node -> node.customer().id()).toList();
        Map<Long, CustomerActivity> all = activity.of(ids);
        return ids.stream()
                .map(id -> ActivityBody.of(Objects.requireNonNull(all.get(id)), activity::baseCurrency))
                .toList();
    }
}
