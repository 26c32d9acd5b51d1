package io.clientele.shared.search;

import io.clientele.shared.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements of one list that is asked for with criteria. */
final class Listing {

    /** How many rows are gone through for each row wanted, where one of a hundred is expected to fit. */
    private static final long GONE_THROUGH = 200;

    /** Farther into a list the index is asked at once. */
    private static final long FARTHEST = 500;

    private final Search.Source source;
    private final SearchCriteria criteria;
    private final List<Demand> demands;
    private final Keyset keyset;

    /**
     * @param demands all that is demanded, by the caller and besides
     * @throws io.clientele.shared.Refusal for a field the list does not have
     */
    Listing(Search.Source source, List<Demand> demands, SearchCriteria criteria) {
        this.source = source;
        this.criteria = criteria;
        this.demands = demands;
        this.keyset = new Keyset(source, criteria);
    }

    /**
     * A part of the list.
     *
     * @param after where it begins; null for the beginning
     * @param offset how many rows before it are passed over
     * @param placed whether each row tells its place, see {@link Keyset#at}
     */
    record Part(@Nullable SqlFragment after, int size, long offset, boolean placed) {}

    Keyset keyset() {
        return keyset;
    }

    /** Selects a part. */
    SqlFragment rows(Part part) {
        return selected(part, from(true))
                .then(where(demands, part))
                .then(keyset.orderBy())
                .then("limit ? offset ?", part.size(), part.offset());
    }

    /** Selects all. */
    SqlFragment rows() {
        return SqlFragment.of("select " + source.select() + " from " + from(true))
                .then(where(demands, null))
                .then(keyset.orderBy());
    }

    /**
     * Selects a part by going through the list in its order, no farther than {@link #GONE_THROUGH} rows for each one wanted: all
     * of it, or less than there is. Null where the list would have to be sorted for that, or nothing is known to be frequent.
     */
    @Nullable
    SqlFragment onTheWay(Part part) {
        List<SqlFragment> met = Demand.met(demands);
        long wanted = part.offset() + part.size();
        if (met.isEmpty()
                || wanted > FARTHEST
                || !keyset.isIndexed()
                || !from(true).equals(source.from())) {
            return null;
        }
        String table = source.key().substring(0, source.key().indexOf('.'));
        SqlFragment way = SqlFragment.of("select " + table + ".* from " + source.from())
                .then(where(Demand.others(demands), part))
                .then(keyset.orderBy())
                .then("limit ?", wanted * GONE_THROUGH);
        return selected(part, "(")
                .then(way)
                .then(") " + table + " where")
                .then(SqlFragment.joined("and", met))
                .then(keyset.orderBy())
                .then("limit ? offset ?", part.size(), part.offset());
    }

    /** Selects the keys of all rows, in no order. */
    SqlFragment keys() {
        return SqlFragment.of("select " + source.key() + " from " + from(false)).then(where(demands, null));
    }

    /** Counts all. */
    SqlFragment count() {
        SqlFragment alone = demands.size() == 1 ? demands.getFirst().alone() : null;
        // What only sorts takes no row away, as it has one for each.
        return alone == null
                ? SqlFragment.of("select count(*) from " + from(false)).then(where(demands, null))
                : SqlFragment.of("select count(*)").then(alone);
    }

    private SqlFragment selected(Part part, String from) {
        return SqlFragment.of("select " + source.select() + (part.placed() ? keyset.columns() : "") + " from " + from);
    }

    private static SqlFragment where(List<Demand> demands, @Nullable Part part) {
        List<SqlFragment> all = new ArrayList<>();
        if (!demands.isEmpty()) {
            all.add(Demand.all(demands));
        }
        if (part != null) {
            all.addAll(Demand.places(demands));
            if (part.after() != null) {
                all.add(part.after());
            }
        }
        return switch (all.size()) {
            case 0 -> SqlFragment.EMPTY;
            case 1 -> SqlFragment.of("where").then(all.getFirst());
            default -> SqlFragment.of("where").then(SqlFragment.joined("and", all));
        };
    }

    /** The list's tables, and those that its criteria need beside them. */
    private String from(boolean sorted) {
        Stream<String> filters = criteria.filterGroups().stream()
                .flatMap(group -> group.filters().stream())
                .map(filter -> source.fields().field(filter.field()).join())
                .filter(Objects::nonNull);
        List<SearchCriteria.SortOrder> orders = criteria.sortOrders();
        Stream<String> sorts = orders == null || !sorted
                ? Stream.empty()
                : orders.stream()
                        .map(order -> source.fields().field(order.field()).joinForOrder())
                        .filter(Objects::nonNull);
        return Stream.concat(filters, sorts).distinct().reduce(source.from(), (from, join) -> from + " " + join);
    }
}
