package io.clientele.access;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Notices within a quarter of a second what other instances revoked or changed. When it cannot keep up, it says so
 * and every request asks the database itself: a revocation takes at most a second to reach everywhere, and with the
 * database gone no token is accepted.
 */
@ApplicationScoped
class AccessWatch {

    private static final Logger LOG = Logger.getLogger(AccessWatch.class);
    private static final long EVERY_MS = 250;
    private static final long TRUSTED_NS = Duration.ofMillis(700).toNanos();
    // Rows at or above the last snapshot's xmin are those whose transactions could have committed unseen. The upper
    // bound leaves out rows that a restore brought from a database with higher transaction ids.
    private static final String CHANGES = """
            with seen as materialized (select pg_current_snapshot() as snapshot)
            select 'next' as kind, 0 as id, pg_snapshot_xmin(snapshot)::text as next from seen
            union all
            select 'token', id, null from access_token, seen
            where revoked_xid >= cast(? as xid8) and revoked_xid < pg_snapshot_xmax(snapshot)
            union all
            select 'role', id, null from admin_user, seen
            where changed_xid >= cast(? as xid8) and changed_xid < pg_snapshot_xmax(snapshot)
            union all
            select 'role', id, null from admin_role, seen
            where changed_xid >= cast(? as xid8) and changed_xid < pg_snapshot_xmax(snapshot)""";

    private final Database database;
    private final Sessions sessions;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "access-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String from = "0";
    private volatile long trustedUntil = System.nanoTime();
    private boolean failing;

    AccessWatch(Database database, Sessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    void start(@Observes StartupEvent event) {
        var _ = timer.scheduleWithFixedDelay(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Whether every change that was committed a second ago has been noticed. */
    boolean keepsUp() {
        return System.nanoTime() - trustedUntil < 0;
    }

    private void look() {
        long began = System.nanoTime();
        try {
            List<Long> revoked = new ArrayList<>();
            boolean[] roles = new boolean[1];
            String[] next = {from};
            database.list(SqlFragment.of(CHANGES, from, from, from), row -> {
                switch (row.getString("kind")) {
                    case "token" -> revoked.add(row.getLong("id"));
                    case "role" -> roles[0] = true;
                    default -> next[0] = row.getString("next");
                }
                return row;
            });
            sessions.revoked(revoked);
            if (roles[0]) {
                sessions.rolesChanged();
            }
            from = next[0];
            trustedUntil = began + TRUSTED_NS;
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Revocations cannot be read for now; every token is checked in the database", e);
                failing = true;
            }
        }
    }
}
