package io.clientele.access;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The rows behind the tokens of third parties. */
@ApplicationScoped
class ScopedSessionRepository {

    private static final String ADD = """
            insert into access_token
            (subject_type, subject_id, website_id, created_at, expires_at, device, integration_id, scopes)
            values (?, ?, ?, ?, ?, ?, ?, ?) returning id""";
    private static final String RENEW =
            "update access_token set expires_at = greatest(expires_at, ?) where id = ? and revoked_at is null";
    private static final String REVOKE_OF = """
            update access_token set revoked_at = ?, revoked_xid = pg_current_xact_id()
            where integration_id = ? and revoked_at is null returning id""";
    private static final String REVOKE_OF_SUBJECT = """
            update access_token set revoked_at = ?, revoked_xid = pg_current_xact_id()
            where integration_id = ? and subject_id = ? and subject_type = ? and revoked_at is null returning id""";

    private final Database database;

    ScopedSessionRepository(Database database) {
        this.database = database;
    }

    long add(ScopedSession session) {
        return database.first(
                        SqlFragment.of(
                                ADD,
                                session.subject().type().number(),
                                session.subject().id(),
                                session.websiteId(),
                                session.createdAt(),
                                session.expiresAt(),
                                session.name(),
                                session.integrationId(),
                                session.scopes().toArray(new String[0])),
                        row -> row.getLong("id"))
                .orElseThrow();
    }

    /** False when the session has been ended meanwhile. */
    boolean renew(long sessionId, Instant expiresAt) {
        return database.run(SqlFragment.of(RENEW, expiresAt, sessionId)) == 1;
    }

    List<Long> revokeOf(long integrationId, Instant at) {
        return database.list(SqlFragment.of(REVOKE_OF, at, integrationId), row -> row.getLong("id"));
    }

    List<Long> revokeOf(long integrationId, Subject subject, Instant at) {
        return database.list(
                SqlFragment.of(
                        REVOKE_OF_SUBJECT,
                        at,
                        integrationId,
                        subject.id(),
                        subject.type().number()),
                row -> row.getLong("id"));
    }
}
