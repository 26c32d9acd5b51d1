package io.clientele.grid;

import io.clientele.shared.search.SearchCriteria;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saved view of the grid.
 *
 * @param ownerId the administrator who made it
 * @param columns the columns it shows, in their order
 * @param filters all of which must hold
 * @param search words to search for, or null
 * @param sort first by the first
 * @param pageSize rows on a page, 1 to 1,000
 * @param shared whether other administrators see it
 * @param isDefault whether it is the caller's own first choice
 */
public record GridView(
        long id,
        long ownerId,
        String name,
        List<String> columns,
        List<Filter> filters,
        @Nullable String search,
        List<Sort> sort,
        int pageSize,
        boolean shared,
        boolean isDefault) {

    /**
     * A filter as search criteria have it.
     *
     * @param value a list is joined by commas
     */
    public record Filter(
            @Nullable String field,
            @Nullable String value,
            @Nullable String conditionType) {

        /** The same in criteria of searches, by itself in a group. */
        SearchCriteria.FilterGroup group() {
            return new SearchCriteria.FilterGroup(
                    List.of(SearchCriteria.Filter.of(field == null ? "" : field, value, conditionType)));
        }
    }

    /** A column to sort by, {@code ASC} or {@code DESC}. */
    public record Sort(@Nullable String field, @Nullable String direction) {

        /** The same in criteria of searches. */
        SearchCriteria.SortOrder order() {
            return new SearchCriteria.SortOrder(field == null ? "" : field, direction == null ? "ASC" : direction);
        }
    }
}
