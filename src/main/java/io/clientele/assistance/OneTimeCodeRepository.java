package io.clientele.assistance;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The hashes of one-time codes. */
@ApplicationScoped
class OneTimeCodeRepository {

    private static final String PUT = """
            insert into assistance_code as a (customer_id, admin_id, code_hash, reason, expires_at)
            values (?, ?, ?, ?, ?)
            on conflict (customer_id, admin_id) do update set code_hash = excluded.code_hash,
                reason = excluded.reason, expires_at = excluded.expires_at, guesses = 0""";
    private static final String LOCK = """
            select a.admin_id, a.code_hash, a.reason
            from assistance_code a join admin_user u on u.id = a.admin_id
            where a.customer_id = ? and a.expires_at > ? and a.guesses < ? and u.is_active
            order by a.admin_id for update of a""";
    private static final String REMOVE = "delete from assistance_code where customer_id = ? and admin_id = ?";
    private static final String COUNT_GUESS = "update assistance_code set guesses = guesses + 1 where customer_id = ?";
    private static final String REMOVE_EXPIRED = """
            delete from assistance_code where (customer_id, admin_id) in
            (select customer_id, admin_id from assistance_code where expires_at < ?
             order by expires_at limit ? for update skip locked)""";

    private final Database database;

    @Inject
    OneTimeCodeRepository(Database database) {
        this.database = database;
    }

    /** Keeps the code in place of the one the administrator may have had for the customer. */
    void put(long customerId, OneTimeCode code, Instant expiresAt) {
        database.run(SqlFragment.of(PUT, customerId, code.adminId(), code.hash(), code.reason(), expiresAt));
    }

    /** The customer's codes that are good, which nobody else can use until the transaction ends. */
    List<OneTimeCode> lock(long customerId, Instant now, int mostGuesses) {
        return database.list(
                SqlFragment.of(LOCK, customerId, now, mostGuesses),
                row -> new OneTimeCode(row.getLong(1), row.getString(2), row.getString(3)));
    }

    void remove(long customerId, long adminId) {
        database.run(SqlFragment.of(REMOVE, customerId, adminId));
    }

    /** Counts a wrong code against all of the customer's. */
    void countGuess(long customerId) {
        database.run(SqlFragment.of(COUNT_GUESS, customerId));
    }

    int removeExpired(Instant before, int atMost) {
        return database.run(SqlFragment.of(REMOVE_EXPIRED, before, atMost));
    }
}
