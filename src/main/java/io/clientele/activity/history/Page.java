package io.clientele.activity.history;

import java.util.List;

/**
 * A page of what belongs to a customer.
 *
 * @param total how many there are on all pages
 */
record Page<T>(List<T> items, long total, int pageSize, int currentPage) {

    int pages() {
        return (int) ((total + pageSize - 1) / pageSize);
    }

    /** @throws io.clientele.shared.Refusal for a page there cannot be */
    static void demand(int pageSize, int currentPage) {
        if (pageSize < 1) {
            throw HistoryRefusals.pageSize();
        }
        if (currentPage < 1) {
            throw HistoryRefusals.currentPage();
        }
    }

    static long offset(int pageSize, int currentPage) {
        return (currentPage - 1L) * pageSize;
    }
}
