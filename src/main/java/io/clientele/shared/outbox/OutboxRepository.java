package io.clientele.shared.outbox;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.LaterStatements;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

/** The messages that wait. What has been handled is gone. */
@ApplicationScoped
class OutboxRepository {

    private static final String ADD =
            "insert into outbox (topic, key, payload, created_at, due_at) values (?, ?, ?, ?, ?)";
    // Only the first message of a key can be taken, whether it is waiting, taken or failed, so that the others stay
    // behind it; a parked one is out of the way.
    // What was tried before is taken alone: it may be what ends instances, and those beside it would be handled again
    // and again.
    private static final String TAKE = """
            with due as (
                select o.id, o.due_at, o.tries from outbox o
                where o.topic = ? and o.parked_at is null and o.due_at <= ?
                    and not exists (
                        select from outbox e
                        where e.topic = o.topic and e.key = o.key and e.id < o.id and e.parked_at is null)
                order by o.due_at, o.id limit ? for update of o skip locked),
            placed as (
                select id, row_number() over (order by due_at, id) as place,
                    bool_or(tries > 0) over (order by due_at, id) as is_after_tried
                from due)
            update outbox o set tries = o.tries + 1, due_at = ?
            from placed p where p.id = o.id and (p.place = 1 or not p.is_after_tried)
            returning o.id, o.topic, o.key, o.payload, o.tries, o.created_at, p.place""";
    private static final String REMOVE = "delete from outbox where id = any (?)";
    // New ones, which nobody has tried yet.
    private static final String GIVE_BACK =
            "update outbox set due_at = created_at, tries = 0 where id = any (?) and tries = 1";
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

    /** The messages of the topic that have been due longest, now this caller's until then; locked rows are left out. */
    List<OutboxMessage> take(String topic, Instant now, Instant until, int most) {
        return database
                .list(
                        SqlFragment.of(TAKE, topic, now, most, until),
                        row -> new Taken(
                                row.getInt(7),
                                new OutboxMessage(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getInt(5),
                                        row.getObject(6, OffsetDateTime.class).toInstant())))
                .stream()
                .sorted(Comparator.comparingInt(Taken::place))
                .map(Taken::message)
                .toList();
    }

    private record Taken(int place, OutboxMessage message) {}

    void remove(List<OutboxMessage> messages) {
        database.run(SqlFragment.of(REMOVE, (Object) ids(messages)));
    }

    /** Lets others take messages that were taken as new ones and not handled. */
    void giveBack(List<OutboxMessage> messages) {
        database.run(SqlFragment.of(GIVE_BACK, (Object) ids(messages)));
    }

    private static long[] ids(List<OutboxMessage> messages) {
        return messages.stream().mapToLong(OutboxMessage::id).toArray();
    }

    void delay(OutboxMessage message, Instant until, String error) {
        database.run(SqlFragment.of(DELAY, until, error, message.id(), message.tries()));
    }

    void park(OutboxMessage message, Instant now, String error) {
        database.run(SqlFragment.of(PARK, now, error, message.id(), message.tries()));
    }
}
