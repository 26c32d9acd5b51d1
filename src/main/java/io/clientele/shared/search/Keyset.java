package io.clientele.shared.search;

import io.clientele.shared.sql.SqlFragment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list, and the rows that come after one of them: what lets the ten-thousandth page cost as much as the
 * first.
 */
final class Keyset {

    private record Step(SearchField field, boolean ascending) {

        /** Rows without a value come first ascending and last descending. */
        String order() {
            String direction = ascending ? " asc" : " desc";
            // An index of what is never empty need not have the empty ones first, so nothing is said of them then.
            return field.value() + direction + (field.required() ? "" : ascending ? " nulls first" : " nulls last");
        }

        SqlFragment same(@Nullable String value) {
            return value == null ? SqlFragment.of(field.value() + " is null") : compared("=", value);
        }

        SqlFragment later(@Nullable String value) {
            if (value == null) {
                return SqlFragment.of(ascending ? field.value() + " is not null" : "false");
            }
            SqlFragment beyond = compared(ascending ? ">" : "<", value);
            return ascending || field.required()
                    ? beyond
                    : SqlFragment.joined("or", List.of(beyond, SqlFragment.of(field.value() + " is null")));
        }

        SqlFragment compared(String operator, String value) {
            return SqlFragment.of(
                    field.value() + " " + operator + " ?::" + field.type().cast(), value);
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private final String key;
    private final String name;

    /** @throws io.clientele.shared.Refusal for a field the list does not have */
    Keyset(Search.Source source, SearchCriteria criteria) {
        StringBuilder named = new StringBuilder();
        List<SearchCriteria.SortOrder> orders = criteria.sortOrders();
        if (orders != null) {
            for (SearchCriteria.SortOrder order : orders) {
                Step step = new Step(
                        source.fields().field(order.field()), order.direction().equals("ASC"));
                steps.add(step);
                named.append(step.field().name()).append(step.ascending() ? '+' : '-');
            }
        }
        key = key(source);
        name = named.toString();
    }

    /** Where one joined index has the order, the key in its table. */
    private String key(Search.Source source) {
        SearchField.Order order = steps.size() == 1 ? steps.getFirst().field().order() : null;
        return order == null || order.key() == null ? source.key() : order.key();
    }

    /** Rows that are alike follow each other in the direction of what they are sorted by, so that one index has both. */
    private boolean ascends() {
        return steps.isEmpty() || steps.getLast().ascending();
    }

    /** Whether a list can be gone through in this order without sorting all of it. */
    boolean isIndexed() {
        return steps.isEmpty()
                || (steps.size() == 1 && isIndexed(steps.getFirst().field()));
    }

    private static boolean isIndexed(SearchField field) {
        SearchField.Order order = field.order();
        return order != null && order.indexed() && order.join() == null;
    }

    String orderBy() {
        StringBuilder text = new StringBuilder("order by ");
        steps.forEach(step -> text.append(step.order()).append(", "));
        return text.append(key).append(ascends() ? "" : " desc").toString();
    }

    /** What a row must give besides, so that the next page can begin after it. */
    String columns() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            text.append(", (")
                    .append(steps.get(i).field().value())
                    .append(")::text as after_")
                    .append(i);
        }
        return text.append(", ").append(key).append(" as after_key").toString();
    }

    /** The place of the row the result stands on. */
    Cursor at(ResultSet row) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            values.add(row.getString("after_" + i));
        }
        return new Cursor(name, values, row.getString("after_key"));
    }

    /**
     * The rows that come after the place: conditions, of which the rows of each come after all rows of the one before, so that
     * an index has where each begins.
     *
     * @throws io.clientele.shared.Refusal when the text is none of this order's cursors
     */
    List<SqlFragment> after(String cursor) {
        Cursor place = Cursor.read(cursor, name, steps.size());
        return switch (steps.size()) {
            case 0 -> List.of(keyAfter(place));
            case 1 -> stretches(steps.getFirst(), place.values().getFirst(), place);
            default -> List.of(anyLater(place));
        };
    }

    private List<SqlFragment> stretches(Step step, @Nullable String value, Cursor place) {
        String field = step.field().value();
        if (value == null) {
            SqlFragment empty = SqlFragment.joined("and", List.of(step.same(null), keyAfter(place)));
            return step.ascending() ? List.of(empty, SqlFragment.of(field + " is not null")) : List.of(empty);
        }
        SqlFragment beyond = SqlFragment.of(
                "(" + field + ", " + key + ") " + (step.ascending() ? ">" : "<") + " (?::"
                        + step.field().type().cast() + ", ?::bigint)",
                value,
                place.key());
        return step.ascending() || step.field().required() ? List.of(beyond) : List.of(beyond, step.same(null));
    }

    private SqlFragment anyLater(Cursor place) {
        List<SqlFragment> ways = new ArrayList<>();
        List<SqlFragment> same = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String value = place.values().get(i);
            ways.add(both(same, steps.get(i).later(value)));
            same.add(steps.get(i).same(value));
        }
        ways.add(both(same, keyAfter(place)));
        return range(place).then(SqlFragment.joined("or", ways));
    }

    private SqlFragment keyAfter(Cursor place) {
        return SqlFragment.of(key + (ascends() ? " > " : " < ") + "?::bigint", place.key());
    }

    /** Says for an index what the rest says for each row: where in the first field's order to begin. */
    private SqlFragment range(Cursor place) {
        Step first = steps.getFirst();
        String value = place.values().getFirst();
        return first.field().required() && value != null
                ? first.compared(first.ascending() ? ">=" : "<=", value).then("and")
                : SqlFragment.EMPTY;
    }

    private static SqlFragment both(List<SqlFragment> same, SqlFragment last) {
        List<SqlFragment> all = new ArrayList<>(same);
        all.add(last);
        return SqlFragment.joined("and", all);
    }
}
