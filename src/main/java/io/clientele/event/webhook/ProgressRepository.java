package io.clientele.event.webhook;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.Moments;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code webhook_progress}. */
@ApplicationScoped
class ProgressRepository {

    private static final String ADD =
            "insert into webhook_progress (webhook_id, position, round, pauses) values (?, ?, 0, 0)";
    private static final String COLUMNS = "webhook_id, position, round, pauses, paused_until, failing_since, error";
    // Whoever holds one already may take it again: the runner that held it has ended.
    private static final String TAKE = """
            update webhook_progress set holder = ?, held_until = ?
            where webhook_id = any (?) and (holder is null or holder = ? or held_until < ?) returning\s""" + COLUMNS;
    private static final String KEEP = """
            update webhook_progress
            set position = ?, held_until = ?, pauses = ?, paused_until = ?, failing_since = ?, error = ?
            where webhook_id = ? and holder = ? and round = ?""";
    private static final String RELEASE =
            "update webhook_progress set holder = null, held_until = null where webhook_id = ? and holder = ?";
    private static final String RESTART = """
            update webhook_progress
            set position = ?, round = round + 1, pauses = 0, paused_until = null, failing_since = null, error = null
            where webhook_id = ?""";

    private final Database database;

    @Inject
    ProgressRepository(Database database) {
        this.database = database;
    }

    void add(long webhookId, long position) {
        database.run(SqlFragment.of(ADD, webhookId, position));
    }

    Optional<Progress> find(long webhookId) {
        return database.first(
                SqlFragment.of("select " + COLUMNS + " from webhook_progress where webhook_id = ?", webhookId),
                ProgressRepository::read);
    }

    /** Those that nobody else holds, which are this holder's now until the moment. */
    List<Progress> take(Collection<Long> webhookIds, UUID holder, Instant now, Instant until) {
        long[] ids = webhookIds.stream().mapToLong(Long::longValue).toArray();
        return database.list(SqlFragment.of(TAKE, holder, until, ids, holder, now), ProgressRepository::read);
    }

    /** Writes it down and holds it until the moment; false when it is somebody else's by now, or began anew. */
    boolean keep(Progress progress, UUID holder, Instant until) {
        return database.run(SqlFragment.of(
                        KEEP,
                        progress.position(),
                        until,
                        progress.pauses(),
                        progress.pausedUntil(),
                        progress.failingSince(),
                        progress.error(),
                        progress.webhookId(),
                        holder,
                        progress.round()))
                == 1;
    }

    void release(long webhookId, UUID holder) {
        database.run(SqlFragment.of(RELEASE, webhookId, holder));
    }

    void restart(long webhookId, long position) {
        database.run(SqlFragment.of(RESTART, position, webhookId));
    }

    private static Progress read(ResultSet row) throws SQLException {
        return new Progress(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getInt(4),
                Moments.of(row, 5),
                Moments.of(row, 6),
                row.getString(7));
    }
}
