package io.clientele.segment;

import io.clientele.segment.rule.FactKind;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The statements about recomputations that were asked for. */
@ApplicationScoped
class RecomputeRepository {

    private static final String ADD = """
            insert into segment_recompute (job_id, segment_id, reason, requested_in, due_at)
            values (?, ?, ?, pg_current_xact_id(), ?)""";

    /** Not before a pause since the last one is over, ten times as long as that took at least; a clock may have gone back. */
    private static final String ADD_AFTER_PAUSE = """
            insert into segment_recompute (job_id, segment_id, reason, requested_in, due_at)
            select ?, s.id, ?, pg_current_xact_id(),
                least(p.asked + p.pause, greatest(p.asked, s.recomputed_at + p.pause))
            from segment s
            cross join lateral (select ?::timestamptz as asked,
                greatest(?::bigint, 10 * s.recompute_ms) * interval '1 millisecond' as pause) p
            where s.id = ?""";

    /** Segments come after those that their rules name, which are waiting too. */
    private static final String NEXT = """
            select r.segment_id from segment_recompute r
            where r.due_at <= ? and r.requested_in < pg_snapshot_xmin(pg_current_snapshot())
                and not exists (
                    select 1 from segment_reference n join segment_recompute w on w.segment_id = n.named_id
                    where n.segment_id = r.segment_id)
            order by r.job_id limit 1 offset ?""";

    /**
     * Those of them that read orders, which are worth reading for several at once, as long as together they are expected to take
     * no longer than a limit: each as long as the last time, and a tenth of the limit where there was none.
     */
    private static final String NEXT_TOGETHER = """
            select w.segment_id from (
                select r.segment_id, min(r.job_id) as job_id,
                    sum(max(case when s.recomputed_at is null then ?::bigint / 10 else s.recompute_ms end))
                        over (order by min(r.job_id)) as expected_ms
                from segment_recompute r join segment s on s.id = r.segment_id
                where r.due_at <= ? and r.requested_in < pg_snapshot_xmin(pg_current_snapshot())
                    and s.is_active and s.apply_to <> 'visitors' and s.reads & ? <> 0
                    and not exists (
                        select 1 from segment_reference n join segment_recompute w on w.segment_id = n.named_id
                        where n.segment_id = r.segment_id)
                group by r.segment_id) w
            where w.expected_ms <= ? order by w.job_id limit ?""";

    private static final String TAKE = """
            select job_id, reason from segment_recompute
            where segment_id = ? and requested_in < pg_snapshot_xmin(pg_current_snapshot())
            order by job_id for update skip locked""";

    private final Database database;

    @Inject
    RecomputeRepository(Database database) {
        this.database = database;
    }

    /** A recomputation that was asked for. */
    record Request(long jobId, String reason) {}

    void add(long jobId, long segmentId, String reason, Instant due) {
        database.run(SqlFragment.of(ADD, jobId, segmentId, reason, due));
    }

    /** The same, begun when the segment has not been recomputed for a while. */
    void addAfterPause(long jobId, long segmentId, String reason, Instant asked, Duration pause) {
        database.run(SqlFragment.of(ADD_AFTER_PAUSE, jobId, reason, asked, pause.toMillis(), segmentId));
    }

    /** Whether a recomputation of the segment waits that nobody has begun. */
    boolean isWaiting(long segmentId) {
        return database.first(
                        SqlFragment.of(
                                "select 1 from segment_recompute where segment_id = ? for update skip locked",
                                segmentId),
                        row -> true)
                .isPresent();
    }

    /**
     * A segment that is to be recomputed and can be.
     *
     * @param passedOver how many others come before it that somebody else has taken
     */
    Optional<Long> next(Instant now, int passedOver) {
        return database.first(SqlFragment.of(NEXT, now, passedOver), row -> row.getLong(1));
    }

    /** Segments that are to be recomputed, can be, and have most of their reading in common. */
    List<Long> nextTogether(Instant now, Duration limit, int most) {
        return database.list(
                SqlFragment.of(
                        NEXT_TOGETHER, limit.toMillis(), now, FactBits.of(FactKind.ORDER), limit.toMillis(), most),
                row -> row.getLong(1));
    }

    /** Takes what was asked for the segment, which nobody else takes until the transaction ends. */
    List<Request> take(long segmentId) {
        return database.list(SqlFragment.of(TAKE, segmentId), row -> new Request(row.getLong(1), row.getString(2)));
    }

    /** Lets a segment whose moments of change run out, and which could not be recomputed, alone until a moment. */
    void renewLater(long segmentId, Instant until) {
        database.run(SqlFragment.of(
                "update segment set due_until = ? where id = ? and due_until < ?", until, segmentId, until));
    }

    void remove(List<Long> jobIds) {
        database.run(SqlFragment.of("delete from segment_recompute where job_id = any (?)", (Object)
                jobIds.stream().mapToLong(Long::longValue).toArray()));
    }

    /** The jobs of a segment, taken away from it. */
    List<Long> removeAll(long segmentId) {
        return database.list(
                SqlFragment.of("delete from segment_recompute where segment_id = ? returning job_id", segmentId),
                row -> row.getLong(1));
    }
}
