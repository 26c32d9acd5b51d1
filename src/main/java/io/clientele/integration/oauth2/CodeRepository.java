package io.clientele.integration.oauth2;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Authorization codes, by their hashes. */
@ApplicationScoped
class CodeRepository {

    private static final String ADD = """
            insert into oauth2_code (code_hash, customer_id, integration_id, website_id, redirect_uri, redirect_uri_sent,
            scopes, audience, code_challenge, granted_in, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String HOLD = """
            select customer_id, integration_id, website_id, redirect_uri, redirect_uri_sent, scopes, audience,
            code_challenge, granted_in, expires_at, used_at, session_id
            from oauth2_code where code_hash = ? for update""";
    private static final String USE = "update oauth2_code set used_at = ?, session_id = ? where code_hash = ?";
    private static final String REMOVE_UNUSED = "delete from oauth2_code where integration_id = ? and used_at is null";
    private static final String REMOVE_UNUSED_OF_CUSTOMER =
            "delete from oauth2_code where customer_id = ? and integration_id = ? and used_at is null";
    private static final String REMOVE_EXPIRED = """
            delete from oauth2_code where code_hash in
            (select code_hash from oauth2_code where expires_at < ? order by expires_at limit ?
             for update skip locked)""";

    private final Database database;

    CodeRepository(Database database) {
        this.database = database;
    }

    void add(byte[] hash, IssuedCode code, Instant now) {
        AppRequest request = code.request();
        database.run(SqlFragment.of(
                ADD,
                hash,
                code.customerId(),
                request.integrationId(),
                code.websiteId(),
                request.redirectUri(),
                request.redirectUriSent(),
                OAuth2Rows.array(request.scopes()),
                OAuth2Rows.array(request.audience()),
                request.codeChallenge(),
                code.grantedIn(),
                now,
                code.expiresAt()));
    }

    /** The code, which nobody else uses until the transaction ends. */
    Optional<IssuedCode> hold(byte[] hash) {
        return database.first(SqlFragment.of(HOLD, hash), CodeRepository::code);
    }

    void use(byte[] hash, Instant at, long sessionId) {
        database.run(SqlFragment.of(USE, at, sessionId, hash));
    }

    void removeUnusedOf(long integrationId) {
        database.run(SqlFragment.of(REMOVE_UNUSED, integrationId));
    }

    void removeUnusedOf(long customerId, long integrationId) {
        database.run(SqlFragment.of(REMOVE_UNUSED_OF_CUSTOMER, customerId, integrationId));
    }

    int removeExpired(Instant before, int atMost) {
        return database.run(SqlFragment.of(REMOVE_EXPIRED, before, atMost));
    }

    private static IssuedCode code(ResultSet row) throws SQLException {
        OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        Instant expiresAt = OAuth2Rows.moment(row, "expires_at");
        return new IssuedCode(
                new AppRequest(
                        row.getLong("integration_id"),
                        row.getString("redirect_uri"),
                        row.getBoolean("redirect_uri_sent"),
                        OAuth2Rows.list(row, "scopes"),
                        OAuth2Rows.list(row, "audience"),
                        null,
                        row.getString("code_challenge"),
                        expiresAt),
                row.getLong("customer_id"),
                row.getInt("website_id"),
                row.getLong("granted_in"),
                expiresAt,
                used == null ? null : used.toInstant(),
                row.getObject("session_id", Long.class));
    }
}
