package io.clientele.segment;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements about who has to be judged: by changed facts, by time, or because it could not be done before. */
@ApplicationScoped
class SegmentQueueRepository {

    /** Asked whether any moment is due, PostgreSQL expects to find one soon without the index, and reads the table. */
    private static final String WORK = """
            select exists (select 1 from segment_dirty), exists (select 1 from segment_pending),
                coalesce((select min(due_at) from segment_due) <= ?, false),
                exists (select 1 from segment where is_active and due_until <= ?)""";

    private static final String TAKE_MARKS = """
            delete from segment_dirty where id in (select id from segment_dirty order by id limit ? for update skip locked)
            returning person_id, kinds""";
    private static final String OWN_MARKS =
            "select distinct person_id, kinds from segment_dirty where xmin = pg_current_xact_id_if_assigned()::xid limit ?";
    private static final String TAKE_DUE = """
            delete from segment_due where (segment_id, customer_id) in (
                select segment_id, customer_id from segment_due where due_at <= ? order by due_at limit ?
                for update skip locked)
            returning segment_id, customer_id""";
    private static final String TAKE_PENDING = """
            delete from segment_pending where id in (
                select id from segment_pending where segment_id = any (?) order by id limit ? for update skip locked)
            returning segment_id, person_id, reason""";
    /** In one order, so that of two transactions the one waits for the other and neither for ever. */
    private static final String LOCK_CUSTOMERS = """
            select pg_advisory_xact_lock(?, (c.id % 2147483647)::int)
            from (select id from unnest(?::bigint[]) as u (id) order by id offset 0) c""";

    private static final String TRY_LOCK_CUSTOMERS = """
            select c.id from unnest(?::bigint[]) as c (id)
            where pg_try_advisory_xact_lock(?, (c.id % 2147483647)::int)""";
    private static final int CUSTOMER_LOCKS = 0x5E7;
    private static final String FORGET = """
            delete from segment_change where id in (
                select id from segment_change where changed_at < ? order by changed_at limit ? for update skip locked)""";
    /** Many rows of a past day become one. */
    private static final String FOLD = """
            with past as (
                delete from segment_count where (segment_id, day) in (
                    select segment_id, day from segment_count where day < ?::date
                    group by segment_id, day having count(*) > 1)
                returning segment_id, day, entered, gone)
            insert into segment_count (segment_id, day, entered, gone)
            select segment_id, day, sum(entered), sum(gone) from past group by segment_id, day""";

    private final Database database;

    @Inject
    SegmentQueueRepository(Database database) {
        this.database = database;
    }

    /** Facts of a customer that have changed; of all customers where the customer is null. */
    record Mark(@Nullable Long customerId, int kinds) {}

    /** A customer who is to be judged in a segment. */
    record Pair(long segmentId, long customerId, String reason) {}

    /**
     * What there is to do.
     *
     * @param marked whether facts have changed
     * @param pending whether somebody waits who could not be judged before
     * @param due whether answers change by themselves
     * @param exhausted whether moments of change run out
     */
    record Work(boolean marked, boolean pending, boolean due, boolean exhausted) {

        boolean any() {
            return marked || pending || due || exhausted;
        }
    }

    /** @param renewed before when the segments are recomputed whose moments of change are kept until then */
    Work work(Instant now, Instant renewed) {
        return database.first(
                        SqlFragment.of(WORK, now, renewed),
                        row -> new Work(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)))
                .orElseThrow();
    }

    /** Has the customers judged in every segment. */
    void mark(Collection<Long> customerIds) {
        database.run(SqlFragment.of(
                "insert into segment_dirty (person_id, kinds) select id, ? from unnest(?) as u (id)",
                FactBits.ALL,
                customerIds.stream().mapToLong(Long::longValue).toArray()));
    }

    /** Whether nobody else takes from the queue before the transaction ends. */
    boolean tryLock() {
        return database.first(
                        SqlFragment.of("select pg_try_advisory_xact_lock(hashtextextended('segment_dirty', 0))"),
                        row -> row.getBoolean(1))
                .orElse(false);
    }

    /** The versions of the active segments at this moment. */
    Map<Long, Integer> activeVersions() {
        Map<Long, Integer> versions = new HashMap<>();
        database.list(
                SqlFragment.of("select id, version from segment where is_active"),
                row -> versions.put(row.getLong(1), row.getInt(2)));
        return versions;
    }

    List<Mark> takeMarks(int most) {
        return database.list(
                SqlFragment.of(TAKE_MARKS, most), row -> mark(row.getObject(1, Long.class), row.getInt(2)));
    }

    /** The marks that the transaction in hand has made. */
    List<Mark> ownMarks(int most) {
        return database.list(SqlFragment.of(OWN_MARKS, most), row -> mark(row.getObject(1, Long.class), row.getInt(2)));
    }

    private static Mark mark(@Nullable Long customerId, int kinds) {
        return new Mark(customerId, kinds);
    }

    List<Pair> takeDue(Instant now, int most) {
        return database.list(
                SqlFragment.of(TAKE_DUE, now, most),
                row -> new Pair(row.getLong(1), row.getLong(2), ChangeReason.TIME.code()));
    }

    /** The active segments whose moments of change are kept until then or less. */
    List<Long> exhausted(Instant renewed) {
        return database.list(
                SqlFragment.of("select id from segment where is_active and due_until <= ?", renewed),
                row -> row.getLong(1));
    }

    /** The segments for which somebody waits. */
    Set<Long> pendingSegments() {
        return new HashSet<>(database.list(
                SqlFragment.of("select distinct segment_id from segment_pending"), row -> row.getLong(1)));
    }

    List<Pair> takePending(Collection<Long> segmentIds, int most) {
        return database.list(
                SqlFragment.of(
                        TAKE_PENDING,
                        segmentIds.stream().mapToLong(Long::longValue).toArray(),
                        most),
                row -> new Pair(row.getLong(1), row.getLong(2), row.getString(3)));
    }

    /** Waits until nobody else judges the customers before the end of a transaction. */
    void lockCustomers(Collection<Long> ids) {
        database.list(
                SqlFragment.of(
                        LOCK_CUSTOMERS,
                        CUSTOMER_LOCKS,
                        ids.stream().mapToLong(Long::longValue).sorted().toArray()),
                row -> true);
    }

    /** Those of the customers whom nobody judges before the end of a transaction. */
    Set<Long> tryLockCustomers(Collection<Long> ids) {
        return new HashSet<>(database.list(
                SqlFragment.of(
                        TRY_LOCK_CUSTOMERS,
                        ids.stream().mapToLong(Long::longValue).toArray(),
                        CUSTOMER_LOCKS),
                row -> row.getLong(1)));
    }

    /** Begins a part of the transaction in hand that can be undone by itself. */
    void beginPart() {
        database.run(SqlFragment.of("savepoint judging"));
    }

    void undoPart() {
        database.run(SqlFragment.of("rollback to savepoint judging"));
    }

    int forgetChanges(Instant before, int atMost) {
        return database.run(SqlFragment.of(FORGET, before, atMost));
    }

    void foldCounts(String today) {
        database.run(SqlFragment.of(FOLD, today));
    }
}
