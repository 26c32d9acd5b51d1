package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Looks into the database behind the services, as the superuser. Waiting asks over one connection with pauses, so that it takes no
 * processor time from what it waits for.
 */
final class ServerQueries {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final DataSource superuser;

    ServerQueries(EmbeddedServer server) {
        superuser = server.asSuperuser();
    }

    /** One row of an answer, from the first column 1 on. */
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    void run(String statement) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    void each(String query, Row taker) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                taker.take(rows);
            }
        }
    }

    /** The first column of all rows. */
    List<String> lines(String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        each(query, row -> lines.add(row.getString(1)));
        return lines;
    }

    /** The only column of the only row. */
    String text(String query) throws SQLException {
        List<String> lines = lines(query);
        assertThat(lines).as(query).hasSize(1);
        return lines.get(0);
    }

    long number(String query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        each(query, row -> numbers.add(row.getLong(1)));
        assertThat(numbers).as(query).hasSize(1);
        return numbers.get(0);
    }

    /** Waits until a query of one truth value answers true. */
    void await(String query) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet row = statement.executeQuery(query)) {
                    if (row.next() && row.getBoolean(1)) {
                        return;
                    }
                }
                assertThat(System.nanoTime()).as("never: %s", query).isLessThan(end);
                statement.execute("select pg_sleep(0.02)");
            }
        }
    }
}
