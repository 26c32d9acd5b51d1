package io.clientele.shared;

import org.jspecify.annotations.Nullable;

/** Cells of tables that people open in a spreadsheet. */
public final class CsvCells {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvCells() {}

    /** The text so that no spreadsheet takes it for a formula: an apostrophe before what could begin one. */
    public static String neutral(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
