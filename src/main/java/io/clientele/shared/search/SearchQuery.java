package io.clientele.shared.search;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.shared.search.SearchCriteria.Filter;
import io.clientele.shared.search.SearchCriteria.FilterGroup;
import io.clientele.shared.search.SearchCriteria.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads search criteria from a query string, in every spelling clients use. */
public final class SearchQuery {

    private SearchQuery() {}

    /**
     * @param query the decoded parameters
     * @throws Refusal when the root is missing, a page is not a number or a direction is neither ASC nor DESC
     */
    public static SearchCriteria read(Map<String, List<String>> query) {
        QueryTree root = QueryTree.of(query, "searchCriteria");
        if (root == null) {
            throw Refusals.required("searchCriteria");
        }
        return criteria(root);
    }

    /** The same, where a query without criteria asks for everything. */
    public static SearchCriteria readOrAll(Map<String, List<String>> query) {
        QueryTree root = QueryTree.of(query, "searchCriteria");
        return root == null ? SearchCriteria.ALL : criteria(root);
    }

    private static SearchCriteria criteria(QueryTree root) {
        return new SearchCriteria(
                filterGroups(root.child("filter_groups")),
                sortOrders(root.child("sort_orders")),
                number(root, "page_size"),
                number(root, "current_page"));
    }

    private static List<FilterGroup> filterGroups(@Nullable QueryTree groups) {
        if (groups == null) {
            return List.of();
        }
        List<FilterGroup> all = new ArrayList<>();
        for (QueryTree group : groups.elements()) {
            QueryTree filters = group.child("filters");
            List<Filter> read = filters == null
                    ? List.of()
                    : filters.elements().stream().map(SearchQuery::filter).toList();
            if (!read.isEmpty()) {
                all.add(new FilterGroup(read));
            }
        }
        return all;
    }

    private static Filter filter(QueryTree filter) {
        String field = filter.text("field");
        if (field == null || field.isBlank()) {
            throw Refusals.required("field");
        }
        QueryTree value = filter.child("value");
        String condition = filter.text("condition_type");
        return new Filter(
                field,
                value == null ? null : value.isList() ? values(value) : value.value(),
                condition == null || condition.isEmpty() ? "eq" : condition);
    }

    private static List<String> values(QueryTree list) {
        return list.elements().stream()
                .map(element -> element.value() == null ? "" : element.value())
                .toList();
    }

    private static @Nullable List<SortOrder> sortOrders(@Nullable QueryTree orders) {
        if (orders == null) {
            return null;
        }
        List<SortOrder> read = new ArrayList<>();
        for (QueryTree order : orders.elements()) {
            String field = order.text("field");
            // The contract ignores a sort that is not of its form.
            if (field != null && !field.isBlank()) {
                read.add(new SortOrder(field, direction(order.text("direction"))));
            }
        }
        return read.isEmpty() ? null : read;
    }

    private static String direction(@Nullable String given) {
        if (given == null || given.isEmpty()) {
            return "DESC";
        }
        String direction = given.toUpperCase(Locale.ROOT);
        if (!direction.equals("ASC") && !direction.equals("DESC")) {
            throw Refusals.invalidValue("direction", given);
        }
        return direction;
    }

    private static @Nullable Integer number(QueryTree root, String name) {
        String text = root.text(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw Refusal.input("The \"%value\" value's type is invalid. The \"%type\" type was expected."
                            + " Verify and try again.")
                    .with("value", text)
                    .with("type", "int");
        }
    }
}
