package io.clientele.shared.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;

/**
 * Runs statements over plain JDBC, for reads that go straight into records and for set-based writes. Inside a
 * transaction it works on that transaction's connection, so it sees what the entity manager has flushed.
 */
@ApplicationScoped
public class Database {

    /** The rows that are in memory while all are handed over. */
    private static final int FETCHED = 500;

    private final DataSource dataSource;

    @Inject
    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Turns the row the cursor stands on into a value. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /**
     * All rows of the statement, in its order.
     *
     * @throws DatabaseFailure when PostgreSQL or the way to it fails
     */
    public <T> List<T> list(SqlFragment statement, RowMapper<T> mapper) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = prepare(connection, statement)) {
            return rows(prepared, mapper);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * The same, planned for its very values each time. It costs a fraction of a millisecond and is for statements whose
     * best plan depends on how frequent the values are: a plan for any values may read the whole table for a rare one.
     *
     * @throws DatabaseFailure when PostgreSQL or the way to it fails
     */
    public <T> List<T> listPlanned(SqlFragment statement, RowMapper<T> mapper) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = prepare(connection, statement)) {
            // Never prepared on the server, so it has no plan to keep.
            prepared.unwrap(PGStatement.class).setPrepareThreshold(0);
            return rows(prepared, mapper);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static <T> List<T> rows(PreparedStatement prepared, RowMapper<T> mapper) throws SQLException {
        try (ResultSet rows = prepared.executeQuery()) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(mapper.map(rows));
            }
            return values;
        }
    }

    /** Takes the row the cursor stands on. */
    @FunctionalInterface
    public interface RowTaker<X extends Exception> {
        void take(ResultSet row) throws SQLException, X;
    }

    /**
     * Hands over all rows of the statement one after another, however many, in memory that does not grow with them. There
     * must be a transaction in hand.
     *
     * @throws DatabaseFailure when PostgreSQL or the way to it fails
     */
    public <X extends Exception> void each(SqlFragment statement, RowTaker<X> taker) throws X {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = prepare(connection, statement)) {
            prepared.setFetchSize(FETCHED);
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The first row of the statement, or empty. */
    public <T> Optional<T> first(SqlFragment statement, RowMapper<T> mapper) {
        List<T> values = list(statement, mapper);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** Runs a statement that answers no rows. Returns how many rows it touched. */
    public int run(SqlFragment statement) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = prepare(connection, statement)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Writes many rows at once ({@code copy … from stdin}), faster than any insert.
     *
     * @param statement the program's own text
     * @param rows the rows in PostgreSQL's text format; values that are no numbers, moments or words of the program must
     *     be escaped
     */
    public void copy(String statement, CharSequence rows) {
        try (Connection connection = dataSource.getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(rows.toString()));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text can be read", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, SqlFragment statement) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement.text());
        try {
            bind(connection, prepared, statement);
            return prepared;
        } catch (SQLException e) {
            prepared.close();
            throw e;
        }
    }

    static void bind(Connection connection, PreparedStatement prepared, SqlFragment statement) throws SQLException {
        int index = 1;
        for (Object argument : statement.arguments()) {
            bind(connection, prepared, index++, argument);
        }
    }

    private static void bind(Connection connection, PreparedStatement prepared, int index, @Nullable Object argument)
            throws SQLException {
        switch (argument) {
            case Instant instant -> prepared.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case long[] ids -> {
                Long[] boxed = new Long[ids.length];
                for (int i = 0; i < ids.length; i++) {
                    boxed[i] = ids[i];
                }
                prepared.setArray(index, connection.createArrayOf("bigint", boxed));
            }
            case String[] texts -> prepared.setArray(index, connection.createArrayOf("text", texts));
            case null, default -> prepared.setObject(index, argument);
        }
    }
}
