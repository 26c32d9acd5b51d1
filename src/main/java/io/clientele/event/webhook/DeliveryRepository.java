package io.clientele.event.webhook;

import io.clientele.shared.sql.Columns;
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
import org.jspecify.annotations.Nullable;

/** The rows of {@code webhook_delivery} as those who deliver see them. */
@ApplicationScoped
class DeliveryRepository {

    private static final Columns<Waiting> WAITING = new Columns<Waiting>()
            .with("lane", "bigint", Waiting::lane)
            .with("position", "bigint", Waiting::position)
            .with("tries", "integer", Waiting::tries)
            .with("failed_at", "timestamptz", Waiting::failedAt)
            .with("due_at", "timestamptz", Waiting::dueAt)
            .with("error", "text", Waiting::error);
    private static final Columns<Retry.Failed> FAILED = new Columns<Retry.Failed>()
            .with("tries", "integer", Retry.Failed::tries)
            .with("failed_at", "timestamptz", Retry.Failed::failedAt)
            .with("due_at", "timestamptz", Retry.Failed::dueAt)
            .with("dead_at", "timestamptz", Retry.Failed::deadAt)
            .with("error", "text", Retry.Failed::error);
    private static final Columns<Retry.Failed> FAILED_BY_ID =
            new Columns<Retry.Failed>().with("id", "bigint", Retry.Failed::id).and(FAILED);
    // Only the first of a lane can be tried: the others stay behind it, and one that was given up is out of the way.
    private static final String DUE = """
            select d.id, d.position, d.tries, d.failed_at from webhook_delivery d
            where d.webhook_id = ? and d.dead_at is null and d.due_at <= ? and d.lane <> all (?)
                and not exists (
                    select from webhook_delivery f
                    where f.webhook_id = d.webhook_id and f.lane = d.lane and f.dead_at is null and f.position < d.position)
            order by d.due_at, d.position limit ?""";
    private static final String HASTEN =
            "update webhook_delivery set due_at = ? where webhook_id = ? and dead_at is null and due_at > ?";
    private static final String REMOVE_OLD = """
            delete from webhook_delivery where id in (
                select id from webhook_delivery where position <= ? order by position limit ? for update skip locked)""";

    private final Database database;

    @Inject
    DeliveryRepository(Database database) {
        this.database = database;
    }

    /** A row that may be tried. */
    record Due(long id, long position, int tries, @Nullable Instant failedAt) {}

    void add(long webhookId, List<Waiting> waiting) {
        database.run(SqlFragment.of(
                        "insert into webhook_delivery (webhook_id, " + WAITING.names() + ") select ?, "
                                + WAITING.values() + " from",
                        webhookId)
                .then(WAITING.of(waiting))
                .then("on conflict (webhook_id, position) do nothing"));
    }

    void failed(List<Retry.Failed> failed) {
        database.run(SqlFragment.of("update webhook_delivery d set " + FAILED.assignments() + " from")
                .then(FAILED_BY_ID.of(failed))
                .then("where d.id = n.id::bigint"));
    }

    void remove(Collection<Long> ids) {
        database.run(SqlFragment.of("delete from webhook_delivery where id = any (?)", (Object) array(ids)));
    }

    /** Those whose time has come, of other lanes than these. */
    List<Due> due(long webhookId, Instant now, Collection<Long> exceptLanes, int most) {
        return database.list(SqlFragment.of(DUE, webhookId, now, array(exceptLanes), most), DeliveryRepository::due);
    }

    /** Lets all that wait be tried at once. */
    void hasten(long webhookId, Instant now) {
        database.run(SqlFragment.of(HASTEN, now, webhookId, now));
    }

    /** The lane of each one that waits. */
    List<Long> lanes(long webhookId) {
        return database.list(
                SqlFragment.of("select lane from webhook_delivery where webhook_id = ? and dead_at is null", webhookId),
                row -> row.getLong(1));
    }

    void removeAfter(long webhookId, long position) {
        database.run(SqlFragment.of(
                "delete from webhook_delivery where webhook_id = ? and position > ?", webhookId, position));
    }

    /** Removes up to so many whose events are gone. */
    int removeOld(long upTo, int most) {
        return database.run(SqlFragment.of(REMOVE_OLD, upTo, most));
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(row.getLong(1), row.getLong(2), row.getInt(3), Moments.of(row, 4));
    }

    private static long[] array(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
