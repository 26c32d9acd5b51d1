package io.clientele.shared.graphql;

import io.clientele.shared.Refusals;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchCriteria.Filter;
import io.clientele.shared.search.SearchCriteria.FilterGroup;
import io.clientele.shared.search.SearchCriteria.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** How administrators ask for a page of a list over GraphQL; it means what search criteria mean over REST. */
public final class ListInputs {

    private ListInputs() {}

    /** The order of a sort. */
    @Name("AdminSortDirection")
    public enum Direction {
        ASC,
        DESC
    }

    /** A field to sort by. */
    @Name("AdminSortInput")
    @NullUnmarked
    public static class Sort {
        public @NonNull String field;
        public @Nullable Direction direction;
    }

    /** A condition on a field; with {@code any} the whole holds when it or one of these does. */
    @Name("AdminFilterInput")
    @NullUnmarked
    public static class Condition {
        public @NonNull String field;

        @Description(
                "eq, neq, like, in, nin, gt, gteq, lt, lteq, from, to, null, notnull … as search criteria have them")
        public @Nullable String condition;

        public @Nullable String value;

        @Description("Instead of value, for conditions that take several")
        public @Nullable List<@NonNull String> values;

        public @Nullable List<@NonNull Alternative> any;

        Filter filter() {
            return Filter.of(field, values == null ? value : values, condition);
        }
    }

    /** Another condition that will do. */
    @Name("AdminFilterAlternativeInput")
    @NullUnmarked
    public static class Alternative {
        public @NonNull String field;
        public @Nullable String condition;
        public @Nullable String value;
        public @Nullable List<@NonNull String> values;

        Filter filter() {
            return Filter.of(field, values == null ? value : values, condition);
        }
    }

    /**
     * The criteria that say the same.
     *
     * @throws io.clientele.shared.Refusal for a page or page size below 1, or a condition there is not
     */
    public static SearchCriteria criteria(
            @Nullable List<@Nullable Condition> filter,
            @Nullable List<@Nullable Sort> sort,
            int pageSize,
            int currentPage) {
        if (pageSize < 1) {
            throw Refusals.invalidValue("pageSize", pageSize);
        }
        if (currentPage < 1) {
            throw Refusals.invalidValue("currentPage", currentPage);
        }
        return new SearchCriteria(groups(said(filter)), orders(said(sort)), pageSize, currentPage);
    }

    /** The framework cannot say that the elements of a list are never null, so those that are say nothing. */
    private static <T> List<T> said(@Nullable List<@Nullable T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    private static List<FilterGroup> groups(List<Condition> filter) {
        List<FilterGroup> groups = new ArrayList<>();
        for (Condition condition : filter) {
            List<Filter> alternatives = new ArrayList<>();
            alternatives.add(condition.filter());
            if (condition.any != null) {
                condition.any.forEach(other -> alternatives.add(other.filter()));
            }
            groups.add(new FilterGroup(alternatives));
        }
        return groups;
    }

    private static @Nullable List<SortOrder> orders(List<Sort> sort) {
        return sort.isEmpty()
                ? null
                : sort.stream()
                        .map(order ->
                                new SortOrder(order.field, order.direction == null ? "ASC" : order.direction.name()))
                        .toList();
    }
}
