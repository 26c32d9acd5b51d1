package io.clientele.pricing.quote;

import io.clientele.customer.graphql.AddressesNode.PageInfoNode;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;

/** A page of products over GraphQL. */
@Name("Products")
public record ProductsNode(
        List<ProductNodes.ProductNode> items,
        @Name("page_info") PageInfoNode pageInfo,
        @Name("total_count") Integer totalCount) {

    static ProductsNode of(ProductPage page) {
        return new ProductsNode(
                page.items().stream().map(ProductNodes::of).toList(),
                new PageInfoNode(page.currentPage(), page.pageSize(), page.pages()),
                page.totalCount());
    }
}
