package io.clientele.shared.job;

import io.clientele.shared.json.StoredJson;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who goes on with which job. Whoever has taken one is named in its row until the lease is over, and holds the row while
 * a part is done; one that was taken over meanwhile finds another name there.
 */
@ApplicationScoped
class JobQueueRepository {

    private static final String TAKE = """
            update job set status = 'running', started_at = coalesce(started_at, ?), due_at = ?, holder = ?
            where id = (
                select id from job where due_at <= ? and kind = any (?)
                order by due_at, id limit 1 for update skip locked)
            returning id, kind, tries""";
    private static final String LOCK = """
            select position, done, total, failed, is_cancelled, accepted from job
            where id = ? and holder = ? and due_at is not null for update""";
    private static final String NOTE = """
            update job set position = ?, done = ?, total = ?, failed = ?, message = ?, due_at = ?, tries = 0
            where id = ?""";
    private static final String END = """
            update job set position = ?, done = ?, total = ?, failed = ?, message = ?, status = ?, finished_at = ?,
                due_at = null, holder = null, accepted = null
            where id = ?""";
    private static final String LATER =
            "update job set due_at = ?, tries = tries + 1 where id = ? and holder = ? and due_at is not null";
    private static final String RELEASE =
            "update job set due_at = ?, holder = null where id = ? and holder = ? and due_at is not null";

    private final Database database;

    @Inject
    JobQueueRepository(Database database) {
        this.database = database;
    }

    /**
     * A job that was taken.
     *
     * @param tries how often in a row a part of it had to wait for the database
     */
    record Taken(long id, String kind, UUID holder, int tries) {}

    /** A job whose row is held. */
    record Held(RunningJob job, boolean cancelled, @Nullable Accepted accepted) {}

    Optional<Taken> take(Collection<String> kinds, Instant now, Instant lease) {
        UUID holder = UUID.randomUUID();
        return database.first(
                SqlFragment.of(TAKE, now, lease, holder, now, kinds.toArray(String[]::new)),
                row -> new Taken(row.getLong(1), row.getString(2), holder, row.getInt(3)));
    }

    /** Empty when it is somebody else's now, or has ended. */
    Optional<Held> lock(Taken taken, int most) {
        return database.first(SqlFragment.of(LOCK, taken.id(), taken.holder()), row -> {
            String accepted = row.getString(6);
            return new Held(
                    new RunningJob(taken.id(), row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), most),
                    row.getBoolean(5),
                    accepted == null ? null : StoredJson.read(accepted, Accepted.class));
        });
    }

    void note(long id, JobPart part, long failed, Instant lease) {
        database.run(
                SqlFragment.of(NOTE, part.position(), part.done(), part.total(), failed, part.message(), lease, id));
    }

    void end(long id, JobPart part, long failed, JobStatus status, Instant now) {
        database.run(SqlFragment.of(
                END, part.position(), part.done(), part.total(), failed, part.message(), status.code(), now, id));
    }

    /** Lets it wait for another try. */
    void later(Taken taken, Instant until) {
        database.run(SqlFragment.of(LATER, until, taken.id(), taken.holder()));
    }

    /** Leaves it to others. */
    void release(Taken taken, Instant now) {
        database.run(SqlFragment.of(RELEASE, now, taken.id(), taken.holder()));
    }
}
