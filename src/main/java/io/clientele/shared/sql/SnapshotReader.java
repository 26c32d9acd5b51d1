package io.clientele.shared.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Reads lists that may be longer than the memory, as they are at one moment: what is written meanwhile makes no row come twice
 * and leaves none out. It takes a connection of its own for as long as it lasts.
 */
@ApplicationScoped
public class SnapshotReader {

    private static final int AT_A_TIME = 1_000;

    /** The server may have to sort all rows before the first one. */
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(60);

    /** A snapshot keeps the server from clearing up, so it is given up when nobody takes its rows. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** How much longer the connection waits for an answer than the statement may take. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final String LIMITS = "set local statement_timeout = " + LONGEST_STATEMENT.toMillis()
            + "; set local idle_in_transaction_session_timeout = " + LONGEST_PAUSE.toMillis();
    private static final String FETCH = "fetch " + AT_A_TIME + " from snapshot_rows";

    private final DataSource dataSource;

    @Inject
    SnapshotReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes the row that the result stands on. */
    @FunctionalInterface
    public interface Taker<X extends Exception> {

        void take(ResultSet row) throws SQLException, X;
    }

    /**
     * Hands over all rows of the statement in its order.
     *
     * @throws DatabaseFailure when PostgreSQL or the way to it fails, a statement takes longer than a minute, or the taker did
     *     not come back for a minute
     * @throws X what the taker throws; it ends the reading
     */
    public <X extends Exception> void forEach(SqlFragment statement, Taker<X> taker) throws X {
        try (Connection connection = dataSource.getConnection();
                Span span = new Span(connection)) {
            span.begin(statement);
            try (Statement fetching = connection.createStatement()) {
                int taken;
                do {
                    taken = handOver(fetching, taker);
                } while (taken == AT_A_TIME);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static <X extends Exception> int handOver(Statement fetching, Taker<X> taker) throws SQLException, X {
        int taken = 0;
        try (ResultSet rows = fetching.executeQuery(FETCH)) {
            while (rows.next()) {
                taker.take(rows);
                taken++;
            }
        }
        return taken;
    }

    /** The transaction that the snapshot lasts for; leaves the connection as it was. */
    private static final class Span implements AutoCloseable {

        private final Connection connection;
        private final int waits;

        private Span(Connection connection) throws SQLException {
            this.connection = connection;
            this.waits = connection.getNetworkTimeout();
        }

        private void begin(SqlFragment statement) throws SQLException {
            // The executor is not used by the driver, which sets the socket's own limit.
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(LONGEST_STATEMENT.plus(GRACE).toMillis()));
            connection.setAutoCommit(false);
            try (Statement limits = connection.createStatement()) {
                limits.execute(LIMITS);
            }
            // A declared cursor is planned for its first rows to come soon.
            try (PreparedStatement declared = connection.prepareStatement(
                    "declare snapshot_rows no scroll cursor without hold for " + statement.text())) {
                Database.bind(connection, declared, statement);
                declared.execute();
            }
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, waits);
        }
    }
}
