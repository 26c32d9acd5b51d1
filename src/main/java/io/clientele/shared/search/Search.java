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
import org.jspecify.annotations.Nullable;

/** Answers search criteria with a page of rows: one statement for the items, one for the exact total. */
@ApplicationScoped
public class Search {

    private final Database database;
    private final SearchLimits limits;
    private final InputLimits input;
    private final FrequentParts frequent;

    @Inject
    Search(Database database, SearchLimits limits, InputLimits input, FrequentParts frequent) {
        this.frequent = frequent;
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

    /** The page asked for, of a list of which one condition holds besides, or {@link SqlFragment#EMPTY}. */
    public <T> SearchResults<T> page(
            Source source, SqlFragment always, SearchCriteria criteria, RowMapper<T> mapper, boolean counted) {
        return page(source, Demand.of(always), criteria, mapper, counted);
    }

    /**
     * @param always what is demanded besides the caller's filters
     * @param counted whether the total is wanted
     * @throws Refusal for an unknown field or condition, a value of the wrong type, more than the shop's limits allow
     */
    public <T> SearchResults<T> page(
            Source source, List<Demand> always, SearchCriteria criteria, RowMapper<T> mapper, boolean counted) {
        criteria.check(input.listItems());
        int size = pageSize(criteria);
        Listing listing = listing(source, always, criteria);
        Listing.Part part = new Listing.Part(null, size, (long) (criteria.page() - 1) * size, false);
        List<T> found = list(source, criteria, listing, part, mapper);
        return new SearchResults<>(found, criteria, counted ? total(listing, part, found.size()) : null, null);
    }

    /** The page that begins after another one, of a list of which one condition holds besides. */
    public <T> SearchResults<T> after(
            Source source,
            SqlFragment always,
            SearchCriteria criteria,
            RowMapper<T> mapper,
            boolean counted,
            String after) {
        return after(source, Demand.of(always), criteria, mapper, counted, after);
    }

    /**
     * The page that begins after another one, which costs as much wherever that is.
     *
     * @param after what {@link SearchResults#next()} said of the page before; empty for the first page
     * @throws Refusal as {@link #page}, and when the place is none of this order
     */
    public <T> SearchResults<T> after(
            Source source,
            List<Demand> always,
            SearchCriteria criteria,
            RowMapper<T> mapper,
            boolean counted,
            String after) {
        criteria.check(input.listItems());
        int size = pageSize(criteria);
        Listing listing = listing(source, always, criteria);
        Keyset keyset = listing.keyset();
        List<Placed<T>> found = new ArrayList<>();
        for (SqlFragment stretch : after.isEmpty() ? List.of(SqlFragment.EMPTY) : keyset.after(after)) {
            if (found.size() < size) {
                Listing.Part part =
                        new Listing.Part(stretch.text().isEmpty() ? null : stretch, size - found.size(), 0, true);
                found.addAll(
                        list(source, criteria, listing, part, row -> new Placed<>(mapper.map(row), keyset.at(row))));
            }
        }
        String next = found.size() < size ? null : found.getLast().place().text();
        return new SearchResults<>(
                found.stream().map(Placed::item).toList(), criteria, counted ? counted(listing) : null, next);
    }

    private record Placed<T>(T item, Cursor place) {}

    /**
     * Selects the keys of all rows that match, for a statement that writes them somewhere.
     *
     * @throws Refusal for an unknown field or condition, a value of the wrong type
     */
    public SqlFragment keys(Source source, List<Demand> always, SearchCriteria criteria) {
        criteria.check(input.listItems());
        SearchCriteria unsorted = new SearchCriteria(criteria.filterGroups(), null, null, null);
        return listing(source, always, unsorted).keys();
    }

    /**
     * Selects all rows that match, in the criteria's order, for whoever reads them as they come.
     *
     * @throws Refusal for an unknown field or condition, a value of the wrong type
     */
    public SqlFragment rows(Source source, List<Demand> always, SearchCriteria criteria) {
        criteria.check(input.listItems());
        return listing(source, always, criteria).rows();
    }

    /** How many rows match in all, where one condition holds besides. */
    public long count(Source source, SqlFragment always, SearchCriteria criteria) {
        return count(source, Demand.of(always), criteria);
    }

    /**
     * How many rows match in all.
     *
     * @throws Refusal for an unknown field or condition, a value of the wrong type
     */
    public long count(Source source, List<Demand> always, SearchCriteria criteria) {
        criteria.check(input.listItems());
        return counted(listing(source, always, criteria));
    }

    /** What many rows fit is looked for on the way first; where too few are met, by the index. */
    private <T> List<T> list(
            Source source, SearchCriteria criteria, Listing listing, Listing.Part part, RowMapper<T> mapper) {
        SqlFragment way = listing.onTheWay(part);
        List<T> met = way == null ? List.of() : database.listPlanned(way, mapper);
        return way != null && met.size() == part.size() ? met : list(source, criteria, listing.rows(part), mapper);
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

    private long counted(Listing listing) {
        return database.listPlanned(listing.count(), row -> row.getLong(1)).getFirst();
    }

    private @Nullable Long total(Listing listing, Listing.Part part, int found) {
        // A page that is not full tells the total by itself.
        return found < part.size() && (found > 0 || part.offset() == 0) ? part.offset() + found : counted(listing);
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

    private Listing listing(Source source, List<Demand> always, SearchCriteria criteria) {
        List<Demand> all = new ArrayList<>(always);
        for (SearchCriteria.FilterGroup group : criteria.filterGroups()) {
            SqlFragment condition = condition(source.fields(), group);
            all.add(
                    group.filters().size() == 1
                            ? demand(source.fields(), criteria, group.filters().getFirst(), condition)
                            : new Demand(condition, null, null));
        }
        return new Listing(source, all, criteria);
    }

    private Demand demand(
            SearchFields fields, SearchCriteria criteria, SearchCriteria.Filter filter, SqlFragment condition) {
        SearchField field = fields.field(filter.field());
        return FilterCompiler.demand(field, filter, condition, criteria.isSortedBy(filter.field()), frequent);
    }

    /**
     * What the criteria's filters demand of a row, for statements that hold more than one list;
     * {@link SqlFragment#EMPTY} when nothing.
     *
     * @throws Refusal for an unknown field or condition, a value of the wrong type
     */
    public static SqlFragment condition(SearchFields fields, SearchCriteria criteria) {
        return SqlFragment.joined(
                "and",
                criteria.filterGroups().stream()
                        .map(group -> condition(fields, group))
                        .toList());
    }

    private static SqlFragment condition(SearchFields fields, SearchCriteria.FilterGroup group) {
        return SqlFragment.joined(
                "or",
                group.filters().stream()
                        .map(filter -> FilterCompiler.compile(fields.field(filter.field()), filter))
                        .toList());
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
