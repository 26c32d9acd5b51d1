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

    /** The group of the signed-in customer, or that of everybody who is not signed in. */
    @Query
    public @NonNull GroupNode customerGroup() {
        return GroupNode.of(sharing.ofCaller());
    }

    /** Whether customer groups are shared. */
    @Name("graphql_share_customer_group")
    public Boolean graphqlShareCustomerGroup(@Source StoreConfigNode store) {
        return sharing.isOn(store.view());
    }
}
