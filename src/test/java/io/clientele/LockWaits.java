package io.clientele;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.BooleanSupplier;

/** Looks for sessions of the tests' database that wait for a lock. */
public final class LockWaits {

    private static final long PATIENCE_NANOS = 4_000_000_000L;

    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock'";

    private final Database database;

    public LockWaits(Database database) {
        this.database = database;
    }

    /** Returns when so many wait. */
    public void until(int count) {
        until(count, () -> false);
    }

    /** Returns when so many wait, or when that for which it would be too late holds. */
    public void until(int count, BooleanSupplier over) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (waiting() < count && !over.getAsBoolean()) {
            assertThat(System.nanoTime()).as("somebody waits").isLessThan(end);
        }
    }

    /** In a transaction of its own: one transaction sees the sessions as they were when it first looked. */
    private int waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.first(SqlFragment.of(WAITING), row -> row.getInt(1))
                        .orElseThrow());
    }
}
