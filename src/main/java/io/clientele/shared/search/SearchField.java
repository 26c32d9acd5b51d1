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
 * @param parts the index over {@code text_parts} of the expression that finds any part of the text, with the place of the
 *     expression in it, see {@link FrequentParts}; null where there is none
 * @param rare whether an index over the expression finds the few rows that have one value, whichever it is
 * @param from where the expression is from when it is not from the list's own table: a table, {@code where} and what
 *     ties one row of it to the list's; null otherwise
 * @param several whether more than one row of {@code from} may be tied to the list's: any of them fits a filter, and the
 *     least of them sorts
 * @param join joins a table that has exactly one row for each of the list's, where the expression is from; only lists whose
 *     criteria name such a field join it; null otherwise
 * @param alone {@code from} without what ties its row to the list's, where each of its rows is of one row of the list: these can be
 *     counted there; null otherwise
 * @param order where the list's order by this field comes from when that is not the expression; null otherwise
 */
public record SearchField(
        String name,
        Type type,
        String sql,
        UnaryOperator<String> fold,
        boolean required,
        @Nullable String parts,
        boolean rare,
        @Nullable String from,
        boolean several,
        @Nullable String join,
        @Nullable String alone,
        @Nullable Order order) {

    private static final String ROOT_COLLATION = " collate \"und-x-icu\")";

    /**
     * How a list is sorted by a field.
     *
     * @param join joins what has exactly one row for each of the list's; null where the value is in the list's own table
     * @param value the expression sorted by
     * @param key the list's key in the table joined, so that one index has value and key; null for the list's own
     * @param indexed whether an index of the list's own table has that order, so that a list may be gone through in it
     */
    record Order(
            @Nullable String join, String value, @Nullable String key, boolean indexed) {}

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
        return new SearchField(
                name, type, sql, UnaryOperator.identity(), false, null, false, null, false, null, null, null);
    }

    /** Text of a plain column, folded by the ICU root collation, which every supported server has. */
    public static SearchField text(String name, String column) {
        return new SearchField(
                name,
                Type.TEXT,
                "lower(" + column + ROOT_COLLATION,
                Fold::key,
                false,
                null,
                false,
                null,
                false,
                null,
                null,
                null);
    }

    /** Text of a column that is stored folded. */
    public static SearchField folded(String name, String column) {
        return new SearchField(name, Type.TEXT, column, Fold::key, false, null, false, null, false, null, null, null);
    }

    /** The same field, of which every row has a value. */
    public SearchField always() {
        return new SearchField(name, type, sql, fold, true, parts, rare, from, several, join, alone, order);
    }

    /** Text that is compared as it is, byte by byte, once the caller's has been brought into its form. */
    public static SearchField exact(String name, String sql, UnaryOperator<String> form) {
        return new SearchField(name, Type.TEXT, sql, form, false, null, false, null, false, null, null, null);
    }

    /** The same field under another name, in a row of another table that belongs to the list's row. */
    public SearchField of(String other, String table) {
        return new SearchField(other, type, sql, fold, false, parts, rare, table, false, null, null, null);
    }

    /** The same field, in the rows of another table that belong to the list's row, of which there may be several. */
    public SearchField among(String table) {
        return new SearchField(name, type, sql, fold, false, parts, rare, table, true, null, null, null);
    }

    /**
     * The same field, in a table that has exactly one row for each of the list's.
     *
     * @param table {@code join}, the table, {@code on} and what ties its row to the list's
     * @param key the list's key in that table
     */
    public SearchField beside(String table, String key) {
        return new SearchField(
                name,
                type,
                sql,
                fold,
                required,
                parts,
                rare,
                null,
                false,
                table,
                null,
                new Order(table, sql, key, false));
    }

    /**
     * The same field, sorted by what is joined for that.
     *
     * @param joined joins what has exactly one row for each of the list's
     * @param there the field in what is joined
     * @param key the list's key in what is joined; null for the list's own
     */
    public SearchField sortedBy(String joined, SearchField there, @Nullable String key) {
        Order sorted = new Order(joined, there.value(), key, false);
        return new SearchField(name, type, sql, fold, required, parts, rare, from, several, join, alone, sorted);
    }

    /** The same field, by which the list's rows can be counted in that table alone, under a condition of its own. */
    public SearchField countedIn(String table) {
        return new SearchField(name, type, sql, fold, required, parts, rare, from, several, join, table, order);
    }

    /** The same field, whose order an index of the list's own table has, followed by the key. */
    public SearchField ordered() {
        Order own = new Order(join, value(), null, true);
        return new SearchField(name, type, sql, fold, required, parts, rare, from, several, join, alone, own);
    }

    /** The value, for sorting. */
    String value() {
        if (order != null) {
            return order.value();
        }
        String text = type == Type.SET ? "(" + sql + ")::text" : sql;
        return from == null ? text : "(select " + (several ? "min(" + text + ")" : text) + " from " + from + ")";
    }

    /** What a list that is sorted by the field joins; null for nothing. */
    @Nullable
    String joinForOrder() {
        return order == null ? join : order.join();
    }

    /** Whether the field is text that sorts by the ICU root collation, and an index of the list's own table has that order. */
    boolean isOfRootCollation() {
        return sql.endsWith(ROOT_COLLATION) && order != null && order.indexed() && order.join() == null;
    }

    /** Whether the field is a condition on other rows, which PostgreSQL finds from there where it stands by itself. */
    boolean isExistence() {
        return type == Type.BOOLEAN && from == null && sql.startsWith("exists (");
    }

    /** The same field, of which an index finds the few rows with a value, whichever it is. */
    public SearchField rarely() {
        return new SearchField(name, type, sql, fold, required, parts, true, from, several, join, alone, order);
    }

    /**
     * The same field, whose parts an index finds.
     *
     * @param index its name and the place of the field's expression in it, from 1, with a point between
     */
    public SearchField withParts(String index) {
        return new SearchField(name, type, sql, fold, required, index, rare, from, several, join, alone, order);
    }
}
