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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of {@code webhook}. */
@ApplicationScoped
class WebhookRepository {

    private static final String COLUMNS = "w.id, w.url, w.events, w.is_active, w.created_at, w.updated_at";
    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            "webhook w",
            new SearchFields(List.of(
                    SearchField.of("id", Type.INTEGER, "w.id").always(),
                    SearchField.text("url", "w.url").always(),
                    SearchField.of("is_active", Type.BOOLEAN, "w.is_active").always(),
                    SearchField.of("created_at", Type.MOMENT, "w.created_at").always(),
                    SearchField.of("updated_at", Type.MOMENT, "w.updated_at").always())),
            "w.id");
    private static final String ALL = "select " + COLUMNS + ", encode(w.secret, 'base64') as secret,"
            + " encode(w.previous_secret, 'base64') as previous, w.previous_until from webhook w order by w.id";
    private static final String ADD = """
            insert into webhook (url, events, is_active, secret, created_at, updated_at)
            values (?, ?, ?, ''::bytea, ?, ?) returning id""";
    private static final String CHANGE =
            "update webhook set url = ?, events = ?, is_active = ?, updated_at = ? where id = ?";
    private static final String FIRST_SECRET = "update webhook set secret = ? where id = ?";
    private static final String NEXT_SECRET = """
            update webhook set previous_secret = secret, previous_until = ?, secret = ?, updated_at = ? where id = ?""";

    private final Database database;
    private final Search search;

    @Inject
    WebhookRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    /** All of them with their secrets. */
    static List<Receiver> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet rows = statement.executeQuery()) {
            List<Receiver> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new Receiver(
                        read(rows),
                        rows.getString("secret"),
                        rows.getString("previous"),
                        Moments.of(rows, "previous_until")));
            }
            return List.copyOf(all);
        }
    }

    Optional<Webhook> find(long id) {
        return database.first(
                SqlFragment.of("select " + COLUMNS + " from webhook w where w.id = ?", id), WebhookRepository::read);
    }

    /** The webhook, which nobody else changes until the transaction ends. */
    Optional<Webhook> lock(long id) {
        return database.first(
                SqlFragment.of("select " + COLUMNS + " from webhook w where w.id = ? for update", id),
                WebhookRepository::read);
    }

    SearchResults<Webhook> search(SearchCriteria criteria) {
        return search.page(SOURCE, SqlFragment.EMPTY, criteria, WebhookRepository::read);
    }

    int count() {
        return database.first(SqlFragment.of("select count(*) from webhook"), row -> row.getInt(1))
                .orElse(0);
    }

    /** Adds it without its secret, which is bound to its id. */
    long add(String url, List<String> events, boolean isActive, Instant now) {
        return database.first(
                        SqlFragment.of(ADD, url, events.toArray(String[]::new), isActive, now, now),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    void change(long id, String url, List<String> events, boolean isActive, Instant now) {
        database.run(SqlFragment.of(CHANGE, url, events.toArray(String[]::new), isActive, now, id));
    }

    void firstSecret(long id, byte[] sealed) {
        database.run(SqlFragment.of(FIRST_SECRET, sealed, id));
    }

    /** The one before signs too until the moment. */
    void nextSecret(long id, byte[] sealed, Instant previousUntil, Instant now) {
        database.run(SqlFragment.of(NEXT_SECRET, previousUntil, sealed, now, id));
    }

    void remove(long id) {
        database.run(SqlFragment.of("delete from webhook where id = ?", id));
    }

    private static Webhook read(ResultSet row) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getString("url"),
                List.of((String[]) row.getArray("events").getArray()),
                row.getBoolean("is_active"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
