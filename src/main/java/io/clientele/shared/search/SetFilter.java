package io.clientele.shared.search;

import io.clientele.shared.Refusals;
import io.clientele.shared.search.SearchCriteria.Filter;
import io.clientele.shared.sql.SqlFragment;
import java.util.List;

/**
 * Turns a filter over a list of texts into SQL: equal, in and in the set all ask whether the list has the text, or one of
 * them. An index over the expression with {@code jsonb_path_ops} serves that.
 */
final class SetFilter {

    private SetFilter() {}

    static SqlFragment compile(SearchField field, Condition condition, Filter filter) {
        return switch (condition) {
            case EQ, IS, SEQ, FINSET -> has(field, filter.texts());
            case IN -> has(field, filter.texts());
            case NEQ, SNEQ, NFINSET, NIN -> SqlFragment.of("not").then(has(field, filter.texts()));
            case LIKE, FULLTEXT -> like(field, filter, "like");
            case NLIKE -> like(field, filter, "not like");
            default -> throw Refusals.invalidValue("condition_type", filter.conditionType());
        };
    }

    private static SqlFragment has(SearchField field, List<String> texts) {
        if (texts.isEmpty()) {
            return SqlFragment.of("false");
        }
        return SqlFragment.joined(
                "or",
                texts.stream()
                        .map(text -> SqlFragment.of(field.sql() + " @> to_jsonb(?::text)", text.strip()))
                        .toList());
    }

    private static SqlFragment like(SearchField field, Filter filter, String operator) {
        return SqlFragment.of(field.sql() + "::text " + operator + " ?", filter.text());
    }
}
