package io.clientele.bulk;

import io.clientele.shared.Refusal;
import io.clientele.shared.RestStatus;
import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds requests with their operations, and removes them. */
@ApplicationScoped
class BulkRepository {

    /** The most rows and, about, the most bytes of one statement. */
    private static final int ROWS = 500;

    private static final int BYTES = 1 << 20;

    private static final String ADD = """
            insert into bulk (uuid, operation, topic, service, caller_type, caller_id, key, sender, accepted_at, operation_count)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""";
    private static final String END = """
            update bulk set finished_at = ?, key = null, sender = null
            where finished_at is null
                and not exists (select from bulk_operation o where o.bulk_id = bulk.id and o.due_at is not null)""";
    private static final String REMOVE_OPERATIONS = """
            delete from bulk_operation where (bulk_id, number) in (
                select o.bulk_id, o.number from bulk b join bulk_operation o on o.bulk_id = b.id
                where b.finished_at < ? limit ? for update of o skip locked)""";
    private static final String REMOVE = """
            delete from bulk where id in (
                select b.id from bulk b
                where b.finished_at < ? and not exists (select from bulk_operation o where o.bulk_id = b.id)
                limit ? for update skip locked)""";

    private final Database database;

    @Inject
    BulkRepository(Database database) {
        this.database = database;
    }

    void add(NewBulk bulk, Instant now) {
        long id = database.first(
                        SqlFragment.of(
                                ADD,
                                bulk.uuid(),
                                bulk.operation().key(),
                                bulk.operation().topic(),
                                bulk.operation().serviceName(),
                                bulk.caller().type().number(),
                                bulk.caller().id(),
                                bulk.key().bytes(),
                                bulk.sender().bytes(),
                                now,
                                bulk.operations().size()),
                        row -> row.getLong(1))
                .orElseThrow();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < bulk.operations().size(); i++) {
            bytes += bulk.operations().get(i).body().length();
            boolean last = i + 1 == bulk.operations().size();
            if (last || bytes >= BYTES || i + 1 - from == ROWS) {
                add(id, bulk.operations().subList(from, i + 1), now);
                from = i + 1;
                bytes = 0;
            }
        }
    }

    private void add(long bulk, List<NewOperation> operations, Instant now) {
        Columns<NewOperation> columns = new Columns<NewOperation>()
                .with("number", "integer", NewOperation::number)
                .with("status", "smallint", each -> status(each).number())
                .with(
                        "body",
                        "bytea",
                        each -> each.rejected() == null ? each.body().hex() : null)
                .with("due_at", "timestamptz", each -> each.rejected() == null ? now : null)
                .with("finished_at", "timestamptz", each -> each.rejected() == null ? null : now)
                .with("message", "text", each -> message(each.rejected()))
                .with("error_code", "integer", each -> code(each.rejected()));
        database.run(SqlFragment.of(
                        "insert into bulk_operation (bulk_id, " + columns.names() + ") select ?::bigint, "
                                + columns.values() + " from",
                        bulk)
                .then(columns.of(operations)));
    }

    private static OperationStatus status(NewOperation operation) {
        return operation.rejected() == null ? OperationStatus.OPEN : OperationStatus.REJECTED;
    }

    private static @Nullable String message(@Nullable Refusal refusal) {
        return refusal == null ? null : refusal.rendered();
    }

    private static @Nullable Integer code(@Nullable Refusal refusal) {
        return refusal == null ? null : RestStatus.of(refusal.kind());
    }

    /** Notes of all requests whose operations have ended that they have, and forgets their key and how they were sent. */
    void end(Instant now) {
        database.run(SqlFragment.of(END, now));
    }

    int removeOperations(Instant endedBefore, int most) {
        return database.run(SqlFragment.of(REMOVE_OPERATIONS, endedBefore, most));
    }

    int remove(Instant endedBefore, int most) {
        return database.run(SqlFragment.of(REMOVE, endedBefore, most));
    }
}
