package io.clientele.activity.history;

import io.clientele.customer.graphql.AddressesNode.PageInfoNode;

/** How pages tell where they stand among all. */
final class PageNodes {

    private PageNodes() {}

    static PageInfoNode info(Page<?> page) {
        return new PageInfoNode(page.currentPage(), page.pageSize(), page.pages());
    }
}
