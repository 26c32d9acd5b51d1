package io.clientele.grid;

import io.clientele.grid.GridColumn.Option;
import io.clientele.grid.GridColumn.Type;
import io.clientele.shared.ShownTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one column is read from, and how its cells are shown: numbers as numbers, options by what people call them. */
final class GridCell {

    private final GridColumn column;
    private final Source source;
    private final Map<String, String> labels = new HashMap<>();

    GridCell(GridColumn column, Source source) {
        this.column = column;
        this.source = source;
        List<Option> options = column.options();
        if (options != null) {
            options.forEach(option -> labels.putIfAbsent(option.value(), option.label()));
        }
    }

    /** How a value comes out of a row. */
    @FunctionalInterface
    interface Reading {

        Reading TEXT = ResultSet::getString;
        Reading NUMBER = ResultSet::getObject;
        Reading FLAG = (row, index) -> row.getBoolean(index) ? "1" : "0";
        Reading MOMENT = (row, index) -> {
            OffsetDateTime moment = row.getObject(index, OffsetDateTime.class);
            return moment == null ? null : ShownTime.of(moment.toInstant());
        };

        @Nullable
        Object read(ResultSet row, int index) throws SQLException;
    }

    /**
     * Where a column is from.
     *
     * @param sql an expression over {@code customer c} and what is joined
     * @param join what must be joined with a customer for it, one row at most; empty for nothing
     * @param known whether only what is among the options is shown
     */
    record Source(String sql, String join, Reading reading, boolean known) {

        static Source of(String sql, Reading reading) {
            return new Source(sql, "", reading, false);
        }
    }

    Source source() {
        return source;
    }

    String label() {
        return column.label();
    }

    /** The cell, a text or a number; empty text for nothing. */
    Object of(ResultSet row, int index) throws SQLException {
        Object value = source.reading().read(row, index);
        if (value == null) {
            return "";
        }
        return column.type() == Type.SELECT ? named(value.toString()) : value;
    }

    /** Several options are separated by commas. */
    private String named(String value) {
        String label = labels.get(value);
        if (label != null || value.indexOf(',') < 0) {
            return label != null ? label : source.known() ? "" : value;
        }
        return Stream.of(value.split(",", -1))
                .map(each -> source.known() ? labels.get(each) : labels.getOrDefault(each, each))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
