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
            // No index has that order of rows without a value, so it is left out where there are none.
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
        this.key = source.key();
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
        name = named.toString();
    }

    String orderBy() {
        StringBuilder text = new StringBuilder("order by ");
        steps.forEach(step -> text.append(step.order()).append(", "));
        return text.append(key).toString();
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
     * The rows that come after the place.
     *
     * @throws io.clientele.shared.Refusal when the text is none of this order's cursors
     */
    SqlFragment after(String cursor) {
        Cursor place = Cursor.read(cursor, name, steps.size());
        List<SqlFragment> ways = new ArrayList<>();
        List<SqlFragment> same = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String value = place.values().get(i);
            ways.add(both(same, steps.get(i).later(value)));
            same.add(steps.get(i).same(value));
        }
        ways.add(both(same, SqlFragment.of(key + " > ?::bigint", place.key())));
        return range(place).then(SqlFragment.joined("or", ways));
    }

    /** Says for an index what the rest says for each row: where in the first field's order to begin. */
    private SqlFragment range(Cursor place) {
        if (steps.isEmpty()) {
            return SqlFragment.EMPTY;
        }
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
