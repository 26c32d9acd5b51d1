package io.clientele.access;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The tokens that renew sessions, by their hashes. */
@ApplicationScoped
class RefreshTokenRepository {

    private static final String ADD =
            "insert into refresh_token (session_id, token_hash, created_at, expires_at) values (?, ?, ?, ?)";
    private static final String FIND = """
            select r.id, r.session_id, r.expires_at, t.subject_type, t.subject_id, t.created_at
            from refresh_token r join access_token t on t.id = r.session_id
            where r.token_hash = ? and t.revoked_at is null""";
    private static final String USE = "update refresh_token set used_at = ? where id = ? and used_at is null";
    private static final String RENEW = "update access_token set expires_at = ? where id = ? and revoked_at is null";

    private final Database database;

    RefreshTokenRepository(Database database) {
        this.database = database;
    }

    /**
     * A token of a session that has not been ended.
     *
     * @param expiresAt when the token ends
     * @param begunAt when its session began
     */
    record Found(long id, long sessionId, Subject subject, Instant expiresAt, Instant begunAt) {}

    void add(long sessionId, byte[] hash, Instant createdAt, Instant expiresAt) {
        database.run(SqlFragment.of(ADD, sessionId, hash, createdAt, expiresAt));
    }

    Optional<Found> find(byte[] hash) {
        return database.first(
                SqlFragment.of(FIND, hash),
                row -> new Found(
                        row.getLong("id"),
                        row.getLong("session_id"),
                        Subject.of(row.getInt("subject_type"), row.getLong("subject_id")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()));
    }

    /** Whoever comes first uses the token; false for everybody else. */
    boolean use(long id, Instant at) {
        return database.run(SqlFragment.of(USE, at, id)) == 1;
    }

    /** False when the session has been ended meanwhile. */
    boolean renew(long sessionId, Instant expiresAt) {
        return database.run(SqlFragment.of(RENEW, expiresAt, sessionId)) == 1;
    }
}
