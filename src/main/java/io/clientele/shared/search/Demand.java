package io.clientele.shared.search;

import io.clientele.shared.sql.SqlFragment;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of the rows of a list.
 *
 * @param condition as an index finds the rows that fit it
 * @param met the same for a row that a list has come to by itself, where so many rows fit that it meets them soon; null
 *     where that is not known. Only for lists of one table.
 * @param alone {@code from …} what has exactly one row for each row that fits, so that these can be counted without the list's
 *     table; null where nothing has
 * @param place where in the order of the list the rows that fit lie together, said besides for an index that has this order; null
 *     where they do not, or that is not known
 */
public record Demand(
        SqlFragment condition,
        @Nullable SqlFragment met,
        @Nullable SqlFragment alone,
        @Nullable SqlFragment place) {

    /** A demand of rows that may lie anywhere in the list. */
    public Demand(SqlFragment condition, @Nullable SqlFragment met, @Nullable SqlFragment alone) {
        this(condition, met, alone, null);
    }

    /** A condition of which no more is known; none for {@link SqlFragment#EMPTY}. */
    static List<Demand> of(SqlFragment condition) {
        return condition.text().isEmpty() ? List.of() : List.of(new Demand(condition, null, null));
    }

    /** All of them; {@link SqlFragment#EMPTY} for none. */
    public static SqlFragment all(List<Demand> demands) {
        return SqlFragment.joined("and", demands.stream().map(Demand::condition).toList());
    }

    /** Where in the order of the list the rows lie that fit all. */
    static List<SqlFragment> places(List<Demand> demands) {
        return demands.stream()
                .flatMap(demand -> Stream.ofNullable(demand.place))
                .toList();
    }

    /** Those that must be met on the way. */
    static List<SqlFragment> met(List<Demand> demands) {
        return demands.stream().flatMap(demand -> Stream.ofNullable(demand.met)).toList();
    }

    /** Those that hold for all rows gone through. */
    static List<Demand> others(List<Demand> demands) {
        return demands.stream().filter(demand -> Objects.isNull(demand.met)).toList();
    }
}
