package io.clientele.pricing.quote;

import java.util.List;

/** A page of products and how many there are in all. */
record ProductPage(List<PricedProduct> items, int pageSize, int currentPage, int totalCount) {

    int pages() {
        return (int) ((totalCount + (long) pageSize - 1) / pageSize);
    }
}
