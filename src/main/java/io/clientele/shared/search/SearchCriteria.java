package io.clientele.shared.search;

import io.clientele.shared.Refusals;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for: filters in one group are ored, groups are anded.
 *
 * @param pageSize items on a page, or null when the caller named none
 * @param currentPage counted from 1, or null when the caller named none
 */
public record SearchCriteria(
        List<FilterGroup> filterGroups,
        @Nullable List<SortOrder> sortOrders,
        @Nullable Integer pageSize,
        @Nullable Integer currentPage) {

    /** Everything, in the order of the list. */
    public static final SearchCriteria ALL = new SearchCriteria(List.of(), null, null, null);

    /** Filters of which one must hold. */
    public record FilterGroup(List<Filter> filters) {}

    /** A field, what it is compared with (text, or the elements of a list) and how. */
    public record Filter(String field, @Nullable Object value, String conditionType) {

        /**
         * The filter with a condition type that there is, {@code eq} where none is named.
         *
         * @throws io.clientele.shared.Refusal when there is no such condition type
         */
        public static Filter of(String field, @Nullable Object value, @Nullable String conditionType) {
            String condition = conditionType == null || conditionType.isEmpty() ? "eq" : conditionType;
            return new Filter(field, value, Condition.of(condition).name().toLowerCase(Locale.ROOT));
        }

        /** The value as one text; a list is joined by commas, as the contract's own form has it. */
        public String text() {
            return value instanceof List<?> list ? String.join(",", elements(list)) : value == null ? "" : "" + value;
        }

        /** The value as a list; a text is split at its commas. */
        public List<String> texts() {
            if (value instanceof List<?> list) {
                return elements(list);
            }
            return text().isEmpty() ? List.of() : List.of(text().split(",", -1));
        }

        private static List<String> elements(List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
    }

    /** A field to sort by. */
    public record SortOrder(String field, String direction) {}

    /** Whether the field is the first that the list is sorted by. */
    boolean isSortedBy(String field) {
        return sortOrders != null
                && !sortOrders.isEmpty()
                && sortOrders.getFirst().field().equals(field);
    }

    /**
     * Its lists are lists of objects like those of a body.
     *
     * @throws io.clientele.shared.Refusal when one of them has more than that many
     */
    void check(int most) {
        refuse("framework-search-filter-group", filterGroups.size(), most);
        filterGroups.forEach(group -> refuse("framework-filter", group.filters().size(), most));
        refuse("framework-sort-order", sortOrders == null ? 0 : sortOrders.size(), most);
    }

    private static void refuse(String type, int items, int most) {
        if (items > most) {
            throw Refusals.tooManyItems(type, most);
        }
    }

    /** The page asked for, counted from 1. */
    public int page() {
        return currentPage == null || currentPage < 1 ? 1 : currentPage;
    }
}
