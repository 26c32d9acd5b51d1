package io.clientele.shared.search;

import io.clientele.shared.search.SearchCriteria.Filter;
import io.clientele.shared.sql.SqlFragment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns one filter into SQL. Text comes from {@link Condition} and the field registry, values are arguments. */
final class FilterCompiler {

    private FilterCompiler() {}

    static SqlFragment compile(SearchField field, Filter filter) {
        Condition condition = Condition.of(filter.conditionType());
        Boolean empty = emptiness(condition, filter.text().strip().toLowerCase(Locale.ROOT));
        if (empty != null) {
            return SqlFragment.of(isEmpty(field, empty));
        }
        // Not to be one of several is to have none that it is.
        Condition asked = field.several() ? positive(condition) : condition;
        SqlFragment holds = field.type() == SearchField.Type.SET
                ? SetFilter.compile(field, asked, filter)
                : plain(field, asked, filter);
        return field.from() == null
                ? holds
                : SqlFragment.of((asked == condition ? "" : "not ") + "exists (select 1 from " + field.from() + " and")
                        .then(holds)
                        .then(")");
    }

    /**
     * What the only filter of a group demands.
     *
     * @param condition the filter, as {@link #compile} gives it
     * @param sorting whether the field is the one that the list is sorted by: texts with one beginning lie together then
     */
    static Demand demand(
            SearchField field, Filter filter, SqlFragment condition, boolean sorting, FrequentParts frequent) {
        return new Demand(
                condition,
                met(field, filter, sorting, frequent),
                alone(field, filter),
                sorting ? place(field, filter) : null);
    }

    /** {@code from …} what has one row for each row of the list that fits, see {@link Demand#alone}; null where nothing has. */
    private static @Nullable SqlFragment alone(SearchField field, Filter filter) {
        Condition condition = Condition.of(filter.conditionType());
        Boolean empty = emptiness(condition, filter.text().strip().toLowerCase(Locale.ROOT));
        if (field.alone() == null || field.type() == SearchField.Type.SET || Boolean.TRUE.equals(empty)) {
            return null;
        }
        return SqlFragment.of("from " + field.alone() + " and")
                .then(empty == null ? plain(field, condition, filter) : SqlFragment.of(field.sql() + " is not null"));
    }

    /**
     * The same for a row that a list has come to, where the filter asks for a part of a text that many rows have; null for
     * any other filter.
     */
    private static @Nullable SqlFragment met(
            SearchField field, Filter filter, boolean sorting, FrequentParts frequent) {
        String index = field.parts();
        String pattern = index == null || field.several() ? null : pattern(field, filter);
        if (index == null
                || pattern == null
                || (sorting && !pattern.startsWith("%") && !pattern.startsWith("_"))
                || !frequent.all(index, pattern)) {
            return null;
        }
        SqlFragment holds = SqlFragment.of(field.sql() + " like ?", pattern);
        return field.from() == null
                ? holds
                : SqlFragment.of("(select").then(holds).then("from " + field.from() + ")");
    }

    /** Where the rows that fit lie in a list that is sorted by the field, see {@link Beginning}; null where that is not known. */
    private static @Nullable SqlFragment place(SearchField field, Filter filter) {
        return Condition.of(filter.conditionType()) == Condition.LIKE
                ? Beginning.range(field, field.fold().apply(filter.text()))
                : null;
    }

    private static @Nullable String pattern(SearchField field, Filter filter) {
        String text = field.fold().apply(filter.text());
        return switch (Condition.of(filter.conditionType())) {
            case LIKE -> text;
            case FULLTEXT -> "%" + TextParts.literal(text) + "%";
            default -> null;
        };
    }

    private static Condition positive(Condition condition) {
        return switch (condition) {
            case NEQ -> Condition.EQ;
            case SNEQ -> Condition.SEQ;
            case NIN -> Condition.IN;
            case NLIKE -> Condition.LIKE;
            case NFINSET -> Condition.FINSET;
            default -> condition;
        };
    }

