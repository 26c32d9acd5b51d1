package io.clientele.bulk;

import io.clientele.shared.Caller;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchField.Type;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads requests and what has become of their operations. */
@ApplicationScoped
class StatusRepository {

    private static final String OPERATION =
            "o.number, b.uuid, b.topic, b.accepted_at, o.status, o.message, o.error_code";
    private static final String DETAIL =
            ", case when o.due_at is not null then o.body end, o.answer, o.answer_person, b.key";
    private static final String FROM = "bulk_operation o join bulk b on b.id = o.bulk_id";
    private static final Search.Source SOURCE = new Search.Source(
            OPERATION + DETAIL,
            FROM,
            new SearchFields(List.of(
                    SearchField.of("id", Type.INTEGER, "o.number").always(),
                    SearchField.folded("bulk_uuid", "b.uuid::text").always(),
                    SearchField.text("topic_name", "b.topic").always(),
                    SearchField.of("status", Type.INTEGER, "o.status").always(),
                    SearchField.text("result_message", "o.message"),
                    SearchField.of("error_code", Type.INTEGER, "o.error_code"),
                    SearchField.of("start_time", Type.MOMENT, "b.accepted_at").always(),
                    SearchField.of("user_type", Type.INTEGER, "b.caller_type").always(),
                    SearchField.of("user_id", Type.INTEGER, "b.caller_id").always())),
            "o.bulk_id * 1000000 + o.number");
    private static final String FIND = """
            select id, uuid, topic, caller_type, caller_id, accepted_at, operation_count from bulk b where uuid = ?""";
    private static final String COUNT = "select count(*) from bulk_operation where bulk_id = ? and status = ?";

    private final Database database;
    private final Search search;

    @Inject
    StatusRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    /**
     * An operation as it is stored.
     *
     * @param shown all of it but parameters and answer, which are sealed here
     * @param person whose key the answer is sealed with, or null
     */
    record Stored(
            BulkStatus.Operation shown,
            @Nullable Sealed key,
            @Nullable Sealed body,
            @Nullable Sealed answer,
            @Nullable String person) {}

    /** The request without its operations. */
    Optional<BulkStatus> find(UUID uuid) {
        return database.first(
                SqlFragment.of(FIND, uuid),
                row -> new BulkStatus(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getInt(7),
                        List.of()));
    }

    /** Its operations in their order, without parameters and answers. */
    List<BulkStatus.Operation> operations(long bulk) {
        return database.list(
                SqlFragment.of(
                        "select " + OPERATION + " from " + FROM + " where o.bulk_id = ? order by o.number", bulk),
                StatusRepository::shown);
    }

    /** Its operations in their order. */
    List<Stored> details(long bulk) {
        return database.list(
                SqlFragment.of(
                        "select " + OPERATION + DETAIL + " from " + FROM + " where o.bulk_id = ? order by o.number",
                        bulk),
                StatusRepository::stored);
    }

    int count(long bulk, int status) {
        return database.first(SqlFragment.of(COUNT, bulk, status), row -> row.getInt(1))
                .orElseThrow();
    }

    /** @param sender whose requests alone are searched, or null */
    SearchResults<Stored> page(SearchCriteria criteria, @Nullable Caller sender) {
        SqlFragment always = sender == null
                ? SqlFragment.EMPTY
                : SqlFragment.of(
                        "b.caller_type = ? and b.caller_id = ?", sender.type().number(), sender.id());
        return search.page(SOURCE, always, criteria, StatusRepository::stored);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                shown(row),
                Sealed.ofNullable(row.getBytes(11)),
                Sealed.ofNullable(row.getBytes(8)),
                Sealed.ofNullable(row.getBytes(9)),
                row.getString(10));
    }

    private static BulkStatus.Operation shown(ResultSet row) throws SQLException {
        return new BulkStatus.Operation(
                row.getInt(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getInt(5),
                row.getString(6),
                row.getObject(7, Integer.class),
                "",
                "");
    }
}
