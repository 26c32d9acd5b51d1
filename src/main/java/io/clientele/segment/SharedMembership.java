package io.clientele.segment;

import io.clientele.shared.sql.SqlFragment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;

/**
 * Words the statement that brings all members of several segments in line with a judgement of everybody by all of them. Rows that
 * go are found by their place, which is read with them.
 */
final class SharedMembership {

    private static final String JUDGED = """
            with scope as (
                select * from unnest(?::bigint[], ?::text[], ?::boolean[]) as s (segment_id, reason, is_moved_by_time)),
            judged as materialized (""";

    private static final String WRITTEN = """
            differing as materialized (
                select coalesce(m.segment_id, t.segment_id) as segment_id, coalesce(m.customer_id, t.customer_id) as customer_id,
                    m.place
                from (
                    select g.segment_id, g.customer_id, g.ctid as place from segment_member g where g.segment_id = any (?)) m
                full join (
                    select j.segment_id, j.customer_id from judged j
                    where j.fits and not exists (
                        select 1 from segment_pin p where p.customer_id = j.customer_id and p.segment_id = j.segment_id)
                        and not exists (select 1 from customer_restriction r where r.customer_id = j.customer_id)
                    union all
                    select p.segment_id, p.customer_id from segment_pin p where p.segment_id = any (?) and p.is_in
                        and not exists (select 1 from customer_restriction r where r.customer_id = p.customer_id)) t
                    on t.segment_id = m.segment_id and t.customer_id = m.customer_id
                where m.customer_id is null or t.customer_id is null),
            gone as (
                delete from segment_member m
                where m.ctid = any (array(select d.place from differing d where d.place is not null))
                returning m.segment_id, m.customer_id),
            come as (
                insert into segment_member (segment_id, customer_id, entered_at)
                select d.segment_id, d.customer_id, ?::timestamptz from differing d where d.place is null
                on conflict (segment_id, customer_id) do nothing
                returning segment_id, customer_id),
            rescheduled as materialized (
                select coalesce(d.segment_id, j.segment_id) as segment_id, coalesce(d.customer_id, j.customer_id) as customer_id,
                    d.place, j.next_change
                from (
                    select w.segment_id, w.customer_id, w.due_at, w.ctid as place from segment_due w
                    where w.segment_id = any (?)) d
                full join (
                    select n.segment_id, n.customer_id, n.next_change from judged n
                    join scope s on s.segment_id = n.segment_id and s.is_moved_by_time
                    where n.next_change < ?) j
                    on j.segment_id = d.segment_id and j.customer_id = d.customer_id
                where d.due_at is distinct from j.next_change),
            settled as (
                delete from segment_due d
                where d.ctid = any (array(
                    select r.place from rescheduled r where r.place is not null and r.next_change is null))),
            waiting as (
                insert into segment_due (segment_id, customer_id, due_at)
                select r.segment_id, r.customer_id, r.next_change from rescheduled r where r.next_change is not null
                on conflict (segment_id, customer_id) do update set due_at = excluded.due_at),
            moved as (
                select segment_id, customer_id, false as has_entered from gone
                union all select segment_id, customer_id, true from come),
            noted as (
                insert into segment_change (batch, segment_id, customer_id, has_entered, reason, changed_at)
                select ?, m.segment_id, m.customer_id, m.has_entered,
                    case when p.customer_id is null then s.reason else 'pinned' end, ?::timestamptz
                from moved m join scope s on s.segment_id = m.segment_id
                left join segment_pin p on p.customer_id = m.customer_id and p.segment_id = m.segment_id),
            changed as (
                select segment_id, count(*) filter (where has_entered) as entered,
                    count(*) filter (where not has_entered) as gone
                from moved group by segment_id),
            counted as (
                insert into segment_count (segment_id, day, entered, gone)
                select segment_id, ?::date, entered, gone from changed)
            select segment_id, entered, gone from changed""";

    private SharedMembership() {}

    /**
     * A segment that is brought in line.
     *
     * @param isMovedByTime whether its answers change by themselves
     */
    record Part(long segmentId, String reason, boolean isMovedByTime) {}

    /**
     * @param judged selects segment_id, customer_id, fits, next_change of everybody who may fit
     * @param dueUntil before when moments of change are kept
     * @return answers segment_id, how many entered and how many left, for the segments in which somebody did
     */
    static SqlFragment of(Collection<Part> parts, SqlFragment judged, Instant dueUntil, long batch, Instant at) {
        long[] ids = parts.stream().mapToLong(Part::segmentId).toArray();
        String[] reasons = parts.stream().map(Part::reason).toArray(String[]::new);
        String[] moved = parts.stream()
                .map(part -> Boolean.toString(part.isMovedByTime()))
                .toArray(String[]::new);
        String day = at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return SqlFragment.of(JUDGED, ids, reasons, moved)
                .then(judged)
                .then("),")
                .then(WRITTEN, ids, ids, at, ids, dueUntil, batch, at, day);
    }
}
