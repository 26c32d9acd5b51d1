package io.clientele.customer;

import io.clientele.shared.search.Demand;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The list of customers: what matches a query. An empty set of websites means all of them. */
@ApplicationScoped
class CustomerListRepository {

    private static final String FROM = "customer c";
    private static final String KEY = "c.id";

    private final Search search;
    private final CustomerRows rows;
    private final CustomerSearchFields fields;
    private final CustomerKeywords keywords;
    private final Search.Source source;

    @Inject
    CustomerListRepository(Search search, CustomerRows rows, CustomerSearchFields fields, CustomerKeywords keywords) {
        this.keywords = keywords;
        this.search = search;
        this.rows = rows;
        this.fields = fields;
        this.source = new Search.Source(rows.columns(), FROM, fields.fields(), KEY);
    }

    /** A page of what matches, without the addresses. */
    SearchResults<Customer> page(CustomerQuery query, Set<Integer> websiteIds) {
        List<Demand> always = visible(websiteIds, query.keyword());
        return query.after() == null
                ? search.page(source, always, query.criteria(), rows::read, query.counted())
                : search.after(source, always, query.criteria(), rows::read, query.counted(), query.after());
    }

    /** Selects the ids of all that match. */
    SqlFragment ids(CustomerQuery query, Set<Integer> websiteIds) {
        return search.keys(source, visible(websiteIds, query.keyword()), query.criteria());
    }

    /**
     * Selects from all that match, in the order asked for.
     *
     * @param select expressions over {@code customer c} and what is joined
     * @param joins joins that leave one row for each customer, or nothing
     */
    SqlFragment rows(CustomerQuery query, Set<Integer> websiteIds, String select, String joins) {
        return search.rows(
                new Search.Source(select, (FROM + " " + joins).strip(), fields.fields(), KEY),
                visible(websiteIds, query.keyword()),
                query.criteria());
    }

    /**
     * Selects the next of all that match, in the order of their ids, from those after an id on.
     *
     * @param select expressions over {@code customer c}
     */
    LongFunction<SqlFragment> parts(CustomerQuery query, Set<Integer> websiteIds, String select, int most) {
        SqlFragment later = SqlFragment.of(KEY + " > ?", Long.MIN_VALUE);
        List<Demand> always = new ArrayList<>();
        always.add(new Demand(later, null, null));
        always.addAll(visible(websiteIds, query.keyword()));
        SqlFragment rows = search.rows(new Search.Source(select, FROM, fields.fields(), KEY), always, query.criteria())
                .then("limit ?", most);
        int place = rows.arguments().indexOf(Long.MIN_VALUE);
        return id -> rows.with(place, id);
    }

    /** How many match. */
    long count(CustomerQuery query, Set<Integer> websiteIds) {
        return search.count(source, visible(websiteIds, query.keyword()), query.criteria());
    }

    private List<Demand> visible(Set<Integer> websiteIds, @Nullable String keyword) {
        List<Demand> all = new ArrayList<>();
        if (!websiteIds.isEmpty()) {
            SqlFragment ofWebsites = SqlFragment.of("c.website_id = any(?::int[])", (Object)
                    websiteIds.stream().map(String::valueOf).toArray(String[]::new));
            all.add(new Demand(ofWebsites, null, null));
        }
        if (keyword != null && !keyword.isBlank()) {
            all.add(keywords.matching(keyword));
        }
        return all;
    }
}
