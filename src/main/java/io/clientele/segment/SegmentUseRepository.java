package io.clientele.segment;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The statements about who uses segments, and what they refer to. */
@ApplicationScoped
class SegmentUseRepository {

    /** The segments that name one, at whatever distance. */
    private static final String DEPENDENTS = """
            with recursive dependent (id) as (
                select r.segment_id from segment_reference r where r.named_id = any (?)
                union
                select r.segment_id from segment_reference r join dependent d on d.id = r.named_id)
            select id from dependent""";

    private final Database database;

    @Inject
    SegmentUseRepository(Database database) {
        this.database = database;
    }

    /** A segment that names another one. */
    record Dependent(long id, String name, boolean active) {}

    /** Only one transaction at a time changes which segments name which. */
    void lockReferences() {
        database.first(
                SqlFragment.of("select pg_advisory_xact_lock(hashtextextended('segment_reference', 0))"), row -> true);
    }

    /** The segments whose rules name the segment. */
    List<Dependent> naming(long id) {
        return database.list(
                SqlFragment.of(
                        "select s.id, s.name, s.is_active from segment_reference r join segment s on s.id = r.segment_id"
                                + " where r.named_id = ? order by s.id",
                        id),
                row -> new Dependent(row.getLong(1), row.getString(2), row.getBoolean(3)));
    }

    /** The segments that depend on the segment, at whatever distance. */
    Set<Long> dependents(long id) {
        return new HashSet<>(
                database.list(SqlFragment.of(DEPENDENTS, (Object) new long[] {id}), row -> row.getLong(1)));
    }

    /** Those of the ids that are segments. */
    Set<Long> existing(Collection<Long> ids) {
        return new HashSet<>(database.list(
                SqlFragment.of("select id from segment where id = any (?) for key share", (Object) array(ids)),
                row -> row.getLong(1)));
    }

    /** Those of the ids that are customers; nobody deletes them before the transaction ends. */
    Set<Long> customers(Collection<Long> ids) {
        return new HashSet<>(database.list(
                SqlFragment.of(
                        "select id from customer where id = any (?) order by id for key share", (Object) array(ids)),
                row -> row.getLong(1)));
    }

    /** How many tier prices are for the segment. */
    long tierPrices(long id) {
        return database.first(
                        SqlFragment.of("select count(*) from tier_price where customer_segment_id = ?", id),
                        row -> row.getLong(1))
                .orElse(0L);
    }

    private static long[] array(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
