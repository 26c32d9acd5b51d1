package io.clientele.shared.search;

import io.clientele.shared.InputLimits;
import io.clientele.shared.Refusal;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.Database.RowMapper;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers search criteria with a page of rows: one statement for the items, one for the exact total. */
@ApplicationScoped
public class Search {

    private final Database database;
    private final SearchLimits limits;
    private final InputLimits input;

    @Inject
    Search(Database database, SearchLimits limits, InputLimits input) {
        this.database = database;
        this.limits = limits;
        this.input = input;
    }

    /**
     * A list that can be searched.
     *
     * @param select what a row holds, for example {@code c.id, c.email}
     * @param from the tables, for example {@code customer c}
     * @param fields the fields callers may name
     * @param key the unique expression that ends every order, so that pages never overlap
     */
    public record Source(String select, String from, SearchFields fields, String key) {}

    /** The page asked for and the exact total. */
    public <T> SearchResults<T> page(Source source, SqlFragment always, SearchCriteria criteria, RowMapper<T> mapper) {
        return page(source, always, criteria, mapper, true);
    }

    /**
     * @param always a condition that holds besides the caller's, or {@link SqlFragment#EMPTY}
     * @param counted whether the total is wanted
     * @throws Refusal for an unknown field or condition, a value of the wrong type, more than the shop's limits allow
     */
    public <T> SearchResults<T> page(
            Source source, SqlFragment always, SearchCriteria criteria, RowMapper<T> mapper, boolean counted) {
        criteria.check(input.listItems());
        int size = pageSize(criteria);
        SqlFragment where = where(source.fields(), always, criteria);
        SqlFragment items = SqlFragment.of("select " + source.select() + " from " + from(source, criteria))
                .then(where)
                .then(new Keyset(source, criteria).orderBy())
                .then("limit ? offset ?", size, (long) (criteria.page() - 1) * size);
        List<T> found = list(source, criteria, items, mapper);
        return new SearchResults<>(
                found, criteria, counted ? total(source, where, criteria, size, found.size()) : null, null);
    }

    /**
     * The page that begins after another one, which costs as much wherever that is.
     *
     * @param after what {@link SearchResults#next()} said of the page before; empty for the first page
     * @throws Refusal as {@link #page}, and when the place is none of this order
     */
    public <T> SearchResults<T> after(
            Source source,
            SqlFragment always,
            SearchCriteria criteria,
            RowMapper<T> mapper,
            boolean counted,
            String after) {
        criteria.check(input.listItems());
        int size = pageSize(criteria);
        Keyset keyset = new Keyset(source, criteria);
        SqlFragment where = where(source.fields(), always, criteria);
        SqlFragment later = after.isEmpty()
                ? where
                : where.then(where.text().isEmpty() ? "where" : "and").then(keyset.after(after));
        SqlFragment items = SqlFragment.of(
                        "select " + source.select() + keyset.columns() + " from " + from(source, criteria))
                .then(later)
                .then(keyset.orderBy())
                .then("limit ?", size);
        List<Cursor> places = new ArrayList<>();
        List<T> found = list(source, criteria, items, row -> {
            places.add(keyset.at(row));
            return mapper.map(row);
        });
        String next = found.size() < size ? null : places.getLast().text();
        return new SearchResults<>(found, criteria, counted ? counted(source, where, criteria) : null, next);
    }

    /**
     * Selects the keys of all rows that match, for a statement that writes them somewhere.
     *
     * @throws Refusal for an unknown field or condition, a value of the wrong type
     */
    public SqlFragment keys(Source source, SqlFragment always, SearchCriteria criteria) {
        criteria.check(input.listItems());
        SearchCriteria unsorted = new SearchCriteria(criteria.filterGroups(), null, null, null);
        return SqlFragment.of("select " + source.key() + " from " + from(source, unsorted))
                .then(where(source.fields(), always, criteria));
    }

    /**
     * Selects all rows that match, in the criteria's order, for whoever reads them as they come.
     *
     * @throws Refusal for an unknown field or condition, a value of the wrong type
     */
    public SqlFragment rows(Source source, SqlFragment always, SearchCriteria criteria) {
        criteria.check(input.listItems());
        return SqlFragment.of("select " + source.select() + " from " + from(source, criteria))
                .then(where(source.fields(), always, criteria))
                .then(new Keyset(source, criteria).orderBy());
    }

    /**
     * How many rows match in all.
     *
     * @throws Refusal for an unknown field or condition, a value of the wrong type
     */
    public long count(Source source, SqlFragment always, SearchCriteria criteria) {
        criteria.check(input.listItems());
        return counted(source, where(source.fields(), always, criteria), criteria);
    }

