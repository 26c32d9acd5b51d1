package io.clientele.audit;

import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import java.util.List;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A page of the audit log. Its total is counted only when it is asked for.
 *
 * @param endCursor what to give as {@code after} for the next page, when pages are asked for that way and there may be
 *     one
 */
@Name("AdminAuditLog")
public record AuditLogNode(
        @Ignore SearchCriteria criteria,
        @NonNull List<@NonNull AuditNode> items,
        @Nullable @Name("end_cursor") String endCursor) {

    static AuditLogNode of(SearchResults<AuditEntry> page) {
        return new AuditLogNode(
                page.searchCriteria(), page.items().stream().map(AuditNode::of).toList(), page.next());
    }
}
