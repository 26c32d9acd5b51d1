package io.clientele.group;

import io.clientele.store.StoreConfigNode;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The shopper's customer group over GraphQL. */
@GraphQLApi
public class GroupGraphQL {

    private final GroupSharing sharing;

    @Inject
    GroupGraphQL(GroupSharing sharing) {
        this.sharing = sharing;
    }

    /**
     * The group of the signed-in customer, or that of everybody who is not signed in. The contract's type is not null;
     * for a website the group is excluded from there is nothing to answer all the same, which the caller sees as an error.
     */
    @Query
    @NonNull
    @SuppressWarnings("NullAway")
    public GroupNode customerGroup() {
        return sharing.ofCaller().map(GroupNode::of).orElse(null);
    }

    /** Whether customer groups are shared. */
    @Name("graphql_share_customer_group")
    public Boolean graphqlShareCustomerGroup(@Source StoreConfigNode store) {
        return sharing.isOn(store.view());
    }
}