    /** Whether a value is asked to be there at all: true that there is none, false that there is one, null neither. */
    private static @Nullable Boolean emptiness(Condition condition, String value) {
        return switch (condition) {
            case NULL -> true;
            case NOTNULL -> false;
            case IS -> value.equals("null") ? Boolean.TRUE : value.equals("not null") ? Boolean.FALSE : null;
            case SEQ -> value.isEmpty() ? Boolean.TRUE : null;
            case SNEQ -> value.isEmpty() ? Boolean.FALSE : null;
            default -> null;
        };
    }

    private static String isEmpty(SearchField field, boolean empty) {
        return field.from() == null
                ? field.sql() + (empty ? " is null" : " is not null")
                : (empty ? "not " : "") + "exists (select 1 from " + field.from() + " and " + field.sql()
                        + " is not null)";
    }

    private static SqlFragment plain(SearchField field, Condition condition, Filter filter) {
        return switch (condition) {
            case EQ, NEQ, GT, LT, GTEQ, LTEQ, MOREQ, FROM, TO, IS, SEQ, SNEQ ->
                compared(field, condition, filter.text());
            case LIKE, NLIKE -> like(field, condition, field.fold().apply(filter.text()));
            case FULLTEXT ->
                like(field, condition, "%" + TextParts.literal(field.fold().apply(filter.text())) + "%");
            case IN, NIN -> among(field, condition, filter.texts());
            case NULL, NOTNULL -> throw new IllegalStateException("emptiness decides " + condition);
            case FINSET, NFINSET -> inSet(field, condition, filter.text());
            case REGEXP -> SqlFragment.of(asText(field) + " ~* ?", filter.text());
            case NTOA -> address(field, filter.text());
        };
    }

    private static SqlFragment compared(SearchField field, Condition condition, String value) {
        if (field.isExistence() && (condition == Condition.EQ || condition == Condition.NEQ)) {
            boolean wanted = Boolean.TRUE.equals(FilterValue.of(field, value)) == (condition == Condition.EQ);
            return SqlFragment.of((wanted ? "" : "not ") + field.sql());
        }
        return SqlFragment.of(
                field.sql() + " " + condition.operator() + " ?::" + field.type().cast(), FilterValue.of(field, value));
    }

    private static SqlFragment like(SearchField field, Condition condition, String pattern) {
        return field.parts() != null && condition != Condition.NLIKE
                ? TextParts.like(field.sql(), pattern)
                : SqlFragment.of(asText(field) + " " + condition.operator() + " ?", pattern);
    }

    private static SqlFragment among(SearchField field, Condition condition, List<String> values) {
        String[] read = values.stream()
                .map(value -> FilterValue.of(field, value.strip()))
                .map(String::valueOf)
                .toArray(String[]::new);
        return SqlFragment.of(
                field.sql() + " " + condition.operator() + " (?::"
                        + field.type().cast() + "[])",
                (Object) read);
    }

    private static SqlFragment inSet(SearchField field, Condition condition, String value) {
        return SqlFragment.of(
                "?::text " + condition.operator() + " (string_to_array(" + asText(field) + ", ','))",
                field.fold().apply(value));
    }

    /** A number seen as an IPv4 address; what is not a number is none. */
    private static SqlFragment address(SearchField field, String pattern) {
        if (field.type() != SearchField.Type.INTEGER) {
            return SqlFragment.of("false");
        }
        return SqlFragment.of(
                "(" + field.sql() + " between 0 and 4294967295 and host('0.0.0.0'::inet + " + field.sql() + ") like ?)",
                pattern);
    }

    private static String asText(SearchField field) {
        return switch (field.type()) {
            case TEXT -> field.sql();
            case MOMENT -> "to_char(" + field.sql() + " at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')";
            case BOOLEAN -> "(" + field.sql() + ")::int::text";
            default -> "(" + field.sql() + ")::text";
        };
    }
}
