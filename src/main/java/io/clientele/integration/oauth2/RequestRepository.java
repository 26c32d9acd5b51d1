package io.clientele.integration.oauth2;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What apps ask for, by the hashes of the ids that its page is opened with. */
@ApplicationScoped
class RequestRepository {

    private static final String ADD = """
            insert into oauth2_request (request_hash, integration_id, redirect_uri, redirect_uri_sent, scopes, audience,
            state, code_challenge, created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String COLUMNS =
            "integration_id, redirect_uri, redirect_uri_sent, scopes, audience, state, code_challenge, expires_at";
    private static final String FIND = "select " + COLUMNS
            + " from oauth2_request where request_hash = ? and decided_at is null and expires_at > ?";
    private static final String DECIDE = """
            update oauth2_request set decided_at = ?
            where request_hash = ? and decided_at is null and expires_at > ? returning\s""" + COLUMNS;
    private static final String REMOVE_OF = "delete from oauth2_request where integration_id = ?";
    private static final String REMOVE_EXPIRED = """
            delete from oauth2_request where request_hash in
            (select request_hash from oauth2_request where expires_at < ? order by expires_at limit ?
             for update skip locked)""";

    private final Database database;

    RequestRepository(Database database) {
        this.database = database;
    }

    void add(byte[] hash, AppRequest request, Instant now) {
        database.run(SqlFragment.of(
                ADD,
                hash,
                request.integrationId(),
                request.redirectUri(),
                request.redirectUriSent(),
                OAuth2Rows.array(request.scopes()),
                OAuth2Rows.array(request.audience()),
                request.state(),
                request.codeChallenge(),
                now,
                request.expiresAt()));
    }

    /** Empty when there is none, it was decided on, or its time is over. */
    Optional<AppRequest> find(byte[] hash, Instant now) {
        return database.first(SqlFragment.of(FIND, hash, now), RequestRepository::request);
    }

    /** The same, for whoever comes first; nobody else gets it. */
    Optional<AppRequest> decide(byte[] hash, Instant now) {
        return database.first(SqlFragment.of(DECIDE, now, hash, now), RequestRepository::request);
    }

    void removeOf(long integrationId) {
        database.run(SqlFragment.of(REMOVE_OF, integrationId));
    }

    int removeExpired(Instant before, int atMost) {
        return database.run(SqlFragment.of(REMOVE_EXPIRED, before, atMost));
    }

    private static AppRequest request(ResultSet row) throws SQLException {
        return new AppRequest(
                row.getLong("integration_id"),
                row.getString("redirect_uri"),
                row.getBoolean("redirect_uri_sent"),
                OAuth2Rows.list(row, "scopes"),
                OAuth2Rows.list(row, "audience"),
                row.getString("state"),
                row.getString("code_challenge"),
                OAuth2Rows.moment(row, "expires_at"));
    }
}
