package io.clientele.integration.oauth2;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The refresh tokens of clients, by their hashes. */
@ApplicationScoped
class OAuth2RefreshRepository {

    private static final String ADD = """
            insert into oauth2_refresh_token
            (token_hash, session_id, customer_id, integration_id, scopes, audience, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String FIND = """
            select r.session_id, r.customer_id, r.integration_id, r.scopes, r.audience, t.created_at as begun_at,
            r.created_at, r.expires_at, r.used_at is not null as used
            from oauth2_refresh_token r join access_token t on t.id = r.session_id where r.token_hash = ?""";
    private static final String HOLD = FIND + " for update of r";
    private static final String USE = "update oauth2_refresh_token set used_at = ? where token_hash = ?";
    private static final String REMOVE_EXPIRED = """
            delete from oauth2_refresh_token where token_hash in
            (select token_hash from oauth2_refresh_token where expires_at < ? order by expires_at limit ?
             for update skip locked)""";

    private final Database database;

    OAuth2RefreshRepository(Database database) {
        this.database = database;
    }

    void add(byte[] hash, Grant grant, Instant now, Instant expiresAt) {
        database.run(SqlFragment.of(
                ADD,
                hash,
                grant.sessionId(),
                grant.subject().id(),
                grant.client().id(),
                OAuth2Rows.array(grant.scopes()),
                OAuth2Rows.array(grant.audience()),
                now,
                expiresAt));
    }

    Optional<RefreshGrant> find(byte[] hash) {
        return database.first(SqlFragment.of(FIND, hash), OAuth2RefreshRepository::grant);
    }

    /** The same, and nobody else uses it until the transaction ends. */
    Optional<RefreshGrant> hold(byte[] hash) {
        return database.first(SqlFragment.of(HOLD, hash), OAuth2RefreshRepository::grant);
    }

    void use(byte[] hash, Instant at) {
        database.run(SqlFragment.of(USE, at, hash));
    }

    int removeExpired(Instant before, int atMost) {
        return database.run(SqlFragment.of(REMOVE_EXPIRED, before, atMost));
    }

    private static RefreshGrant grant(ResultSet row) throws SQLException {
        return new RefreshGrant(
                row.getLong("session_id"),
                row.getLong("customer_id"),
                row.getLong("integration_id"),
                OAuth2Rows.list(row, "scopes"),
                OAuth2Rows.list(row, "audience"),
                OAuth2Rows.moment(row, "begun_at"),
                OAuth2Rows.moment(row, "created_at"),
                OAuth2Rows.moment(row, "expires_at"),
                row.getBoolean("used"));
    }
}
