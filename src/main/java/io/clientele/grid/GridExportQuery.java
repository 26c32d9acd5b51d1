package io.clientele.grid;

import io.clientele.shared.search.SearchCriteria;
import org.jspecify.annotations.Nullable;

/**
 * What of the grid is to be exported: that of a saved view, and in its place what is said here.
 *
 * @param view the id of the saved view, or null for the columns that are shown until somebody chooses and everybody
 * @param columns the codes of columns in their order, separated by commas; null for those of the view
 * @param criteria its filters and its order are each those of the view when there are none; pages do not count
 * @param search words that must occur, as in the list of customers; null for those of the view
 */
public record GridExportQuery(
        @Nullable Long view,
        @Nullable String columns,
        SearchCriteria criteria,
        @Nullable String search,
        GridFormat format) {

    /** The words, filters and order: the view's where nothing else is said. */
    GridExportQuery over(GridView saved) {
        SearchCriteria merged = new SearchCriteria(
                criteria.filterGroups().isEmpty()
                        ? saved.filters().stream().map(GridView.Filter::group).toList()
                        : criteria.filterGroups(),
                criteria.sortOrders() == null
                        ? saved.sort().stream().map(GridView.Sort::order).toList()
                        : criteria.sortOrders(),
                null,
                null);
        return new GridExportQuery(
                view,
                columns == null ? String.join(",", saved.columns()) : columns,
                merged,
                search == null ? saved.search() : search,
                format);
    }
}
