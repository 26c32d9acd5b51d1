package io.clientele.movein;

import io.clientele.shared.json.StoredJson;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements about {@code move_in} and {@code move_in_step}. */
@ApplicationScoped
class MoveInRepository {

    private static final String COLUMNS =
            "m.id, coalesce(m.status, 'running') as state, m.report, m.created_at, m.finished_at,"
                    + " array(select s.import_id from move_in_step s where s.move_in_id = m.id order by s.number) as imports";
    private static final String FROM = "move_in m";
    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            FROM,
            new SearchFields(List.of(
                    SearchField.of("id", Type.INTEGER, "m.id").always(),
                    SearchField.folded("status", "coalesce(m.status, 'running')")
                            .always(),
                    SearchField.of("created_at", Type.MOMENT, "m.created_at").always())),
            "m.id");

    private final Database database;
    private final Search search;

    @Inject
    MoveInRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    /**
     * A row.
     *
     * @param imports those of its files, in their order
     * @param here null until it has ended
     */
    record Stored(
            long id,
            String status,
            @Nullable List<Here> here,
            Instant createdAt,
            @Nullable Instant finishedAt,
            List<Long> imports) {}

    /** The id of a new one; empty when there is one with the fingerprint that has not ended. */
    Optional<Long> add(String fingerprint, Instant now) {
        return database.first(
                SqlFragment.of(
                        "insert into move_in (fingerprint, created_at) values (?, ?)"
                                + " on conflict (fingerprint) where finished_at is null do nothing returning id",
                        fingerprint,
                        now),
                row -> row.getLong(1));
    }

    void addStep(long id, int number, long importId) {
        database.run(SqlFragment.of(
                "insert into move_in_step (move_in_id, number, import_id) values (?, ?, ?)", id, number, importId));
    }

    Optional<Stored> find(long id) {
        return database.first(
                SqlFragment.of("select " + COLUMNS + " from " + FROM + " where m.id = ?", id), MoveInRepository::read);
    }

    /** The one that goes on with the import and has not ended. */
    Optional<Stored> withImport(long importId) {
        return database.first(
                SqlFragment.of(
                        "select " + COLUMNS + " from " + FROM + " where m.finished_at is null"
                                + " and m.id = (select move_in_id from move_in_step where import_id = ?)",
                        importId),
                MoveInRepository::read);
    }

    Optional<Long> open(String fingerprint) {
        return database.first(
                SqlFragment.of("select id from move_in where fingerprint = ? and finished_at is null", fingerprint),
                row -> row.getLong(1));
    }

    SearchResults<Stored> search(SearchCriteria criteria) {
        return search.page(SOURCE, SqlFragment.EMPTY, criteria, MoveInRepository::read);
    }

    void end(long id, String status, List<Here> here, Instant now) {
        database.run(SqlFragment.of(
                "update move_in set status = ?, report = ?::jsonb, finished_at = ? where id = ?",
                status,
                StoredJson.write(here),
                now,
                id));
    }

    private static Stored read(ResultSet row) throws SQLException {
        String report = row.getString("report");
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Stored(
                row.getLong("id"),
                row.getString("state"),
                report == null ? null : List.of(StoredJson.read(report, Here[].class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                List.of((Long[]) row.getArray("imports").getArray()));
    }
}
