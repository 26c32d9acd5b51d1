package io.clientele.shared.search;

import io.clientele.shared.search.SearchCriteria.Filter;
import io.clientele.shared.sql.SqlFragment;
import java.util.List;

/** Turns one filter into SQL. Text comes from {@link Condition} and the field registry, values are arguments. */
final class FilterCompiler {

    private FilterCompiler() {}

    static SqlFragment compile(SearchField field, Filter filter) {
        Condition condition = Condition.of(filter.conditionType());
        return switch (condition) {
            case EQ, NEQ, GT, LT, GTEQ, LTEQ, MOREQ, FROM, TO -> compared(field, condition, filter.text());
            case LIKE, NLIKE -> like(field, condition, field.fold().apply(filter.text()));
            case FULLTEXT -> like(field, condition, "%" + escaped(field.fold().apply(filter.text())) + "%");
            case IN, NIN -> among(field, condition, filter.texts());
            case IS -> is(field, condition, filter.text());
            case NULL, NOTNULL -> SqlFragment.of(field.sql() + " " + condition.operator());
            case FINSET, NFINSET -> inSet(field, condition, filter.text());
            case REGEXP -> SqlFragment.of(asText(field) + " ~* ?", filter.text());
            case SEQ, SNEQ -> nullOrCompared(field, condition, filter.text());
            case NTOA -> address(field, filter.text());
        };
    }

    private static SqlFragment compared(SearchField field, Condition condition, String value) {
        return SqlFragment.of(
                field.sql() + " " + condition.operator() + " ?::" + field.type().cast(), FilterValue.of(field, value));
    }

    private static SqlFragment like(SearchField field, Condition condition, String pattern) {
        SqlFragment matches = SqlFragment.of(asText(field) + " " + condition.operator() + " ?", pattern);
        String pieces = field.parts() && condition != Condition.NLIKE ? TextParts.query(pattern) : null;
        return pieces == null
                ? matches
                : SqlFragment.joined(
                        "and",
                        List.of(matches, SqlFragment.of("text_parts(" + field.sql() + ") @@ ?::tsquery", pieces)));
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

    private static SqlFragment is(SearchField field, Condition condition, String value) {
        String word = value.strip().toLowerCase(java.util.Locale.ROOT);
        if (word.equals("null") || word.equals("not null")) {
            return SqlFragment.of(field.sql() + " is " + word);
        }
        return compared(field, condition, value);
    }

    private static SqlFragment inSet(SearchField field, Condition condition, String value) {
        return SqlFragment.of(
                "?::text " + condition.operator() + " (string_to_array(" + asText(field) + ", ','))",
                field.fold().apply(value));
    }

    private static SqlFragment nullOrCompared(SearchField field, Condition condition, String value) {
        if (value.isEmpty()) {
            return SqlFragment.of(field.sql() + (condition == Condition.SEQ ? " is null" : " is not null"));
        }
        return compared(field, condition, value);
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

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
