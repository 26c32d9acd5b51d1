package io.clientele.activity.history;

import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchCriteria.Filter;
import io.clientele.shared.search.SearchCriteria.FilterGroup;
import java.util.List;

/**
 * Which orders a page is asked of.
 *
 * @param filters conditions that must all hold
 * @param everywhere whether orders of all websites count, and not only those of the request's
 */
record OrderQuery(List<Filter> filters, By by, boolean descending, boolean everywhere, int pageSize, int currentPage) {

    /** What orders can be sorted by. */
    enum By {
        NUMBER("o.external_id"),
        CREATED_AT("o.placed_at");

        private final String sql;

        By(String sql) {
            this.sql = sql;
        }
    }

    /** The order over {@code sales_order o}; no two rows are equal in it. */
    String order() {
        String direction = descending ? " desc" : " asc";
        return by.sql + direction + ", o.id" + direction;
    }

    SearchCriteria criteria() {
        return new SearchCriteria(
                filters.stream().map(filter -> new FilterGroup(List.of(filter))).toList(), null, null, null);
    }
}
