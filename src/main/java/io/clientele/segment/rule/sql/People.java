package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people of a statement.
 *
 * @param ids who is judged; null for everybody
 */
record People(boolean visitors, @Nullable List<Long> ids) {

    static People of(Population population) {
        return switch (population) {
            case Population.Everybody() -> new People(false, null);
            case Population.Customers(Collection<Long> ids) -> some(ids);
            case Population.Visitor(long id) -> new People(true, List.of(id));
        };
    }

    static People some(Collection<Long> ids) {
        return new People(false, ids.stream().distinct().sorted().toList());
    }

    Layout layout() {
        return ids == null ? Layout.GROUPED : Layout.LATERAL;
    }

    /** What the column with their number is called in an answer. */
    String column() {
        return "p.id as " + (visitors ? "visitor_id" : "customer_id");
    }

    /** From here to the end of the condition that says who they are. */
    SqlFragment from(Zoned scope, Sources sources) {
        return from(scope, sources, SqlFragment.EMPTY);
    }

    /** @param more what else is joined */
    SqlFragment from(Zoned scope, Sources sources, SqlFragment more) {
        SqlFragment from =
                sources.from((visitors ? "visitor" : "customer") + " p").then(more);
        if (sources.isLed()) {
            return from.then("where true");
        }
        SqlFragment all = from.then("where p.website_id = any (?)", (Object) Zoned.ids(scope.people()));
        if (ids == null) {
            return all;
        }
        // One is told apart, because the plan for any list expects ten and is never kept for one.
        return ids.size() == 1
                ? all.then("and p.id = ?", ids.getFirst())
                : all.then("and p.id = any (?)", (Object) array(ids));
    }

    static long[] array(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
