package io.clientele.transfer;

import io.clientele.shared.Caller;
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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements about {@code transfer_import}. How far a running one is stands with its job. */
@ApplicationScoped
class ImportRepository {

    private static final String COLUMNS = "i.id, i.job_id, i.kind, i.behavior, i.format, i.stops_on_errors,"
            + " i.allowed_errors, i.is_check, i.field_separator, i.value_separator, i.empty_value, i.file_name, i.bytes,"
            + " i.row_count, i.created, i.updated, i.deleted, i.unchanged, i.translation, i.is_counted, i.starter_type, i.starter_id, i.created_at, i.finished_at,"
            + " coalesce(i.status, j.status, 'waiting') as state, coalesce(i.done, j.done, 0) as done,"
            + " coalesce(i.failed, j.failed, 0) as failed, coalesce(i.message, j.message) as message";
    private static final String FROM = "transfer_import i left join job j on j.id = i.job_id";
    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            FROM,
            new SearchFields(List.of(
                    SearchField.of("id", Type.INTEGER, "i.id").always(),
                    SearchField.folded("entity", "i.kind").always(),
                    SearchField.folded("behavior", "i.behavior").always(),
                    SearchField.folded("status", "coalesce(i.status, j.status, 'waiting')")
                            .always(),
                    SearchField.text("file_name", "i.file_name"),
                    SearchField.of("created_at", Type.MOMENT, "i.created_at").always())),
            "i.id");
    private static final String ADD = """
            insert into transfer_import (kind, behavior, format, stops_on_errors, allowed_errors, is_check,
                field_separator, value_separator, empty_value, file_name, translation, is_counted, bytes, row_count,
                starter_type, starter_id, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?) returning id""";
    private static final String NOTE = """
            update transfer_import set created = created + ?, updated = updated + ?, deleted = deleted + ?,
                unchanged = unchanged + ?, message = coalesce(?, message), refused_lines = refused_lines || ?::bigint[]
            where id = ?""";
    private static final String END =
            "update transfer_import set status = ?, done = ?, failed = ?, finished_at = ? where job_id = ?";

    private final Database database;
    private final Search search;

    @Inject
    ImportRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    /** An import that waits for a job. {@code starter} is null for the terminal. */
    long add(ImportDraft how, long bytes, long rows, @Nullable Caller starter, Instant now) {
        return database.first(
                        SqlFragment.of(
                                ADD,
                                how.kind().code(),
                                how.behavior().code(),
                                how.format().code(),
                                how.stopsOnErrors(),
                                how.allowedErrors(),
                                how.checkOnly(),
                                how.fieldSeparator(),
                                how.valueSeparator(),
                                how.emptyValue(),
                                how.fileName(),
                                StoredJson.write(how.translation()),
                                how.counted(),
                                bytes,
                                rows,
                                starter == null ? null : starter.type().number(),
                                starter == null ? null : starter.id(),
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** @param of only if this caller has sent it; null for whoever has */
    Optional<Import> find(long id, @Nullable Caller of) {
        SqlFragment query = SqlFragment.of("select " + COLUMNS + " from " + FROM + " where i.id = ?", id);
        SqlFragment own = own(of);
        return database.first(own.text().isEmpty() ? query : query.then("and").then(own), ImportRepository::read);
    }

    SearchResults<Import> search(SearchCriteria criteria, @Nullable Caller of) {
        return search.page(SOURCE, own(of), criteria, ImportRepository::read);
    }

    private static SqlFragment own(@Nullable Caller of) {
        return of == null
                ? SqlFragment.EMPTY
                : SqlFragment.of(
                        "i.starter_type = ? and i.starter_id = ?", of.type().number(), of.id());
    }

    Import ofJob(long jobId) {
        return database.first(
                        SqlFragment.of("select " + COLUMNS + " from " + FROM + " where i.job_id = ?", jobId),
                        ImportRepository::read)
                .orElseThrow();
    }

    /** The lines that were refused when the file was checked. */
    Set<Long> refusedLines(long id) {
        Set<Long> lines = new HashSet<>();
        database.list(
                SqlFragment.of("select unnest(refused_lines) from transfer_import where id = ?", id),
                row -> lines.add(row.getLong(1)));
        return lines;
    }

    /**
     * Notes what a part has done.
     *
     * @param message how it comes to its end, or null
     * @param refused lines that are not to be looked at again
     */
    void note(long id, Import.Counts counts, @Nullable String message, Collection<Long> refused) {
        database.run(SqlFragment.of(
                NOTE,
                counts.created(),
                counts.updated(),
                counts.deleted(),
                counts.unchanged(),
                message,
                refused.stream().mapToLong(Long::longValue).toArray(),
                id));
    }

    /** The job goes on with an import that waited. */
    void begin(long id, long jobId) {
        database.run(SqlFragment.of("update transfer_import set job_id = ? where id = ?", jobId, id));
    }

    /** An import that was never begun ends. */
    void drop(long id, Instant now) {
        database.run(SqlFragment.of(
                "update transfer_import set status = 'cancelled', done = 0, failed = 0, finished_at = ?"
                        + " where id = ? and job_id is null and finished_at is null",
                now,
                id));
    }

    List<Counted> counted(long id) {
        return database.first(
                        SqlFragment.of("select counted from transfer_import where id = ?", id),
                        row -> List.of(StoredJson.read(row.getString(1), Counted[].class)))
                .orElse(List.of());
    }

    void noteCounted(long id, List<Counted> counted) {
        database.run(SqlFragment.of(
                "update transfer_import set counted = ?::jsonb where id = ?", StoredJson.write(counted), id));
    }

    void end(long jobId, String status, long done, long failed, Instant now) {
        database.run(SqlFragment.of(END, status, done, failed, now, jobId));
    }

    private static Import read(ResultSet row) throws SQLException {
        TransferKind kind = TransferKind.of(row.getString("kind"));
        return new Import(
                row.getLong("id"),
                row.getObject("job_id", Long.class),
                new ImportDraft(
                        kind,
                        ImportBehavior.of(row.getString("behavior"), kind),
                        FileFormat.of(row.getString("format")),
                        row.getBoolean("stops_on_errors"),
                        row.getInt("allowed_errors"),
                        row.getBoolean("is_check"),
                        row.getString("field_separator"),
                        row.getString("value_separator"),
                        row.getString("empty_value"),
                        row.getString("file_name"),
                        StoredJson.read(row.getString("translation"), Translation.class),
                        row.getBoolean("is_counted")),
                row.getString("state"),
                row.getLong("bytes"),
                row.getLong("row_count"),
                row.getLong("done"),
                row.getLong("failed"),
                new Import.Counts(
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("deleted"),
                        row.getLong("unchanged")),
                row.getString("message"),
                row.getObject("starter_type", Integer.class),
                row.getObject("starter_id", Long.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                moment(row.getObject("finished_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
