package io.clientele.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells of tables that people open in a spreadsheet, and that may come back. */
public final class CsvCells {

    // With apostrophes before it too: otherwise what begins with one would come back without it.
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

    private static final String BEGINNINGS = "'=+-@\t\r";

    private CsvCells() {}

    /** The text so that no spreadsheet takes it for a formula: an apostrophe before what could begin one. */
    public static String neutral(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (text.isEmpty() || BEGINNINGS.indexOf(text.charAt(0)) < 0) {
            return text;
        }
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** What a cell was before {@link #neutral}; other cells are as they are. */
    public static String original(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
