package io.clientele.group;

import io.clientele.shared.search.SearchResults;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of customer groups. */
@Name("AdminCustomerGroups")
public record AdminGroupsNode(
        @NonNull List<@NonNull AdminGroupNode> items,
        @NonNull @Name("total_count") Integer totalCount) {

    static AdminGroupsNode of(SearchResults<Group> page) {
        Long total = page.totalCount();
        return new AdminGroupsNode(
                page.items().stream().map(AdminGroupNode::of).toList(),
                total == null ? page.items().size() : Math.toIntExact(total));
    }
}
