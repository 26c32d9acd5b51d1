package io.clientele.privacy;

import io.clientele.shared.Acl;
import io.clientele.shared.graphql.ListInputs;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Requests about people's data, for administrators and integrations. */
@GraphQLApi
public class AdminPrivacyGraphQL {

    private final PrivacyRequestService requests;

    @Inject
    AdminPrivacyGraphQL(PrivacyRequestService requests) {
        this.requests = requests;
    }

    @Query
    @Acl(RequestAccess.MANAGE)
    public AdminPrivacyNodes.@NonNull Page adminPrivacyRequests(
            @Nullable List<ListInputs.Condition> filter,
            @Nullable List<ListInputs.Sort> sort,
            @DefaultValue("20") int pageSize,
            @DefaultValue("1") int currentPage) {
        return AdminPrivacyNodes.Page.of(requests.search(ListInputs.criteria(filter, sort, pageSize, currentPage)));
    }
}
