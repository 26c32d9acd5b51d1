package io.clientele.privacy;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The statements about many requests at a time: those that wait, are over, or lead to somebody who is erased. */
@ApplicationScoped
class RequestUpkeepRepository {

    private static final String FORGET = """
            update privacy_request set person = 'erased', email_sealed = '', evidence_sealed = null, token_hash = null,
                status = case when id = ? or closed_at is not null then status else 'withdrawn' end,
                closed_at = coalesce(closed_at, ?)
            where person = any (?) or (customer_id = ? and customer_id is not null)""";

    private final Database database;

    @Inject
    RequestUpkeepRepository(Database database) {
        this.database = database;
    }

    /** Erasures that wait for something and are not put off, the oldest first. */
    List<Long> waiting(int most) {
        return database.list(
                SqlFragment.of(
                        "select id from privacy_request where status = 'open' and kind = 'erase' and not is_on_hold"
                                + " order by updated_at, id limit ?",
                        most),
                row -> row.getLong(1));
    }

    /** The customer's objections that hold. */
    List<Long> objections(long customerId) {
        return database.list(
                SqlFragment.of(
                        "select id from privacy_request where customer_id = ? and kind = 'object' and status = 'done'"
                                + " order by id for update",
                        customerId),
                row -> row.getLong(1));
    }

    /** Leaves of all requests of a person what leads to nobody; those that wait are taken back, but for the one. */
    void forget(long but, String[] persons, long customerId, Instant now) {
        database.run(SqlFragment.of(FORGET, but, now, persons, customerId));
    }

    /** Ends requests that nobody has shown to be the person's. */
    int expire(Instant now, int most) {
        return database.run(SqlFragment.of("""
                update privacy_request set status = 'expired', token_hash = null, closed_at = ?, updated_at = ?
                where id in (select id from privacy_request
                    where status = 'awaiting_verification' and token_expires_at <= ? limit ? for update skip locked)""", now, now, now, most));
    }

    int remove(Instant closedBefore, int most) {
        return database.run(SqlFragment.of("""
                delete from privacy_request where id in (
                    select id from privacy_request where closed_at < ? limit ? for update skip locked)""", closedBefore, most));
    }
}
