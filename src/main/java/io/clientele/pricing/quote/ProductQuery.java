package io.clientele.pricing.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which products a page is asked of.
 *
 * @param skus as they were named
 * @param orders by what to sort, the first counting most; products in none of them stay as they were named
 */
record ProductQuery(List<String> skus, List<Order> orders, int pageSize, int currentPage) {

    /** An order, by name, by price or as the products were named. */
    record Order(By by, boolean descending) {}

    /**
     * The query, if it is one that can be answered.
     *
     * @throws io.clientele.shared.Refusal for words to search by, for no SKUs, and for a page there cannot be
     */
    static ProductQuery of(
            @Nullable String search, @Nullable List<String> skus, List<Order> orders, int pageSize, int currentPage) {
        if (search != null && !search.isBlank()) {
            throw QuoteRefusals.noSearch();
        }
        if (skus == null) {
            throw QuoteRefusals.noFilter();
        }
        if (pageSize < 1) {
            throw QuoteRefusals.pageSize();
        }
        if (currentPage < 1) {
            throw QuoteRefusals.currentPage();
        }
        return new ProductQuery(skus, orders, pageSize, currentPage);
    }

    enum By {
        NAME,
        PRICE,
        NAMED
    }
}
