package io.clientele.customer.life;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.LaterStatements;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The hashes of mailed tokens. */
@ApplicationScoped
class AccountTokenRepository {

    private static final String PASSWORD_VERSION =
            "(select k.changed_at from credential k where k.subject_type = 3 and k.subject_id = ?)";
    private static final String ADD = "insert into account_token"
            + " (token_hash, customer_id, purpose, email, password_version, created_at, expires_at)"
            + " values (?, ?, ?, ?, " + PASSWORD_VERSION + ", ?, ?)";
    private static final String FIND = """
            select t.customer_id, t.email, t.expires_at, t.used_at,
                t.password_version is not distinct from (
                    select k.changed_at from credential k where k.subject_type = 3 and k.subject_id = t.customer_id)
            from account_token t where t.token_hash = ? and t.purpose = ?""";
    private static final String USE = "update account_token set used_at = ? where token_hash = ? and used_at is null";
    private static final String WITHDRAW =
            "delete from account_token where customer_id = ? and purpose = any(?) and used_at is null";
    private static final String REMOVE_EXPIRED = """
            delete from account_token where token_hash in
            (select token_hash from account_token where expires_at < ?
             order by expires_at limit ? for update skip locked)""";

    private final Database database;
    private final LaterStatements later;

    AccountTokenRepository(Database database, LaterStatements later) {
        this.database = database;
        this.later = later;
    }

    void add(byte[] hash, long customerId, TokenPurpose purpose, String email, Instant now, Instant expiresAt) {
        later.add(SqlFragment.of(ADD, hash, customerId, purpose.word(), email, customerId, now, expiresAt));
    }

    Optional<MailedToken> find(byte[] hash, TokenPurpose purpose) {
        later.run();
        return database.first(SqlFragment.of(FIND, hash, purpose.word()), row -> {
            OffsetDateTime used = row.getObject(4, OffsetDateTime.class);
            return new MailedToken(
                    row.getLong(1),
                    row.getString(2),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    used == null ? null : used.toInstant(),
                    row.getBoolean(5));
        });
    }

    /** Whether this is the one use of the token. */
    boolean use(byte[] hash, Instant now) {
        later.run();
        return database.run(SqlFragment.of(USE, now, hash)) == 1;
    }

    /** Forgets the customer's tokens that have not been used. */
    void withdraw(long customerId, TokenPurpose... purposes) {
        later.run();
        String[] words = new String[purposes.length];
        for (int i = 0; i < purposes.length; i++) {
            words[i] = purposes[i].word();
        }
        database.run(SqlFragment.of(WITHDRAW, customerId, words));
    }

    int removeExpired(Instant before, int atMost) {
        return database.run(SqlFragment.of(REMOVE_EXPIRED, before, atMost));
    }
}
