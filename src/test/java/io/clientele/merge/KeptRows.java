package io.clientele.merge;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything the database has of two customers, read without the rules of merging. Not compared are the moments at which accounts
 * were changed, since they are changed by being merged and by that being undone, and those at which segments were entered.
 */
final class KeptRows {

    /** Logs, queues and histories, and what merges themselves leave. */
    private static final List<String> LOGS = List.of(
            "event",
            "segment_change",
            "assistance_log",
            // Written about every second, by whoever was there a moment ago.
            "customer_presence",
            "customer_merge",
            "merged_customer",
            "account_token",
            "assistance_code",
            "oauth2_code",
            "oauth2_refresh_token");

    private static final String TABLES = """
            select c.table_name from information_schema.columns c
            join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name = 'customer_id'
            order by 1""";

    private KeptRows() {}

    /** By table and row. */
    static Map<String, List<String>> of(Database database, long one, long other) {
        Map<String, List<String>> all = new TreeMap<>();
        for (String table : database.list(SqlFragment.of(TABLES), row -> row.getString(1))) {
            if (!LOGS.contains(table)) {
                all.put(table, rows(database, table, "r.customer_id in (?, ?)", one, other));
            }
        }
        all.put("customer", rows(database, "customer", "r.id in (?, ?)", one, other));
        all.put(
                "credential",
                rows(database, "credential", "r.subject_type = 3 and r.subject_id in (?, ?)", one, other));
        all.put(
                "cart_item",
                rows(
                        database,
                        "cart_item",
                        "r.cart_id in (select id from cart where customer_id in (?, ?))",
                        one,
                        other));
        return all;
    }

    private static List<String> rows(Database database, String table, String condition, long one, long other) {
        return database.list(
                SqlFragment.of(
                        "select (to_jsonb(r) - case when ? = 'customer' then 'updated_at' when ? = 'segment_member'"
                                + " then 'entered_at' else '' end)::text as row from " + table + " r where " + condition
                                + " order by 1",
                        table,
                        table,
                        one,
                        other),
                row -> row.getString(1));
    }
}
