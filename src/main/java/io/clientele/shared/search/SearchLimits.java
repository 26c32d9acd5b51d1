package io.clientele.shared.search;

/** How many items a page may have; the shop's settings decide. */
public interface SearchLimits {

    /** Items on a page when the caller names no size. */
    int defaultPageSize();

    /** The most items a caller may ask for on one page. */
    int maximumPageSize();
}
