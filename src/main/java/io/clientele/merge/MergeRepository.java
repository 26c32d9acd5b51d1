package io.clientele.merge;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The queries over {@code customer_merge}. */
@ApplicationScoped
class MergeRepository {

    private static final String COLUMNS =
            "m.id, m.customer_id, m.merged_id, m.website_id, m.merged_at, m.undoable_until,"
                    + " m.undone_at, m.memory is not null";
    private static final String FROM = "customer_merge m";
    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            FROM,
            new SearchFields(List.of(
                    SearchField.of("id", Type.INTEGER, "m.id").always(),
                    SearchField.of("survivor_id", Type.INTEGER, "m.customer_id").always(),
                    SearchField.of("merged_id", Type.INTEGER, "m.merged_id").always(),
                    SearchField.of("website_id", Type.INTEGER, "m.website_id").always(),
                    SearchField.of("merged_at", Type.MOMENT, "m.merged_at").always(),
                    SearchField.of("undoable_until", Type.MOMENT, "m.undoable_until")
                            .always(),
                    SearchField.of("undone_at", Type.MOMENT, "m.undone_at"))),
            "m.id");

    private final Database database;
    private final Search search;

    @Inject
    MergeRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    /** @param memory what undoing takes, sealed; null when it cannot be undone */
    long add(MergePair pair, Instant at, Instant until, byte @org.jspecify.annotations.Nullable [] memory) {
        return database.first(
                        SqlFragment.of(
                                "insert into customer_merge"
                                        + " (customer_id, merged_id, website_id, merged_at, undoable_until, memory)"
                                        + " values (?, ?, ?, ?, ?, ?) returning id",
                                pair.stays(),
                                pair.goes(),
                                pair.website(),
                                at,
                                until,
                                memory),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    Optional<Merge> find(long id) {
        return database.first(
                SqlFragment.of("select " + COLUMNS + " from " + FROM + " where m.id = ?", id), MergeRepository::read);
    }

    /** The same, which nobody else undoes before the transaction ends. */
    Optional<Merge> lock(long id) {
        return database.first(
                SqlFragment.of("select " + COLUMNS + " from " + FROM + " where m.id = ? for update of m", id),
                MergeRepository::read);
    }

    /** What undoing takes, sealed. */
    Optional<byte[]> memory(long id) {
        return database.first(
                SqlFragment.of("select m.memory from customer_merge m where m.id = ? and m.memory is not null", id),
                row -> row.getBytes(1));
    }

    void noteUndone(long id, Instant now) {
        database.run(SqlFragment.of("update customer_merge set undone_at = ?, memory = null where id = ?", now, id));
    }

    /**
     * Forgets what undoing takes where its time is over.
     *
     * @return the accounts that were merged away
     */
    List<Long> forget(Instant now, int most) {
        return database.list(
                SqlFragment.of(
                        "update customer_merge set memory = null where id in (select id from customer_merge"
                                + " where memory is not null and undoable_until <= ? order by undoable_until limit ?"
                                + " for update skip locked) returning merged_id",
                        now,
                        most),
                row -> row.getLong(1));
    }

    /** Forgets what undoing takes of merges that the account took part in, on either side. */
    void forget(long customerId) {
        database.run(SqlFragment.of(
                "update customer_merge set memory = null where customer_id = ? or merged_id = ?",
                customerId,
                customerId));
    }

    /** Forgets the merges into the account. */
    void remove(Collection<Long> survivorIds) {
        database.run(SqlFragment.of("delete from customer_merge where customer_id = any (?)", (Object)
                survivorIds.stream().mapToLong(Long::longValue).toArray()));
    }

    /** A page of the merges of the websites; an empty set of them means all. */
    SearchResults<Merge> page(SearchCriteria criteria, Set<Integer> websiteIds) {
        long[] websites = websiteIds.stream().mapToLong(Integer::longValue).toArray();
        SqlFragment visible =
                websiteIds.isEmpty() ? SqlFragment.EMPTY : SqlFragment.of("m.website_id = any (?)", (Object) websites);
        return search.page(SOURCE, visible, criteria, MergeRepository::read);
    }

    private static Merge read(ResultSet row) throws SQLException {
        OffsetDateTime undone = row.getObject(7, OffsetDateTime.class);
        return new Merge(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getInt(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                undone == null ? null : undone.toInstant(),
                row.getBoolean(8));
    }
}
