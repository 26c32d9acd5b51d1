package io.clientele.customer.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.Name;

/** A page of an address book. */
@Name("CustomerAddresses")
public record AddressesNode(
        List<AddressNode> items,
        @Name("page_info") PageInfoNode pageInfo,
        @Name("total_count") Integer totalCount) {

    /** Where a page stands among all. */
    @Name("SearchResultPageInfo")
    public record PageInfoNode(
            @Name("current_page") Integer currentPage,
            @Name("page_size") Integer pageSize,
            @Name("total_pages") Integer totalPages) {}

    /** One page of the book; empty beyond the end. */
    static AddressesNode page(List<AddressNode> book, int pageSize, int currentPage) {
        long from = Math.min((currentPage - 1L) * pageSize, book.size());
        long to = Math.min(from + pageSize, book.size());
        int pages = (int) ((book.size() + (long) pageSize - 1) / pageSize);
        return new AddressesNode(
                book.subList((int) from, (int) to), new PageInfoNode(currentPage, pageSize, pages), book.size());
    }
}
