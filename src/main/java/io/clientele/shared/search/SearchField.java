package io.clientele.shared.search;

import io.clientele.shared.Fold;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A field a list can be filtered and sorted by.
 *
 * @param name the contract's name in snake_case; compared without regard to case and underscores
 * @param type how values are read and compared
 * @param sql the expression that gives the value; for text it must be folded already, see {@link Type#TEXT}
 * @param fold makes a caller's text comparable with the expression; not used by the other types
 * @param required whether every row has a value, so that an index has its order
 * @param parts whether an index over {@code text_parts} of the expression finds any part of the text
 * @param rare whether an index over the expression finds the few rows that have one value, whichever it is
 * @param from where the expression is from when it is not from the list's own table: a table, {@code where} and what
 *     ties one row of it to the list's; null otherwise
 * @param several whether more than one row of {@code from} may be tied to the list's: any of them fits a filter, and the
 *     least of them sorts
 * @param join joins a table that has exactly one row for each of the list's, so that an index of that table has the
 *     list's order; only lists whose criteria name such a field join it; null otherwise
 */
public record SearchField(
        String name,
        Type type,
        String sql,
        UnaryOperator<String> fold,
        boolean required,
        boolean parts,
        boolean rare,
        @Nullable String from,
        boolean several,
        @Nullable String join) {

    /** How a field's values compare. */
    public enum Type {
        /** Compared without regard to case: the expression is folded by SQL or stored so. */
        TEXT("text"),
        INTEGER("bigint"),
        DECIMAL("numeric"),
        BOOLEAN("boolean"),
        /** A day, {@code YYYY-MM-DD}. */
        DATE("date"),
        /** A moment in UTC, {@code YYYY-MM-DD HH:MM:SS}. */
        MOMENT("timestamptz"),
        /** A list of texts as {@code jsonb}; to be equal to a text is to have it. */
        SET("text");

        private final String cast;

        Type(String cast) {
            this.cast = cast;
        }

        String cast() {
            return cast;
        }
    }

    /** A field that is not text. */
    public static SearchField of(String name, Type type, String sql) {
        return new SearchField(name, type, sql, UnaryOperator.identity(), false, false, false, null, false, null);
    }

    /** Text of a plain column, folded by the ICU root collation, which every supported server has. */
    public static SearchField text(String name, String column) {
        return new SearchField(
                name,
                Type.TEXT,
                "lower(" + column + " collate \"und-x-icu\")",
                Fold::key,
                false,
                false,
                false,
                null,
                false,
                null);
    }

    /** Text of a column that is stored folded. */
    public static SearchField folded(String name, String column) {
        return new SearchField(name, Type.TEXT, column, Fold::key, false, false, false, null, false, null);
    }

    /** The same field, of which every row has a value. */
    public SearchField always() {
        return new SearchField(name, type, sql, fold, true, parts, rare, from, several, join);
    }

    /** Text that is compared as it is, byte by byte, once the caller's has been brought into its form. */
    public static SearchField exact(String name, String sql, UnaryOperator<String> form) {
        return new SearchField(name, Type.TEXT, sql, form, false, false, false, null, false, null);
    }

    /** The same field under another name, in a row of another table that belongs to the list's row. */
    public SearchField of(String other, String table) {
        return new SearchField(other, type, sql, fold, false, parts, rare, table, false, null);
    }

    /** The same field, in the rows of another table that belong to the list's row, of which there may be several. */
    public SearchField among(String table) {
        return new SearchField(name, type, sql, fold, false, parts, rare, table, true, null);
    }

    /**
     * The same field, in a table that has exactly one row for each of the list's.
     *
     * @param table {@code join}, the table, {@code on} and what ties its row to the list's
     */
    public SearchField beside(String table) {
        return new SearchField(name, type, sql, fold, required, parts, rare, null, false, table);
    }

    /** The value, for sorting. */
    String value() {
        String text = type == Type.SET ? "(" + sql + ")::text" : sql;
        return from == null ? text : "(select " + (several ? "min(" + text + ")" : text) + " from " + from + ")";
    }

    /** The same field, of which an index finds the few rows with a value, whichever it is. */
    public SearchField rarely() {
        return new SearchField(name, type, sql, fold, required, parts, true, from, several, join);
    }

    /** The same field, whose parts an index finds. */
    public SearchField withParts() {
        return new SearchField(name, type, sql, fold, required, true, rare, from, several, join);
    }
}
