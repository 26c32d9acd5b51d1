package io.clientele.segment;

import io.clientele.shared.search.SearchResults;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of segments. */
@Name("AdminCustomerSegments")
public record AdminSegmentsNode(
        @NonNull List<@NonNull AdminSegmentNode> items,
        @NonNull @Name("total_count") Integer totalCount) {

    static AdminSegmentsNode of(SearchResults<SegmentView> page) {
        Long total = page.totalCount();
        return new AdminSegmentsNode(
                page.items().stream().map(AdminSegmentNode::of).toList(),
                total == null ? page.items().size() : Math.toIntExact(total));
    }
}
