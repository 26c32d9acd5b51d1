package io.clientele.shared;

import io.clientele.shared.sql.DatabaseFailure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every {@link Snapshot} of this instance up to date. One thread asks for the revisions twice a second, on a
 * connection of its own: neither a used-up pool nor a transaction in hand can keep it from reading.
 */
@ApplicationScoped
public class Snapshots {

    private static final Logger LOG = Logger.getLogger(Snapshots.class);
    private static final long POLL_MILLIS = 500;
    private static final long WAIT_MILLIS = 2000;
    private static final long TRUSTED_NANOS = TimeUnit.MILLISECONDS.toNanos(900);

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final List<Snapshot<?>> snapshots = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("snapshots").factory());
    private @Nullable Connection connection;
    private boolean reachable = true;
    private volatile long trustedUntil = System.nanoTime();

    @Inject
    public Snapshots(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        var _ = thread.scheduleWithFixedDelay(this::poll, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A new snapshot under the name of its revision; it is read when it is first asked for. */
    public <T> Snapshot<T> of(String name, Snapshot.Loader<T> loader) {
        Snapshot<T> snapshot = new Snapshot<>(this, name, loader);
        snapshots.add(snapshot);
        return snapshot;
    }

    /** Whether every change that was committed a second ago has been read. */
    public boolean keepUp() {
        return System.nanoTime() - trustedUntil < 0;
    }

    /** Brings all snapshots up to date now; gives up waiting after two seconds and leaves the rest to the poll. */
    void refresh() {
        try {
            thread.submit(this::poll).get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
            LOG.debug("a snapshot is late", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void changed(String name) {
        try (Connection own = dataSource.getConnection();
                PreparedStatement statement = own.prepareStatement(
                        "insert into snapshot_revision (name, revision)"
                                + " values (?, 1) on conflict (name) do update set revision = snapshot_revision.revision + 1")) {
            statement.setString(1, name);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        if (transactions.getResource(this) == null) {
            transactions.putResource(this, name);
            transactions.registerInterposedSynchronization(new AfterCommit());
        }
    }

    /** Reads on the connection of the transaction in hand. */
    <T> T read(Snapshot.Loader<T> loader) {
        try (Connection own = dataSource.getConnection()) {
            return loader.load(own);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private void poll() {
        long began = System.nanoTime();
        try {
            Connection own = connection();
            Map<String, Long> revisions = revisions(own);
            for (Snapshot<?> snapshot : snapshots) {
                long revision = revisions.getOrDefault(snapshot.name(), 0L);
                if (!snapshot.isAt(revision)) {
                    load(snapshot, own, revision);
                }
            }
            own.commit();
            reachable = true;
            trustedUntil = began + TRUSTED_NANOS;
        } catch (SQLException | DatabaseFailure e) {
            if (reachable) {
                LOG.warn("the snapshots stay as they are: the database did not answer", e);
            }
            reachable = false;
            close();
        }
    }

    /** What cannot be understood would not be a moment later either: it is said once and left until it changes. */
    private static void load(Snapshot<?> snapshot, Connection own, long revision) throws SQLException {
        try {
            snapshot.load(own, revision);
        } catch (DatabaseFailure e) {
            throw e;
        } catch (RuntimeException e) {
            snapshot.skip(revision);
            LOG.errorf(e, "the snapshot %s stays as it is: it could not be read", snapshot.name());
        }
    }

    private Connection connection() throws SQLException {
        Connection own = connection;
        if (own == null || own.isClosed()) {
            own = dataSource.getConnection();
            own.setAutoCommit(false);
            // One view of all tables, so that a snapshot is never half old and half new.
            own.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection = own;
        }
        return own;
    }

    private static Map<String, Long> revisions(Connection own) throws SQLException {
        Map<String, Long> revisions = new HashMap<>();
        try (PreparedStatement statement = own.prepareStatement("select name, revision from snapshot_revision");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                revisions.put(rows.getString(1), rows.getLong(2));
            }
        }
        return revisions;
    }

    private void close() {
        Connection own = connection;
        connection = null;
        if (own != null) {
            try {
                own.close();
            } catch (SQLException e) {
                LOG.debug("the connection of the snapshots was gone already", e);
            }
        }
    }

    @PreDestroy
    public void stop() {
        thread.shutdownNow();
        close();
    }

    private final class AfterCommit implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Nothing: the revision has been moved in the transaction itself.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                refresh();
            }
        }
    }
}
