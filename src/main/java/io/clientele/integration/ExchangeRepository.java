package io.clientele.integration;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The queries over {@code oauth_request_token}, and over what a handshake leaves in {@code integration}. */
@ApplicationScoped
class ExchangeRepository {

    private static final String BEGIN = "update integration set verifier = ?, handshake_at = ? where id = ?";
    private static final String FORGET = "update integration set verifier = null, handshake_at = null where id = ?";
    private static final String HANDSHAKE =
            "select verifier, handshake_at from integration where id = ? and handshake_at is not null";
    private static final String COMPLETE = """
            update integration set access_token_hash = ?, access_token_secret = ?, verifier = null, handshake_at = null,
            updated_at = ? where id = ?""";
    private static final String ADD =
            "insert into oauth_request_token (token_hash, integration_id, secret, created_at, expires_at) values (?, ?, ?, ?, ?)";
    private static final String FIND =
            "select integration_id, secret, expires_at, used_at from oauth_request_token where token_hash = ?";
    private static final String USE =
            "update oauth_request_token set used_at = ? where token_hash = ? and used_at is null";
    private static final String REMOVE_OTHERS =
            "delete from oauth_request_token where integration_id = ? and used_at is null";
    private static final String REMOVE_EXPIRED = """
            delete from oauth_request_token where token_hash in
            (select token_hash from oauth_request_token where expires_at < ? order by expires_at limit ?
            for update skip locked)""";

    private final Database database;

    ExchangeRepository(Database database) {
        this.database = database;
    }

    /** @param verifier sealed */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Handshake(byte[] verifier, Instant begunAt) {}

    /** @param secret sealed */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record RequestToken(long integrationId, byte[] secret, Instant expiresAt, boolean used) {}

    /** Puts a new handshake in the place of an older one, whose request tokens end. */
    void begin(long integrationId, byte[] verifier, Instant at) {
        database.run(SqlFragment.of(BEGIN, verifier, at, integrationId));
        database.run(SqlFragment.of(REMOVE_OTHERS, integrationId));
    }

    /** Ends the handshake, if there is one, and its request tokens. */
    void forget(long integrationId) {
        database.run(SqlFragment.of(FORGET, integrationId));
        database.run(SqlFragment.of(REMOVE_OTHERS, integrationId));
    }

    Optional<Handshake> handshake(long integrationId) {
        return database.first(
                SqlFragment.of(HANDSHAKE, integrationId),
                row -> new Handshake(
                        row.getBytes("verifier"),
                        row.getObject("handshake_at", OffsetDateTime.class).toInstant()));
    }

    /** Puts the access token in the place of the old one, and ends the handshake. */
    void complete(long integrationId, byte[] accessTokenHash, byte[] accessTokenSecret, Instant at) {
        database.run(SqlFragment.of(COMPLETE, accessTokenHash, accessTokenSecret, at, integrationId));
        database.run(SqlFragment.of(REMOVE_OTHERS, integrationId));
    }

    void add(byte[] tokenHash, RequestToken token, Instant at) {
        database.run(SqlFragment.of(ADD, tokenHash, token.integrationId(), token.secret(), at, token.expiresAt()));
    }

    Optional<RequestToken> find(byte[] tokenHash) {
        return database.first(
                SqlFragment.of(FIND, (Object) tokenHash),
                row -> new RequestToken(
                        row.getLong("integration_id"),
                        row.getBytes("secret"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getObject("used_at", OffsetDateTime.class) != null));
    }

    /** Uses the token up; false when it was used before. */
    boolean use(byte[] tokenHash, Instant at) {
        return database.run(SqlFragment.of(USE, at, tokenHash)) == 1;
    }

    int removeExpired(Instant before, int atMost) {
        return database.run(SqlFragment.of(REMOVE_EXPIRED, before, atMost));
    }
}
