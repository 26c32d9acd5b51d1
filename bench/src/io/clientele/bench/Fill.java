package io.clientele.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Fills the migrated database with customers, straight with SQL; the indexes are made anew afterwards, in order. */
final class Fill {

    private static final String INDEXES = """
            select pg_get_indexdef(i.indexrelid), i.indexrelid::regclass::text
            from pg_index i
            where i.indrelid in ('customer'::regclass, 'customer_address'::regclass, 'customer_keyword'::regclass)
              and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
            order by 1""";

    private Fill() {}

    /** Does nothing where that many customers are there already. */
    static void run(DataSource superuser, Path script, int customers) throws SQLException, IOException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            long present = number(statement, "select count(*) from customer");
            if (present == customers) {
                return;
            }
            if (present > 0) {
                throw new IllegalStateException("the data folder holds " + present + " customers: name another one");
            }
            // In one transaction: a fill that is broken off leaves the empty database with all its indexes.
            connection.setAutoCommit(false);
            List<String> makeAnew = dropIndexes(statement);
            statement.execute(Files.readString(script).replace("%N", Integer.toString(customers)));
            for (String index : makeAnew) {
                statement.execute(index);
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
    }

    private static List<String> dropIndexes(Statement statement) throws SQLException {
        List<String> definitions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(INDEXES)) {
            while (rows.next()) {
                definitions.add(rows.getString(1));
                names.add(rows.getString(2));
            }
        }
        statement.execute("drop index " + String.join(", ", names));
        return definitions;
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
