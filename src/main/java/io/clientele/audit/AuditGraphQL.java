package io.clientele.audit;

import io.clientele.shared.Acl;
import io.clientele.shared.graphql.ListInputs;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The audit log for administrators and integrations. */
@GraphQLApi
public class AuditGraphQL {

    private final AuditService service;

    @Inject
    AuditGraphQL(AuditService service) {
        this.service = service;
    }

    /**
     * A page of the entries that match, the newest first unless sorted otherwise.
     *
     * @param after where the page before this one ended, empty for the first; currentPage does not count then
     */
    @Query
    @Acl(AuditService.VIEW)
    public @NonNull AuditLogNode adminAuditLog(
            @Nullable List<ListInputs.Condition> filter,
            @Nullable List<ListInputs.Sort> sort,
            @DefaultValue("20") int pageSize,
            @DefaultValue("1") int currentPage,
            @Nullable String after) {
        return AuditLogNode.of(service.search(ListInputs.criteria(filter, sort, pageSize, currentPage), after, false));
    }

    /** How many entries match in all; counted when it is asked for. */
    @Name("total_count")
    public List<@NonNull Integer> totalCount(@Source List<AuditLogNode> pages) {
        return pages.stream()
                .map(page -> Math.toIntExact(service.count(page.criteria())))
                .toList();
    }
}
