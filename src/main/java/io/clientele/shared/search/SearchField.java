package io.clientele.shared.search;

import io.clientele.shared.Fold;
import java.util.function.UnaryOperator;

/**
 * A field a list can be filtered and sorted by.
 *
 * @param name the contract's name in snake_case; compared without regard to case and underscores
 * @param type how values are read and compared
 * @param sql the expression that gives the value; for text it must be folded already, see {@link Type#TEXT}
 * @param fold makes a caller's text comparable with the expression; not used by the other types
 * @param required whether every row has a value, so that an index has its order
 * @param parts whether an index over {@code text_parts} of the expression finds any part of the text
 */
public record SearchField(
        String name, Type type, String sql, UnaryOperator<String> fold, boolean required, boolean parts) {

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
        MOMENT("timestamptz");

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
        return new SearchField(name, type, sql, UnaryOperator.identity(), false, false);
    }

    /** Text of a plain column, folded by the ICU root collation, which every supported server has. */
    public static SearchField text(String name, String column) {
        return new SearchField(name, Type.TEXT, "lower(" + column + " collate \"und-x-icu\")", Fold::key, false, false);
    }

    /** Text of a column that is stored folded. */
    public static SearchField folded(String name, String column) {
        return new SearchField(name, Type.TEXT, column, Fold::key, false, false);
    }

    /** The same field, of which every row has a value. */
    public SearchField always() {
        return new SearchField(name, type, sql, fold, true, parts);
    }

    /** The same field, whose parts an index finds. */
    public SearchField withParts() {
        return new SearchField(name, type, sql, fold, required, true);
    }
}
