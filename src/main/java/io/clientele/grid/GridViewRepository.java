package io.clientele.grid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.shared.Fold;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The queries over {@code grid_view} and {@code grid_view_default}. */
@ApplicationScoped
class GridViewRepository {

    private static final String SELECT = "select v.id, v.owner_id, v.name, v.columns, v.filters, v.search, v.sort,"
            + " v.page_size, v.is_shared, d.view_id is not null from grid_view v"
            + " left join grid_view_default d on d.view_id = v.id and d.admin_id = ?";
    private static final String VISIBLE = " where (v.owner_id = ? or v.is_shared)";
    private static final TypeReference<List<GridView.Filter>> FILTERS = new TypeReference<>() {};
    private static final TypeReference<List<GridView.Sort>> SORT = new TypeReference<>() {};

    private final Database database;
    private final ObjectMapper json;

    @Inject
    GridViewRepository(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The administrator's own views and the shared ones, by name. */
    List<GridView> visibleTo(long adminId) {
        return database.list(
                SqlFragment.of(SELECT + VISIBLE + " order by v.name_key, v.id limit 1000", adminId, adminId),
                this::read);
    }

    Optional<GridView> view(long id, long adminId) {
        return database.first(SqlFragment.of(SELECT + VISIBLE + " and v.id = ?", adminId, adminId, id), this::read);
    }

    /** Lets nobody else change the view until the transaction ends. */
    void hold(long id) {
        database.list(SqlFragment.of("select 1 from grid_view where id = ? for update", id), row -> 0);
    }

    /** Lets one transaction at a time count and add the administrator's views. */
    int lockAndCount(long adminId) {
        database.list(
                SqlFragment.of("select pg_advisory_xact_lock(hashtextextended('grid_view', ?))", adminId), row -> 0);
        return database.first(
                        SqlFragment.of("select count(*) from grid_view where owner_id = ?", adminId),
                        row -> row.getInt(1))
                .orElse(0);
    }

    /** @throws io.clientele.shared.Refusal when the owner has a view of that name */
    long insert(GridView view, Instant now) {
        return named(
                view,
                () -> database.first(
                                SqlFragment.of(
                                        "insert into grid_view (owner_id, name, name_key, columns, filters, search, sort,"
                                                + " page_size, is_shared, created_at, updated_at)"
                                                + " values (?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?) returning id",
                                        view.ownerId(),
                                        view.name(),
                                        Fold.key(view.name()),
                                        view.columns().toArray(String[]::new),
                                        text(view.filters()),
                                        view.search(),
                                        text(view.sort()),
                                        view.pageSize(),
                                        view.shared(),
                                        now,
                                        now),
                                row -> row.getLong(1))
                        .orElseThrow());
    }

    /** @throws io.clientele.shared.Refusal when the owner has another view of that name */
    void update(GridView view, Instant now) {
        int rows = named(
                view,
                () -> database.run(SqlFragment.of(
                        "update grid_view set name = ?, name_key = ?, columns = ?, filters = ?::jsonb, search = ?,"
                                + " sort = ?::jsonb, page_size = ?, is_shared = ?, updated_at = ? where id = ?",
                        view.name(),
                        Fold.key(view.name()),
                        view.columns().toArray(String[]::new),
                        text(view.filters()),
                        view.search(),
                        text(view.sort()),
                        view.pageSize(),
                        view.shared(),
                        now,
                        view.id())));
        if (rows == 0) {
            throw GridRefusals.noSuchView(view.id());
        }
    }

    /** Makes the view the administrator's first choice. */
    void choose(long adminId, long viewId) {
        database.run(SqlFragment.of(
                "insert into grid_view_default (admin_id, view_id) values (?, ?)"
                        + " on conflict (admin_id) do update set view_id = excluded.view_id",
                adminId,
                viewId));
    }

    /** Takes the first choice back, if it is that view. */
    void unchoose(long adminId, long viewId) {
        database.run(
                SqlFragment.of("delete from grid_view_default where admin_id = ? and view_id = ?", adminId, viewId));
    }

    /** What is no longer shared is nobody else's first choice. */
    void unchooseOfOthers(long ownerId, long viewId) {
        database.run(
                SqlFragment.of("delete from grid_view_default where admin_id <> ? and view_id = ?", ownerId, viewId));
    }

    boolean delete(long id) {
        return database.run(SqlFragment.of("delete from grid_view where id = ?", id)) == 1;
    }

    private static <T> T named(GridView view, java.util.function.Supplier<T> write) {
        try {
            return write.get();
        } catch (DatabaseFailure e) {
            throw "grid_view_name_key_uq".equals(DatabaseFailure.violatedConstraint(e))
                    ? GridRefusals.nameTaken(view.name())
                    : e;
        }
    }

    private GridView read(ResultSet row) throws SQLException {
        return new GridView(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                List.of((String[]) row.getArray(4).getArray()),
                list(row.getString(5), FILTERS),
                row.getString(6),
                list(row.getString(7), SORT),
                row.getInt(8),
                row.getBoolean(9),
                row.getBoolean(10));
    }

    private String text(List<?> list) {
        try {
            return json.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> List<T> list(String text, TypeReference<List<T>> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
