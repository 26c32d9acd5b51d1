package io.clientele.shared.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Statements whose rows nobody reads before the transaction commits. In a transaction that does many things they wait and run
 * together, one way to the server and back for all of one text; in any other they run at once.
 */
@ApplicationScoped
public class LaterStatements {

    private final DataSource dataSource;
    private final Database database;
    private final TransactionSynchronizationRegistry transactions;

    @Inject
    LaterStatements(DataSource dataSource, Database database, TransactionSynchronizationRegistry transactions) {
        this.dataSource = dataSource;
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * Those that wait, by their text.
     *
     * @param rows of inserts that take many rows at once
     * @param forIds statements that take all ids at once
     */
    private record Waiting(
            Map<String, List<SqlFragment>> byText,
            Map<RowInsert<?>, Together<?>> rows,
            Map<String, Set<Long>> forIds) {}

    private record Together<T>(RowInsert<T> insert, List<T> all) {

        SqlFragment statement() {
            return insert.of(all);
        }
    }

    /** From now on the statements of the transaction in hand wait; whoever says so calls {@link #run()} before the commit. */
    public void collect() {
        transactions.putResource(
                this, new Waiting(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>()));
    }

    /**
     * Runs the statement, now or together with others of its text, in the order in which they came.
     *
     * @throws DatabaseFailure when it runs now and fails
     */
    public void add(SqlFragment statement) {
        Waiting waiting = waiting();
        if (waiting == null) {
            database.run(statement);
        } else {
            waiting.byText()
                    .computeIfAbsent(statement.text(), _ -> new ArrayList<>())
                    .add(statement);
        }
    }

    /**
     * Inserts the row, now or in one statement with others of its kind, in the order in which they came; after the statements of
     * {@link #add(SqlFragment)}.
     *
     * @throws DatabaseFailure when it runs now and fails
     */
    public <T> void add(RowInsert<T> insert, T row) {
        Waiting waiting = waiting();
        if (waiting == null) {
            database.run(insert.of(List.of(row)));
        } else {
            rows(waiting, insert).add(row);
        }
    }

    @SuppressWarnings("unchecked") // under an insert stand rows of its kind
    private static <T> List<T> rows(Waiting waiting, RowInsert<T> insert) {
        return ((Together<T>) waiting.rows().computeIfAbsent(insert, _ -> new Together<>(insert, new ArrayList<>())))
                .all();
    }

    /**
     * Runs the statement for the id, now or together with others of its text, after those of {@link #add(SqlFragment)}.
     *
     * @param statement its one argument is an array of ids, for each of which it does the same
     * @throws DatabaseFailure when it runs now and fails
     */
    public void addFor(String statement, long id) {
        Waiting waiting = waiting();
        if (waiting == null) {
            database.run(forIds(statement, Set.of(id)));
        } else {
            waiting.forIds()
                    .computeIfAbsent(statement, _ -> new LinkedHashSet<>())
                    .add(id);
        }
    }

    private static SqlFragment forIds(String statement, Set<Long> ids) {
        return SqlFragment.of(
                statement, (Object) ids.stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * Runs those that wait, as before a statement that touches their rows.
     *
     * @throws DatabaseFailure when one of them fails
     */
    public void run() {
        Waiting waiting = waiting();
        if (waiting == null) {
            return;
        }
        List<List<SqlFragment>> all = new ArrayList<>(waiting.byText().values());
        waiting.rows().values().forEach(rows -> all.add(List.of(rows.statement())));
        waiting.forIds().forEach((statement, ids) -> all.add(List.of(forIds(statement, ids))));
        waiting.byText().clear();
        waiting.rows().clear();
        waiting.forIds().clear();
        if (all.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            for (List<SqlFragment> alike : all) {
                run(connection, alike);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void run(Connection connection, List<SqlFragment> alike) throws SQLException {
        try (PreparedStatement prepared =
                connection.prepareStatement(alike.get(0).text())) {
            for (SqlFragment each : alike) {
                Database.bind(connection, prepared, each);
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }

    private @Nullable Waiting waiting() {
        return transactions.getTransactionKey() != null && transactions.getResource(this) instanceof Waiting waiting
                ? waiting
                : null;
    }
}
