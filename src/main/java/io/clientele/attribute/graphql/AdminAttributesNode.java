package io.clientele.attribute.graphql;

import io.clientele.attribute.Attribute;
import io.clientele.shared.search.SearchResults;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of attributes. */
@Name("AdminCustomerAttributes")
public record AdminAttributesNode(
        @NonNull List<@NonNull AdminAttributeNode> items,
        @NonNull @Name("total_count") Integer totalCount) {

    static AdminAttributesNode of(SearchResults<Attribute> page) {
        Long total = page.totalCount();
        return new AdminAttributesNode(
                page.items().stream().map(AdminAttributeNode::of).toList(),
                total == null ? page.items().size() : Math.toIntExact(total));
    }
}
