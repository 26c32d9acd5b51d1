package io.clientele;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts the statements of the service's role, as PostgreSQL itself counts them.
 *
 * @param ignored a pattern for those that do not count, whatever the case of their letters
 */
public record StatementCounter(Database database, String ignored) {

    /** Those of the request, the fewest of three times: what others do meanwhile can only add to them. */
    public List<String> of(Runnable request) {
        request.run();
        return Stream.generate(() -> once(request))
                .limit(3)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** The statements that the request took once everything it needs was in memory. */
    public List<String> once(Runnable request) {
        Map<String, Long> before = calls();
        request.run();
        List<String> taken = new ArrayList<>();
        calls().forEach((statement, times) -> {
            for (long i = before.getOrDefault(statement, 0L); i < times; i++) {
                taken.add(statement);
            }
        });
        return taken;
    }

    private Map<String, Long> calls() {
        Map<String, Long> calls = new HashMap<>();
        database.list(
                SqlFragment.of(
                        "select query, sum(calls)::bigint from pg_stat_statements where userid ="
                                + " (select oid from pg_roles where rolname = current_user) and query !~* ?"
                                + " group by query",
                        ignored),
                row -> calls.put(row.getString(1), row.getLong(2)));
        return calls;
    }
}
