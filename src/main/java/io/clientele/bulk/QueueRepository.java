package io.clientele.bulk;

import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The operations that wait. Who has taken some holds their rows until its transaction ends, however it does. */
@ApplicationScoped
class QueueRepository {

    /** Parameters of more bytes are read one at a time. */
    private static final int SMALL = 1 << 16;

    private static final String COLUMNS =
            "select o.bulk_id, o.number, o.tries, b.uuid, b.operation, b.key, b.sender, case when octet_length(o.body) <= "
                    + SMALL + " then o.body end from bulk_operation o join bulk b on b.id = o.bulk_id";
    private static final String TAKE =
            COLUMNS + " where o.due_at <= ? order by o.number, o.bulk_id limit ? for update of o skip locked";
    private static final String TAKE_MORE = COLUMNS
            + " where o.due_at <= ? and (o.number, o.bulk_id) > (?, ?) order by o.number, o.bulk_id limit ?"
            + " for update of o skip locked";
    private static final String BODY = "select body from bulk_operation where bulk_id = ? and number = ?";
    private static final String LATER = """
            update bulk_operation set status = ?, message = ?, error_code = ?, due_at = ?, tries = tries + 1
            where bulk_id = ? and number = ? and tries = ? and due_at is not null""";
    private static final String LEASE = """
            update bulk_operation set due_at = ?, tries = tries + 1
            where bulk_id = ? and number = ? and tries = ? and due_at is not null""";

    private final Database database;

    @Inject
    QueueRepository(Database database) {
        this.database = database;
    }

    /** Some that are due and nobody has taken. */
    List<Waiting> take(Instant now, int most) {
        return database.list(SqlFragment.of(TAKE, now, most), QueueRepository::read);
    }

    /** The same of those that come after one, in the order in which they are taken. */
    List<Waiting> takeMore(Instant now, Waiting after, int most) {
        return database.list(
                SqlFragment.of(TAKE_MORE, now, after.number(), after.bulkId(), most), QueueRepository::read);
    }

    /** Those of them that still wait and nobody has taken. */
    List<Waiting> takeAgain(List<Waiting> some) {
        return database.list(
                SqlFragment.of(COLUMNS + " join")
                        .then(keys().of(some))
                        .then(
                                "on o.bulk_id = n.bulk_id::bigint and o.number = n.number::integer and o.tries = n.tries::smallint"
                                        + " where o.due_at is not null order by o.number, o.bulk_id for update of o skip locked"),
                QueueRepository::read);
    }

    Sealed body(Waiting operation) {
        Sealed known = operation.body();
        return known != null
                ? known
                : database.first(
                                SqlFragment.of(BODY, operation.bulkId(), operation.number()),
                                row -> Sealed.of(row.getBytes(1)))
                        .orElseThrow();
    }

    /** Writes how they ended; their parameters are gone then. */
    int end(List<Outcome> outcomes, Instant now) {
        if (outcomes.isEmpty()) {
            return 0;
        }
        Columns<Outcome> columns = new Columns<Outcome>()
                .with("bulk_id", "bigint", each -> each.operation().bulkId())
                .with("number", "integer", each -> each.operation().number())
                .with("tries", "smallint", each -> each.operation().tries())
                .with("status", "smallint", each -> each.status().number())
                .with("message", "text", Outcome::message)
                .with("error_code", "integer", Outcome::errorCode)
                .with(
                        "answer",
                        "bytea",
                        each -> each.answer() == null ? null : each.answer().hex())
                .with("answer_person", "text", Outcome::person);
        return database.run(SqlFragment.of("""
                        update bulk_operation o set status = n.status::smallint, message = n.message,
                            error_code = n.error_code::integer, answer = n.answer::bytea, answer_person = n.answer_person,
                            body = null, due_at = null, finished_at = ? from""", now)
                .then(columns.of(outcomes))
                .then("where o.bulk_id = n.bulk_id::bigint and o.number = n.number::integer"
                        + " and o.tries = n.tries::smallint and o.due_at is not null"));
    }

    /** Lets it wait for another try. */
    void later(Outcome failure, Instant until) {
        Waiting operation = failure.operation();
        database.run(SqlFragment.of(
                LATER,
                failure.status().number(),
                failure.message(),
                failure.errorCode(),
                until,
                operation.bulkId(),
                operation.number(),
                operation.tries()));
    }

    /** Takes it for as long as that, beyond the transaction in hand; false when somebody was faster. */
    boolean lease(Waiting operation, Instant until) {
        return database.run(SqlFragment.of(LEASE, until, operation.bulkId(), operation.number(), operation.tries()))
                == 1;
    }

    private static Columns<Waiting> keys() {
        return new Columns<Waiting>()
                .with("bulk_id", "bigint", Waiting::bulkId)
                .with("number", "integer", Waiting::number)
                .with("tries", "smallint", Waiting::tries);
    }

    private static Waiting read(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                Sealed.of(row.getBytes(6)),
                Sealed.of(row.getBytes(7)),
                Sealed.ofNullable(row.getBytes(8)));
    }
}
