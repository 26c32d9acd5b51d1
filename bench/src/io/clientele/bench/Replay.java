package io.clientele.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SplittableRandom;
import org.postgresql.PGStatement;

/**
 * The floor of a request: the very statements that the service ran for it, with the same values and planned in the same
 * way, and nothing else. Every value of every row is read and thrown away.
 */
final class Replay implements Load.Worker, AutoCloseable {

    private final Connection connection;
    private final List<Asked> all;
    private Object sink = "";

    Replay(Connection connection, List<Asked> all) {
        this.connection = connection;
        this.all = all;
    }

    @Override
    public void run(SplittableRandom random) throws SQLException {
        for (Asked.Statement asked : all.get(random.nextInt(all.size())).statements()) {
            try (PreparedStatement statement = connection.prepareStatement(asked.text())) {
                if (asked.planned()) {
                    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
                }
                for (int i = 0; i < asked.values().size(); i++) {
                    // PostgreSQL finds out the type from where it stands.
                    statement.setObject(i + 1, asked.values().get(i), Types.OTHER);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        read(rows, columns);
                    }
                }
            }
        }
    }

    private void read(ResultSet rows, int columns) throws SQLException {
        for (int i = 1; i <= columns; i++) {
            Object value = rows.getMetaData().getColumnTypeName(i).equals("timestamptz")
                    ? rows.getObject(i, OffsetDateTime.class)
                    : rows.getObject(i);
            if (value != null) {
                sink = value;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    @Override
    public String toString() {
        return "the last value read is " + sink;
    }
}
