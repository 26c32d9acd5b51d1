package io.clientele.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the grid.
 *
 * @param code names the column; also the field that filters and sorts by it
 * @param type how its values look and what filters offer
 * @param isVisible whether it is shown until somebody chooses otherwise
 * @param sortOrder its place until somebody chooses otherwise
 * @param isSearchable whether the keyword search looks into it
 * @param isEditable whether it can be changed in the row
 * @param options what a select may be; null for the other types
 */
public record GridColumn(
        String code,
        String label,
        Type type,
        boolean isVisible,
        int sortOrder,
        boolean isFilterable,
        boolean isSortable,
        boolean isSearchable,
        boolean isEditable,
        @Nullable List<Option> options) {

    /** How the values of a column look. */
    public enum Type {
        /** Whole numbers; filters give a range. */
        NUMBER,
        TEXT,
        /** One of the options. */
        SELECT,
        /** Days and moments; filters give a range. */
        DATE,
        /** An address in one line: it can be shown, not filtered or sorted. */
        ADDRESS
    }

    /** A value of a select, and what people call it. */
    public record Option(String value, String label) {}
}
