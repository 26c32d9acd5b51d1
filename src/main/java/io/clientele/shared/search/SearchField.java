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
 */
public record SearchField(
        String name,
        Type type,
        String sql,
        UnaryOperator<String> fold,
        boolean required,
        boolean parts,
        boolean rare,
        @Nullable String from) {

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
        return new SearchField(name, type, sql, UnaryOperator.identity(), false, false, false, null);
    }

    /** Text of a plain column, folded by the ICU root collation, which every supported server has. */
    public static SearchField text(String name, String column) {
        return new SearchField(
                name, Type.TEXT, "lower(" + column + " collate \"und-x-icu\")", Fold::key, false, false, false, null);
    }

    /** Text of a column that is stored folded. */
    public static SearchField folded(String name, String column) {
        return new SearchField(name, Type.TEXT, column, Fold::key, false, false, false, null);
    }

    /** The same field, of which every row has a value. */
    public SearchField always() {
        return new SearchField(name, type, sql, fold, true, parts, rare, from);
    }

    /** Text that is compared as it is, byte by byte, once the caller's has been brought into its form. */
    public static SearchField exact(String name, String sql, UnaryOperator<String> form) {
        return new SearchField(name, Type.TEXT, sql, form, false, false, false, null);
    }

    /** The same field under another name, in a row of another table that belongs to the list's row. */
    public SearchField of(String other, String table) {
        return new SearchField(other, type, sql, fold, false, parts, rare, table);
    }

    /** The value, for sorting. */
    String value() {
        String text = type == Type.SET ? "(" + sql + ")::text" : sql;
        return from == null ? text : "(select " + text + " from " + from + ")";
    }

    /** The same field, of which an index finds the few rows with a value, whichever it is. */
    public SearchField rarely() {
        return new SearchField(name, type, sql, fold, required, parts, true, from);
    }

    /** The same field, whose parts an index finds. */
    public SearchField withParts() {
        return new SearchField(name, type, sql, fold, required, true, rare, from);
    }
}
