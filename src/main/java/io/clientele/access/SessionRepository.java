package io.clientele.access;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Sessions as people see them. */
@ApplicationScoped
class SessionRepository {

    private static final int MOST = 1_000;
    private static final String OF_SUBJECT = """
            select id, created_at, coalesce(last_used_at, created_at) as used_at, address, device, admin_id
            from access_token where subject_id = ? and subject_type = ? and revoked_at is null and expires_at > ?
            order by used_at desc, id desc limit\s""" + MOST;
    private static final String REVOKE = """
            update access_token set revoked_at = ?, revoked_xid = pg_current_xact_id()
            where id = ? and subject_id = ? and subject_type = ? and revoked_at is null and expires_at > ?
            returning id""";
    // Whoever else writes the row has something more important to say.
    private static final String NOTE_USE = """
            with used as (select id, to_timestamp(at / 1000.0) as at from unnest(?, ?) as used (id, at)),
            free as (select id from access_token where id in (select id from used) and revoked_at is null
                     order by id for no key update skip locked)
            update access_token t set last_used_at = u.at from used u join free using (id)
            where t.id = u.id and (t.last_used_at is null or t.last_used_at < u.at)""";

    private final Database database;

    SessionRepository(Database database) {
        this.database = database;
    }

    /**
     * The subject's sessions, those used last first; at most a thousand.
     *
     * @param current the session of the request, 0 for none of these
     */
    List<Session> of(Subject subject, long current, Instant now) {
        return database.list(
                SqlFragment.of(OF_SUBJECT, subject.id(), subject.type().number(), now), row -> session(row, current));
    }

    /** The session's id in a list; empty when the subject has none of that id. */
    List<Long> revoke(Subject subject, long sessionId, Instant at) {
        return database.list(
                SqlFragment.of(
                        REVOKE, at, sessionId, subject.id(), subject.type().number(), at),
                row -> row.getLong("id"));
    }

    /** @param used the moment, in milliseconds of the epoch, by the session's id */
    int noteUse(Map<Long, Long> used) {
        long[] ids = used.keySet().stream().mapToLong(Long::longValue).toArray();
        long[] moments = used.values().stream().mapToLong(Long::longValue).toArray();
        return database.run(SqlFragment.of(NOTE_USE, ids, moments));
    }

    private static Session session(ResultSet row, long current) throws SQLException {
        boolean assisted = row.getObject("admin_id") != null;
        return new Session(
                row.getLong("id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("used_at", OffsetDateTime.class).toInstant(),
                assisted ? null : row.getString("address"),
                assisted ? null : row.getString("device"),
                row.getLong("id") == current,
                assisted);
    }
}
