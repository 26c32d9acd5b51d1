package io.clientele.shared.sql;

import java.util.List;
import java.util.function.Function;

/**
 * How rows of a kind go into their table; one object for each kind.
 *
 * @param alone the statement for one row
 * @param together the statement for many, in their order; see {@link Columns}
 * @param <T> what a row is made of
 */
public record RowInsert<T>(Function<T, SqlFragment> alone, Function<List<T>, SqlFragment> together) {

    SqlFragment of(List<T> rows) {
        return rows.size() == 1 ? alone.apply(rows.getFirst()) : together.apply(rows);
    }
}
