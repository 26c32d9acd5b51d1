package io.clientele.presence;

import io.clientele.shared.Acl;
import io.clientele.shared.graphql.ListInputs;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Who is online, for administrators and integrations. */
@GraphQLApi
public class AdminOnlineGraphQL {

    private final PresenceService presence;

    @Inject
    AdminOnlineGraphQL(PresenceService presence) {
        this.presence = presence;
    }

    /** The customers and visitors who were active in the last minutes; the latest first. */
    @Query
    @Acl(PresenceService.SEE)
    public @NonNull AdminOnlineNodes.Page adminOnline(
            @Nullable List<ListInputs.Condition> filter,
            @Nullable List<ListInputs.Sort> sort,
            @DefaultValue("20") int pageSize,
            @DefaultValue("1") int currentPage) {
        return AdminOnlineNodes.of(presence.search(ListInputs.criteria(filter, sort, pageSize, currentPage)));
    }
}
