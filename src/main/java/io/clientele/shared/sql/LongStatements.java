package io.clientele.shared.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Lets statements of the background take longer than those of requests, which end after five seconds. */
@ApplicationScoped
public class LongStatements {

    /** How much longer the connection waits for an answer than the statement may take. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final DataSource dataSource;

    @Inject
    LongStatements(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Does the work, each statement of which may take up to the limit. There must be a transaction in hand, and the
     * limit ends with it.
     *
     * @throws DatabaseFailure when PostgreSQL cuts a statement short, or cannot be reached
     */
    public <T> T within(Duration limit, Supplier<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            int waits = connection.getNetworkTimeout();
            // The executor is not used by the driver, which sets the socket's own limit.
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(limit.plus(GRACE).toMillis()));
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local statement_timeout = " + limit.toMillis());
                return work.get();
            } finally {
                if (!connection.isClosed()) {
                    connection.setNetworkTimeout(Runnable::run, waits);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
