package io.clientele.activity.history;

import io.clientele.pricing.quote.ProductInputs;
import io.clientele.shared.search.SearchCriteria.Filter;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** What storefronts ask for orders with. */
public final class OrderInputs {

    /** A shorter part of a number is in too many of them. */
    private static final int SHORTEST_MATCH = 3;

    private static final int LENGTH_OF_A_DAY = "YYYY-MM-DD".length();

    private OrderInputs() {}

    /** Which orders; conditions that are left out hold for all. */
    @Name("CustomerOrdersFilterInput")
    public static class OrderFilter {
        public @Nullable Text number;

        @JsonbProperty("order_date")
        public @Nullable Range orderDate;

        @JsonbProperty("grand_total")
        public @Nullable Range grandTotal;

        public ProductInputs.@Nullable Values status;

        List<Filter> filters() {
            List<Filter> filters = new ArrayList<>();
            if (number != null) {
                number.into(filters);
            }
            if (status != null) {
                equal(filters, "status", status.eq, status.in);
            }
            if (grandTotal != null) {
                add(filters, "grand_total", grandTotal.from, "gteq");
                add(filters, "grand_total", grandTotal.to, "lteq");
            }
            if (orderDate != null) {
                add(filters, "order_date", orderDate.from, "gteq");
                add(filters, "order_date", endOfDay(orderDate.to), "lteq");
            }
            return filters;
        }
    }

    /** One of these texts, or one that has the part in it. */
    @Name("FilterStringTypeInput")
    public static class Text {
        public @Nullable String eq;
        public @Nullable List<@Nullable String> in;
        public @Nullable String match;

        private void into(List<Filter> filters) {
            equal(filters, "number", eq, in);
            if (match != null) {
                if (match.strip().length() < SHORTEST_MATCH) {
                    throw HistoryRefusals.matchTooShort(SHORTEST_MATCH);
                }
                add(filters, "number", match.strip(), "fulltext");
            }
        }
    }

    /** From the one to the other, both included. */
    @Name("FilterRangeTypeInput")
    public static class Range {
        public @Nullable String from;
        public @Nullable String to;
    }

    /** By what to sort. */
    @Name("CustomerOrderSortInput")
    public static class OrderSort {
        @JsonbProperty("sort_field")
        public @Nullable String sortField;

        @JsonbProperty("sort_direction")
        public @Nullable String sortDirection;
    }

    /** @param scope the contract's word; an order is of a website, so that a store view's are those of its website */
    static OrderQuery query(
            @Nullable OrderFilter filter,
            int currentPage,
            int pageSize,
            @Nullable OrderSort sort,
            @Nullable String scope) {
        return new OrderQuery(
                filter == null ? List.of() : filter.filters(),
                sort != null && "NUMBER".equals(sort.sortField) ? OrderQuery.By.NUMBER : OrderQuery.By.CREATED_AT,
                sort == null || "DESC".equals(sort.sortDirection),
                "GLOBAL".equals(scope),
                pageSize,
                currentPage);
    }

    private static void equal(
            List<Filter> filters, String field, @Nullable String one, @Nullable List<@Nullable String> several) {
        add(filters, field, one, "eq");
        if (several != null) {
            add(filters, field, several.stream().filter(Objects::nonNull).toList(), "in");
        }
    }

    private static void add(List<Filter> filters, String field, @Nullable Object value, String condition) {
        if (value != null) {
            filters.add(Filter.of(field, value, condition));
        }
    }

    /** A day as the end of a range is all of it. */
    private static @Nullable String endOfDay(@Nullable String to) {
        return to == null || to.strip().length() != LENGTH_OF_A_DAY ? to : to.strip() + " 23:59:59.999999";
    }
}
