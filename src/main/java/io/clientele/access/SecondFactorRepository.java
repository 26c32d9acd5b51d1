package io.clientele.access;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** Second factors and the tokens they are configured with. Each statement decides by itself. */
@ApplicationScoped
class SecondFactorRepository {

    private static final int KEY_BYTES = 32;
    private static final String KEY = "select secret from second_factor_key where id = 1";
    private static final String ADD_KEY =
            "insert into second_factor_key (id, secret) values (1, ?) on conflict do nothing";
    private static final String ACTIVE =
            "select 1 from admin_second_factor where user_id = ? and activated_at is not null";
    // What was offered before and not used is offered again, so that a picture loaded twice shows one secret.
    private static final String OFFER = """
            insert into admin_second_factor as f (user_id, secret, created_at) values (?, ?, ?)
            on conflict (user_id) do update set secret = f.secret where f.activated_at is null
            returning secret""";
    private static final String GUESS = """
            with now as (select cast(? as timestamptz) as at, cast(? as integer) as most, cast(? as timestamptz) as until),
            before as (
                select f.user_id, case when f.locked_until <= at then 0 else f.failures end as failures, at, most, until
                from admin_second_factor f, now
                where f.user_id = ? and (f.locked_until is null or f.locked_until <= at) for update of f)
            update admin_second_factor f set
                failures = b.failures + 1,
                locked_until = case when b.most > 0 and b.failures + 1 >= b.most then b.until end
            from before b where f.user_id = b.user_id
            returning f.secret, f.locked_until is not null as locks""";
    private static final String ACCEPT = """
            update admin_second_factor
            set failures = 0, locked_until = null, last_step = ?, activated_at = coalesce(activated_at, ?)
            where user_id = ? and last_step < ?""";
    private static final String RESET = "delete from admin_second_factor where user_id = ?";
    private static final String ADD_TOKEN =
            "insert into second_factor_token (token_hash, user_id, expires_at) values (?, ?, ?)";
    private static final String TOKEN_USER =
            "select user_id from second_factor_token where token_hash = ? and expires_at > ?";
    private static final String REMOVE_TOKENS = "delete from second_factor_token where user_id = ?";
    private static final String USER = """
            select id, username, email, firstname, lastname, role_id, is_active from admin_user
            where id = ? and is_active""";

    private final Database database;

    SecondFactorRepository(Database database) {
        this.database = database;
    }

    /**
     * An attempt that was let through and counts as a failure until it is accepted.
     *
     * @param secret as it is kept
     * @param locks whether it was the last one
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Guess(byte[] secret, boolean locks) {}

    /** The database's part of the key as the connection sees it; empty until some instance has needed it. */
    static Optional<SecretKeySpec> key(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEY);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    /** The database's part of the key, made where there is none yet. */
    SecretKeySpec makeKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        database.run(SqlFragment.of(ADD_KEY, key));
        return database.first(SqlFragment.of(KEY), SecondFactorRepository::read).orElseThrow();
    }

    private static SecretKeySpec read(ResultSet row) throws SQLException {
        return new SecretKeySpec(row.getBytes("secret"), "HmacSHA256");
    }

    boolean isActive(long userId) {
        return database.first(SqlFragment.of(ACTIVE, userId), row -> true).isPresent();
    }

    /** The secret the administrator is to configure; empty when one is active already. */
    Optional<byte[]> offer(long userId, byte[] secret, Instant at) {
        return database.first(SqlFragment.of(OFFER, userId, secret, at), row -> row.getBytes("secret"));
    }

    /** Counts a failure in advance; empty when there is no second factor or it is locked. */
    Optional<Guess> guess(long userId, Instant at, int most, Duration lock) {
        return database.first(
                SqlFragment.of(GUESS, at, most, at.plus(lock), userId),
                row -> new Guess(row.getBytes("secret"), row.getBoolean("locks")));
    }

    /** Takes the failure back and uses the code's time step up; false when it or a later one was used before. */
    boolean accept(long userId, long step, Instant at) {
        return database.run(SqlFragment.of(ACCEPT, step, at, userId, step)) == 1;
    }

    void reset(long userId) {
        database.run(SqlFragment.of(RESET, userId));
        removeTokens(userId);
    }

    void addToken(byte[] hash, long userId, Instant expiresAt) {
        database.run(SqlFragment.of(ADD_TOKEN, hash, userId, expiresAt));
    }

    Optional<Long> userOfToken(byte[] hash, Instant at) {
        return database.first(SqlFragment.of(TOKEN_USER, hash, at), row -> row.getLong("user_id"));
    }

    void removeTokens(long userId) {
        database.run(SqlFragment.of(REMOVE_TOKENS, userId));
    }

    Optional<AdminUser> activeUser(long userId) {
        return database.first(SqlFragment.of(USER, userId), AdminUserRepository::read);
    }
}
