package io.clientele.activity;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;

/** What stands in the tables of facts. */
final class ActivityRows {

    private ActivityRows() {}

    /** The rows of the query, each as texts with bars between them. */
    static List<String> of(Database database, SqlFragment query) {
        return database.list(query, row -> {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.add(row.getString(i));
            }
            return String.join("|", values.stream().map(String::valueOf).toList());
        });
    }
}
