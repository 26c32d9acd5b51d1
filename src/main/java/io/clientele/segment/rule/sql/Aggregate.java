package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums and the like over facts of one kind, for one or several slices of them in one reading. */
final class Aggregate {

    /** PostgreSQL takes 1,664 columns; a condition adds a few. */
    private static final int MOST_COLUMNS = 1_500;

    private final String alias;
    private final Facts facts;
    private final Map<Column, String> columns = new LinkedHashMap<>();

    Aggregate(String alias, Facts facts) {
        this.alias = alias;
        this.facts = facts;
    }

    private record Column(String function, Slice slice, String moment, SqlFragment chosen) {}

    /**
     * A column with the function over the slice.
     *
     * @param function an aggregate function with its argument
     * @param moment the column that the slice is cut by
     */
    String column(String function, Slice slice, String moment) {
        return column(function, slice, moment, SqlFragment.EMPTY);
    }

    /** @param chosen which of the rows count besides; nothing for all */
    String column(String function, Slice slice, String moment, SqlFragment chosen) {
        return alias + "."
                + columns.computeIfAbsent(
                        new Column(function, slice, moment, chosen), column -> "c" + (columns.size() + 1));
    }

    /** Whether further conditions have to read the facts once more. */
    boolean isFull() {
        return columns.size() >= MOST_COLUMNS;
    }

    String alias() {
        return alias;
    }

    SqlFragment relation(Layout layout) {
        Set<Slice> slices = new LinkedHashSet<>();
        columns.keySet().forEach(column -> slices.add(column.slice()));
        Slice together = slices.stream().reduce(Slice::with).orElseThrow();
        SqlFragment all = SqlFragment.EMPTY;
        for (Map.Entry<Column, String> each : columns.entrySet()) {
            Column column = each.getKey();
            SqlFragment function = SqlFragment.of((all.text().isEmpty() ? "" : ", ") + column.function());
            List<SqlFragment> conditions = new ArrayList<>();
            for (SqlFragment condition : List.of(column.slice().rowsOf(together, column.moment()), column.chosen())) {
                if (!condition.text().isEmpty()) {
                    conditions.add(condition);
                }
            }
            if (!conditions.isEmpty()) {
                function = function.then("filter (where")
                        .then(SqlFragment.joined("and", conditions))
                        .then(")");
            }
            all = all.then(function.then("as " + each.getValue()));
        }
        String moment = columns.keySet().iterator().next().moment();
        return layout.aggregated(alias, all, together.equals(Slice.ALL) ? facts : facts.and(together.rows(moment)));
    }
}
