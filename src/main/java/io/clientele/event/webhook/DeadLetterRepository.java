package io.clientele.event.webhook;

import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchField.Type;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.Moments;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The rows of {@code webhook_delivery} as administrators see them. */
@ApplicationScoped
class DeadLetterRepository {

    private static final String COLUMNS = "d.id, d.webhook_id, e.event_id, e.type, e.customer_id, d.position, d.tries,"
            + " d.failed_at, d.due_at, d.dead_at, d.error";
    private static final String FROM = "webhook_delivery d left join event e on e.position = d.position";
    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            FROM,
            new SearchFields(List.of(
                    SearchField.of("id", Type.INTEGER, "d.id").always(),
                    SearchField.of("webhook_id", Type.INTEGER, "d.webhook_id").always(),
                    SearchField.text("type", "e.type"),
                    SearchField.of("customer_id", Type.INTEGER, "e.customer_id"),
                    SearchField.of("position", Type.INTEGER, "d.position").always(),
                    SearchField.of("tries", Type.INTEGER, "d.tries").always(),
                    SearchField.of("failed_at", Type.MOMENT, "d.failed_at"),
                    SearchField.of("due_at", Type.MOMENT, "d.due_at").always(),
                    SearchField.of("dead_at", Type.MOMENT, "d.dead_at"),
                    SearchField.text("error", "d.error"))),
            "d.id");
    private static final String LOCK = "select " + COLUMNS + " from " + FROM + " where d.id = ? for update of d";
    private static final String RELEASE =
            "update webhook_delivery set dead_at = null, failed_at = null, tries = 0, due_at = ? where id = ?";

    private final Database database;
    private final Search search;

    @Inject
    DeadLetterRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    SearchResults<WebhookDelivery> search(SearchCriteria criteria) {
        return search.page(SOURCE, SqlFragment.EMPTY, criteria, DeadLetterRepository::read);
    }

    /** The delivery, which nobody else changes until the transaction ends. */
    Optional<WebhookDelivery> lock(long id) {
        return database.first(SqlFragment.of(LOCK, id), DeadLetterRepository::read);
    }

    void release(long id, Instant now) {
        database.run(SqlFragment.of(RELEASE, now, id));
    }

    void remove(long id) {
        database.run(SqlFragment.of("delete from webhook_delivery where id = ?", id));
    }

    /** How it goes with a webhook that is as far as that. */
    WebhookState state(Progress progress) {
        return database.first(
                        SqlFragment.of("""
                        select count(*) filter (where dead_at is null), count(*) filter (where dead_at is not null)
                        from webhook_delivery where webhook_id = ?""", progress.webhookId()),
                        row -> new WebhookState(
                                progress.position(),
                                row.getLong(1),
                                row.getLong(2),
                                progress.failingSince(),
                                progress.pausedUntil(),
                                progress.error()))
                .orElseThrow();
    }

    private static WebhookDelivery read(ResultSet row) throws SQLException {
        long customerId = row.getLong(5);
        return new WebhookDelivery(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                customerId == 0 ? null : customerId,
                row.getLong(6),
                row.getInt(7),
                Moments.of(row, 8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                Moments.of(row, 10),
                row.getString(11));
    }
}
