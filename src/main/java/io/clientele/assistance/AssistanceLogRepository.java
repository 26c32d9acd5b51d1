package io.clientele.assistance;

import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of the log; they are added and never changed. */
@ApplicationScoped
class AssistanceLogRepository {

    private static final String ADD = """
            insert into assistance_log
                (happened_at, admin_id, admin_username, customer_id, website_id, action, reason, address, refusal)
            values (?, ?, (select u.username from admin_user u where u.id = ?), ?, ?, ?, ?, ?, ?)""";
    private static final String RESULT = "(case when l.refusal is null then 'success' else 'refused' end)";
    private static final Search.Source SOURCE = new Search.Source(
            "l.id, l.happened_at, l.admin_id, l.admin_username, l.customer_id, c.email, l.website_id, l.action, l.reason,"
                    + " l.address, l.refusal",
            "assistance_log l left join customer c on c.id = l.customer_id",
            new SearchFields(List.of(
                    SearchField.of("id", SearchField.Type.INTEGER, "l.id"),
                    SearchField.of("created_at", SearchField.Type.MOMENT, "l.happened_at"),
                    SearchField.of("admin_id", SearchField.Type.INTEGER, "l.admin_id"),
                    SearchField.text("admin_username", "l.admin_username"),
                    SearchField.of("customer_id", SearchField.Type.INTEGER, "l.customer_id"),
                    SearchField.folded("customer_email", "c.email_key"),
                    SearchField.of("website_id", SearchField.Type.INTEGER, "l.website_id"),
                    SearchField.text("action", "l.action"),
                    SearchField.text("reason", "l.reason"),
                    SearchField.text("address", "l.address"),
                    SearchField.text("result", RESULT))),
            "l.id");

    private final Database database;
    private final Search search;

    @Inject
    AssistanceLogRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    void add(AssistanceAttempt attempt, Instant at, String address, @Nullable String refusal) {
        database.run(SqlFragment.of(
                ADD,
                at,
                attempt.adminId(),
                attempt.adminId(),
                attempt.customerId(),
                attempt.websiteId(),
                attempt.action().word(),
                attempt.reason(),
                address,
                refusal));
    }

    /** A page of what happened in the websites; an empty set of them means all. */
    SearchResults<AssistanceLogEntry> page(SearchCriteria criteria, Set<Integer> websiteIds) {
        long[] websites = websiteIds.stream().mapToLong(Integer::longValue).toArray();
        SqlFragment visible =
                websiteIds.isEmpty() ? SqlFragment.EMPTY : SqlFragment.of("l.website_id = any(?)", (Object) websites);
        return search.page(SOURCE, visible, criteria, AssistanceLogRepository::read);
    }

    private static AssistanceLogEntry read(ResultSet row) throws SQLException {
        return new AssistanceLogEntry(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getObject(3, Long.class),
                row.getString(4),
                row.getObject(5, Long.class),
                row.getString(6),
                row.getInt(7),
                AssistanceLogEntry.Action.of(row.getString(8)),
                row.getString(9),
                row.getString(10),
                row.getString(11));
    }
}