    /** A plan for any value does where some value of few rows is demanded; otherwise the best one depends on the values. */
    private <T> List<T> list(Source source, SearchCriteria criteria, SqlFragment items, RowMapper<T> mapper) {
        boolean few = criteria.filterGroups().stream()
                .map(SearchCriteria.FilterGroup::filters)
                .anyMatch(filters -> filters.size() == 1
                        && filters.getFirst().conditionType().equals("eq")
                        && source.fields().field(filters.getFirst().field()).rare());
        return few ? database.list(items, mapper) : database.listPlanned(items, mapper);
    }

    private long counted(Source source, SqlFragment where, SearchCriteria criteria) {
        // What only sorts takes no row away, as it has one for each.
        String from = from(source, new SearchCriteria(criteria.filterGroups(), null, null, null));
        return database.listPlanned(
                        SqlFragment.of("select count(*) from " + from).then(where), row -> row.getLong(1))
                .getFirst();
    }

    /** The list's tables, and those that its criteria need beside them. */
    private static String from(Source source, SearchCriteria criteria) {
        Stream<String> filters = criteria.filterGroups().stream()
                .flatMap(group -> group.filters().stream())
                .map(SearchCriteria.Filter::field);
        List<SearchCriteria.SortOrder> orders = criteria.sortOrders();
        Stream<String> sorts = orders == null ? Stream.empty() : orders.stream().map(SearchCriteria.SortOrder::field);
        return Stream.concat(filters, sorts)
                .map(name -> source.fields().field(name).join())
                .filter(Objects::nonNull)
                .distinct()
                .reduce(source.from(), (from, join) -> from + " " + join);
    }

    private @Nullable Long total(Source source, SqlFragment where, SearchCriteria criteria, int size, int found) {
        // A page that is not full tells the total by itself.
        if (found < size && (found > 0 || criteria.page() == 1)) {
            return (long) (criteria.page() - 1) * size + found;
        }
        return counted(source, where, criteria);
    }

    private int pageSize(SearchCriteria criteria) {
        Integer asked = criteria.pageSize();
        if (asked == null || asked < 1) {
            return limits.defaultPageSize();
        }
        if (asked > limits.maximumPageSize()) {
            throw Refusal.input("Maximum SearchCriteria pageSize is %max").with("max", limits.maximumPageSize());
        }
        return asked;
    }

    private static SqlFragment where(SearchFields fields, SqlFragment always, SearchCriteria criteria) {
        List<SqlFragment> all = new ArrayList<>();
        if (!always.text().isEmpty()) {
            all.add(always);
        }
        all.addAll(conditions(fields, criteria));
        SqlFragment joined = SqlFragment.joined("and", all);
        return all.isEmpty() ? SqlFragment.EMPTY : SqlFragment.of("where").then(joined);
    }

    /**
     * What the criteria's filters demand of a row, for statements that hold more than one list;
     * {@link SqlFragment#EMPTY} when nothing.
     *
     * @throws Refusal for an unknown field or condition, a value of the wrong type
     */
    public static SqlFragment condition(SearchFields fields, SearchCriteria criteria) {
        return SqlFragment.joined("and", conditions(fields, criteria));
    }

    private static List<SqlFragment> conditions(SearchFields fields, SearchCriteria criteria) {
        return criteria.filterGroups().stream()
                .map(group -> SqlFragment.joined(
                        "or",
                        group.filters().stream()
                                .map(filter -> FilterCompiler.compile(fields.field(filter.field()), filter))
                                .toList()))
                .toList();
    }

    /**
     * Where in a list a request's query says to go on; null when it goes by page numbers.
     *
     * @param after the parameter as it was read: empty text comes as null, and yet it asks for the first page
     */
    public static @Nullable String place(Map<String, List<String>> query, @Nullable String after) {
        return after == null && query.containsKey("after") ? "" : after;
    }

    /** Whether the total is wanted, by the {@code Prefer} header of a request. */
    public static boolean isCounted(@Nullable String prefer) {
        return prefer == null || !prefer.replace(" ", "").contains("count=none");
    }

    /** The criteria in a request's query. */
    public static SearchCriteria criteria(Map<String, List<String>> query) {
        return SearchQuery.read(query);
    }

    /** The same for lists of our own that may be asked for without criteria. */
    public static SearchCriteria criteriaOrAll(Map<String, List<String>> query) {
        return SearchQuery.readOrAll(query);
    }
}
