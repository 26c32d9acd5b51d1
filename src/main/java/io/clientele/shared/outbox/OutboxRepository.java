package io.clientele.shared.outbox;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.LaterStatements;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The messages that wait. What has been handled is gone. */
@ApplicationScoped
class OutboxRepository {

    private static final String ADD =
            "insert into outbox (topic, key, payload, created_at, due_at) values (?, ?, ?, ?, ?)";
    // Only the first message of a key can be taken, whether it is waiting, taken or failed, so that the others stay
    // behind it; a parked one is out of the way.
    private static final String TAKE = """
            update outbox set tries = tries + 1, due_at = ? where id = (
                select o.id from outbox o
                where o.topic = ? and o.parked_at is null and o.due_at <= ?
                    and not exists (
                        select from outbox e
                        where e.topic = o.topic and e.key = o.key and e.id < o.id and e.parked_at is null)
                order by o.due_at, o.id limit 1 for update of o skip locked)
            returning id, topic, key, payload, tries, created_at""";
    private static final String REMOVE = "delete from outbox where id = ?";
    // The number of tries tells whether the message is still the one that was taken: another instance may have it.
    private static final String DELAY = "update outbox set due_at = ?, error = ? where id = ? and tries = ?";
    private static final String PARK = "update outbox set parked_at = ?, error = ? where id = ? and tries = ?";

    private final Database database;
    private final LaterStatements later;

    OutboxRepository(Database database, LaterStatements later) {
        this.database = database;
        this.later = later;
    }

    void add(String topic, String key, String payload, Instant now) {
        later.add(SqlFragment.of(ADD, topic, key, payload, now, now));
    }

    /** The message of the topic that has been due longest, now this caller's until then; locked rows are left out. */
    Optional<OutboxMessage> take(String topic, Instant now, Instant until) {
        return database.first(
                SqlFragment.of(TAKE, until, topic, now),
                row -> new OutboxMessage(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()));
    }

    void remove(long id) {
        database.run(SqlFragment.of(REMOVE, id));
    }

    void delay(OutboxMessage message, Instant until, String error) {
        database.run(SqlFragment.of(DELAY, until, error, message.id(), message.tries()));
    }

    void park(OutboxMessage message, Instant now, String error) {
        database.run(SqlFragment.of(PARK, now, error, message.id(), message.tries()));
    }
}
