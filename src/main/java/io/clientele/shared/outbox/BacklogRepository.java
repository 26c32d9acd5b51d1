package io.clientele.shared.outbox;

import static io.clientele.shared.search.SearchField.of;
import static io.clientele.shared.search.SearchField.text;

import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
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

/** The list of {@code outbox}. */
@ApplicationScoped
class BacklogRepository {

    private static final String COLUMNS = "o.id, o.topic, o.tries, o.created_at, o.due_at, o.parked_at, o.error";
    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            "outbox o",
            new SearchFields(List.of(
                    of("id", Type.INTEGER, "o.id").always(),
                    text("topic", "o.topic").always(),
                    of("tries", Type.INTEGER, "o.tries").always(),
                    of("created_at", Type.MOMENT, "o.created_at").always(),
                    of("due_at", Type.MOMENT, "o.due_at").always(),
                    of("parked_at", Type.MOMENT, "o.parked_at"),
                    text("error", "o.error"))),
            "o.id");
    private static final String LOCK = "select " + COLUMNS + " from outbox o where o.id = ? for update";
    private static final String RELEASE = "update outbox set parked_at = null, tries = 0, due_at = ? where id = ?";
    private static final String REMOVE = "delete from outbox where id = ?";

    private final Search search;
    private final Database database;

    @Inject
    BacklogRepository(Search search, Database database) {
        this.search = search;
        this.database = database;
    }

    SearchResults<WaitingMessage> page(SearchCriteria criteria) {
        return search.page(SOURCE, SqlFragment.EMPTY, criteria, BacklogRepository::read);
    }

    Optional<WaitingMessage> lock(long id) {
        return database.first(SqlFragment.of(LOCK, id), BacklogRepository::read);
    }

    void release(long id, Instant now) {
        database.run(SqlFragment.of(RELEASE, now, id));
    }

    void remove(long id) {
        database.run(SqlFragment.of(REMOVE, id));
    }

    private static WaitingMessage read(ResultSet row) throws SQLException {
        return new WaitingMessage(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                Moments.of(row, 6),
                row.getString(7));
    }
}
