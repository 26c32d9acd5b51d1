package io.clientele.customer;

import io.clientele.shared.search.SearchCriteria;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What customers are asked for.
 *
 * @param keyword words that must all occur in a name, the e-mail address, the phone number or company of the default
 *     billing address, or an attribute that says so; null or blank for any
 * @param after the end of the page before this one, empty for the first; null to go by page numbers
 * @param counted whether the exact total is wanted
 */
public record CustomerQuery(
        SearchCriteria criteria,
        @Nullable String keyword,
        @Nullable String after,
        boolean counted) {

    private static final SearchCriteria.Filter UNRESTRICTED =
            SearchCriteria.Filter.of("processing_restricted", "0", "eq");

    /** A page by its number. */
    public static CustomerQuery of(SearchCriteria criteria, boolean counted) {
        return new CustomerQuery(criteria, null, null, counted);
    }

    /** The same without customers whose data is kept and not used: they leave the house in no file. */
    public CustomerQuery forFile() {
        List<SearchCriteria.FilterGroup> groups = new ArrayList<>(criteria.filterGroups());
        groups.add(new SearchCriteria.FilterGroup(List.of(UNRESTRICTED)));
        return new CustomerQuery(
                new SearchCriteria(groups, criteria.sortOrders(), criteria.pageSize(), criteria.currentPage()),
                keyword,
                after,
                counted);
    }
}
