package io.clientele.segment;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements that judge and write who is in a segment, and the locks between those who do. */
@ApplicationScoped
class MembershipRepository {

    /** The space of the advisory locks of segments: shared to judge some customers, alone to judge all. */
    private static final int SEGMENT_LOCKS = 0x5E6;

    private static final String TRY_SHARED = """
            select s.id from unnest(?::bigint[]) as s (id)
            where pg_try_advisory_xact_lock_shared(?, (s.id % 2147483647)::int)""";
    private static final String LOCK = "select pg_advisory_xact_lock(?, (?::bigint % 2147483647)::int)";
    private static final String CURRENT =
            "select id, version from segment where id = any (?) and is_active and member_version = version";
    private static final String PEND = """
            insert into segment_pending (segment_id, person_id, reason)
            select s.segment_id, s.person_id, s.reason
            from unnest(?::bigint[], ?::bigint[], ?::text[]) as s (segment_id, person_id, reason)
            where exists (select 1 from segment g where g.id = s.segment_id)""";
    private static final String PEND_DEPENDENTS = """
            insert into segment_pending (segment_id, person_id, reason)
            select r.segment_id, c.customer_id, 'segment' from segment_change c
            join segment_reference r on r.named_id = c.segment_id
            join segment d on d.id = r.segment_id and d.is_active
            where c.batch = ?""";
    private static final BigInteger KIBIBYTE = BigInteger.valueOf(1024);

    private final Database database;

    @Inject
    MembershipRepository(Database database) {
        this.database = database;
    }

    /**
     * A customer who came into a segment or left it.
     *
     * @param batch the one it is noted in
     */
    record Move(long segmentId, long customerId, boolean entered, long batch) {}

    /** How many came and how many left. */
    record Moves(long entered, long left) {

        static final Moves NONE = new Moves(0, 0);

        static Moves of(Collection<Move> moves) {
            long entered = moves.stream().filter(Move::entered).count();
            return new Moves(entered, moves.size() - entered);
        }

        long all() {
            return entered + left;
        }

        Moves and(Moves other) {
            return new Moves(entered + other.entered, left + other.left);
        }
    }

    /** Those of the segments that nobody recomputes, nor will before the transaction ends. */
    Set<Long> tryShare(Collection<Long> segmentIds) {
        return new HashSet<>(
                database.list(SqlFragment.of(TRY_SHARED, array(segmentIds), SEGMENT_LOCKS), row -> row.getLong(1)));
    }

    /** Waits until nobody judges customers in the segment; nobody does before the transaction ends. */
    void lock(long segmentId) {
        database.first(SqlFragment.of(LOCK, SEGMENT_LOCKS, segmentId), row -> true);
    }

    /** Lets each step of the statements that follow in the transaction take so much memory of the database. */
    void allowMemory(BigInteger bytes) {
        database.first(
                SqlFragment.of("select set_config('work_mem', ?, true)", bytes.divide(KIBIBYTE) + "kB"), row -> true);
    }

    /** The versions of those of the segments that are active and whose members are those of their version. */
    Map<Long, Integer> current(Collection<Long> segmentIds) {
        Map<Long, Integer> versions = new HashMap<>();
        database.list(
                SqlFragment.of(CURRENT, (Object) array(segmentIds)),
                row -> versions.put(row.getLong(1), row.getInt(2)));
        return versions;
    }

    long nextBatch() {
        return database.first(SqlFragment.of("select nextval('segment_change_batch')"), row -> row.getLong(1))
                .orElseThrow();
    }

    /** All changes of a statement have one batch. */
    List<Move> write(JudgedPairs pairs, SqlFragment judged, Instant at) {
        return database.list(
                Membership.ofPairs(pairs, judged, at),
                row -> new Move(row.getLong(1), row.getLong(2), row.getBoolean(3), row.getLong(4)));
    }

    Moves writeWhole(
            long segmentId,
            SqlFragment judged,
            @Nullable Instant dueUntil,
            boolean pins,
            boolean pinned,
            String reason,
            long batch,
            Instant at) {
        return database.listPlanned(
                        Membership.ofWhole(segmentId, judged, dueUntil, pins, pinned, reason, batch, at),
                        row -> new Moves(row.getLong(1), row.getLong(2)))
                .getFirst();
    }

    /** The same for several segments. Those in which nobody came or left are missing in the answer. */
    Map<Long, Moves> writeShared(
            Collection<SharedMembership.Part> parts, SqlFragment judged, Instant dueUntil, long batch, Instant at) {
        Map<Long, Moves> moves = new HashMap<>();
        database.listPlanned(
                SharedMembership.of(parts, judged, dueUntil, batch, at),
                row -> moves.put(row.getLong(1), new Moves(row.getLong(2), row.getLong(3))));
        return moves;
    }

    /** Lets the pairs wait until they can be judged. */
    void pend(JudgedPairs pairs) {
        database.run(SqlFragment.of(PEND, pairs.segmentIds(), pairs.customerIds(), pairs.reasons()));
    }

    /** Lets those who came and left in the batch be judged in the segments that name theirs. */
    void pendDependents(long batch) {
        database.run(SqlFragment.of(PEND_DEPENDENTS, batch));
    }

    /** The active segments that name the segment. */
    List<Long> dependents(long segmentId) {
        return database.list(
                SqlFragment.of(
                        "select s.id from segment_reference r join segment s on s.id = r.segment_id"
                                + " where r.named_id = ? and s.is_active",
                        segmentId),
                row -> row.getLong(1));
    }

    /**
     * Notes that the members are those of the version, as they were at the moment, and how long it took to find out.
     *
     * @param dueUntil before when moments of change are kept; null where there are none
     */
    void done(long segmentId, int version, Instant at, Duration took, @Nullable Instant dueUntil) {
        database.run(SqlFragment.of(
                "update segment set member_version = ?, recomputed_at = ?, recompute_ms = ?, due_until = ?::timestamptz"
                        + " where id = ? and version = ?",
                version,
                at,
                took.toMillis(),
                dueUntil,
                segmentId,
                version));
    }

    /** About how many customers there are, as the database knows without counting. */
    long customers() {
        return database.first(
                        SqlFragment.of(
                                "select greatest(reltuples, 0)::bigint from pg_class where oid = 'customer'::regclass"),
                        row -> row.getLong(1))
                .orElse(0L);
    }

    private static long[] array(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
