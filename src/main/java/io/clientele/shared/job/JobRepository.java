package io.clientele.shared.job;

import io.clientele.shared.Caller;
import io.clientele.shared.json.StoredJson;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements about {@code job}. */
@ApplicationScoped
class JobRepository {

    private static final String ADD = """
            insert into job (kind, status, done, total, starter_type, starter_id, created_at)
            values (?, 'waiting', 0, 0, ?, ?, ?) returning id""";
    private static final String FIND = """
            select id, kind, status, done, total, failed, message, created_at, started_at, finished_at from job
            where id = ? and starter_type = ? and starter_id = ?""";
    private static final String SUBMIT = """
            insert into job (kind, status, done, total, starter_type, starter_id, created_at, due_at, accepted)
            values (?, 'waiting', 0, 0, ?, ?, ?, ?, ?::jsonb) returning id""";
    private static final String CANCEL = """
            update job set is_cancelled = true, due_at = ? where id = ? and due_at is not null""";
    private static final String BEGIN = """
            update job set status = 'running', started_at = coalesce(started_at, ?), total = ?, done = 0, message = ?
            where id = any (?) and status in ('waiting', 'running')""";
    private static final String FINISH = """
            update job set status = ?, finished_at = ?, message = ?, due_at = null, accepted = null,
                done = case ? when 'done' then total else done end
            where id = any (?) and status in ('waiting', 'running')""";
    private static final String REMOVE = """
            delete from job where id in (
                select id from job where finished_at < ? order by finished_at limit ? for update skip locked)""";

    private final Database database;

    @Inject
    JobRepository(Database database) {
        this.database = database;
    }

    long add(String kind, @Nullable Caller starter, Instant now) {
        return database.first(
                        SqlFragment.of(
                                ADD,
                                kind,
                                starter == null ? null : starter.type().number(),
                                starter == null ? null : starter.id(),
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** A job that any instance may take up when it is due. */
    long submit(String kind, Accepted accepted, Instant now) {
        Caller starter = accepted.caller();
        return database.first(
                        SqlFragment.of(
                                SUBMIT,
                                kind,
                                starter.type().number(),
                                starter.id(),
                                now,
                                now,
                                StoredJson.write(accepted)),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** Whether it can be cancelled: whoever goes on with it is sent away, and whoever comes next ends it. */
    boolean cancel(long id, Instant now) {
        return database.run(SqlFragment.of(CANCEL, now, id)) == 1;
    }

    Optional<Job> find(long id, Caller starter) {
        return database.first(SqlFragment.of(FIND, id, starter.type().number(), starter.id()), JobRepository::read);
    }

    void begin(Collection<Long> ids, long total, String message, Instant now) {
        database.run(SqlFragment.of(BEGIN, now, total, message, array(ids)));
    }

    void finish(Collection<Long> ids, JobStatus status, @Nullable String message, Instant now) {
        database.run(SqlFragment.of(FINISH, status.code(), now, message, status.code(), array(ids)));
    }

    int removeOld(Instant before, int atMost) {
        return database.run(SqlFragment.of(REMOVE, before, atMost));
    }

    private static long[] array(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    private static Job read(ResultSet row) throws SQLException {
        return new Job(
                row.getLong(1),
                row.getString(2),
                JobStatus.of(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getString(7),
                moment(row, 8).orElseThrow(),
                moment(row, 9).orElse(null),
                moment(row, 10).orElse(null));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
