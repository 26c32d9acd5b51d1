package io.clientele.segment;

import io.clientele.shared.sql.SqlFragment;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Words the statements that bring the members of segments in line with a judgement: each is one statement, so that
 * readers see all of a change or nothing, and rows that stay as they are are not written. Nobody is a member whose data is
 * kept and not used, or who objected to profiles.
 */
final class Membership {

    /** Everything but the judgement itself for pairs of segment and customer; {@code scope} and {@code judged} come before. */
    private static final String PAIRS = """
            target as (
                select j.segment_id, j.customer_id from judged j
                where j.fits and not exists (
                    select 1 from segment_pin p where p.customer_id = j.customer_id and p.segment_id = j.segment_id)
                    and not exists (select 1 from customer_restriction r where r.customer_id = j.customer_id)
                union all
                select p.segment_id, p.customer_id from segment_pin p
                join scope s on s.segment_id = p.segment_id and s.person_id = p.customer_id
                where p.is_in
                    and not exists (select 1 from customer_restriction r where r.customer_id = p.customer_id)),
            gone as (
                delete from segment_member m using scope s
                where m.segment_id = s.segment_id and m.customer_id = s.person_id and not exists (
                    select 1 from target t where t.segment_id = m.segment_id and t.customer_id = m.customer_id)
                returning m.segment_id, m.customer_id),
            come as (
                insert into segment_member (segment_id, customer_id, entered_at)
                select t.segment_id, t.customer_id, ?::timestamptz from target t
                where not exists (
                    select 1 from segment_member m where m.segment_id = t.segment_id and m.customer_id = t.customer_id)
                on conflict (segment_id, customer_id) do nothing
                returning segment_id, customer_id),
            upcoming as (
                select j.segment_id, j.customer_id, j.next_change from judged j join segment g on g.id = j.segment_id
                where j.next_change < coalesce(g.due_until, 'infinity')),
            settled as (
                delete from segment_due d using scope s
                where d.segment_id = s.segment_id and d.customer_id = s.person_id and not exists (
                    select 1 from upcoming u where u.segment_id = d.segment_id and u.customer_id = d.customer_id)),
            waiting as (
                insert into segment_due (segment_id, customer_id, due_at)
                select u.segment_id, u.customer_id, u.next_change from upcoming u
                where not exists (
                    select 1 from segment_due d where d.segment_id = u.segment_id and d.customer_id = u.customer_id
                        and d.due_at = u.next_change)
                on conflict (segment_id, customer_id) do update set due_at = excluded.due_at),
            moved as materialized (
                select segment_id, customer_id, false as has_entered from gone
                union all select segment_id, customer_id, true from come),
            numbered as materialized (
                select nextval('segment_change_batch') as batch where exists (select 1 from moved)),
            noted as (
                insert into segment_change (batch, segment_id, customer_id, has_entered, reason, changed_at)
                select b.batch, m.segment_id, m.customer_id, m.has_entered,
                    case when p.customer_id is null then s.reason else 'pinned' end, ?::timestamptz
                from moved m cross join numbered b
                join scope s on s.segment_id = m.segment_id and s.person_id = m.customer_id
                left join segment_pin p on p.customer_id = m.customer_id and p.segment_id = m.segment_id),
            counted as (
                insert into segment_count (segment_id, day, entered, gone)
                select segment_id, ?::date, count(*) filter (where has_entered), count(*) filter (where not has_entered)
                from moved group by segment_id)
            """;

    private static final String SCOPE = """
            with scope as (
                select * from unnest(?::bigint[], ?::bigint[], ?::text[]) as s (segment_id, person_id, reason)),
            judged as materialized (""";

    /** Who should be in one segment of all customers, where somebody is in or out whatever its rule says. */
    private static final String TARGET_WITH_PINS = """
            target as (
                select j.customer_id from judged j
                where j.fits and not exists (
                    select 1 from segment_pin p where p.customer_id = j.customer_id and p.segment_id = ?)
                    and not exists (select 1 from customer_restriction r where r.customer_id = j.customer_id)
                union all
                select p.customer_id from segment_pin p where p.segment_id = ? and p.is_in and ?
                    and not exists (select 1 from customer_restriction r where r.customer_id = p.customer_id)),
            """;

    private static final String TARGET = """
            target as (
                select j.customer_id from judged j
                where j.fits
                    and not exists (select 1 from customer_restriction r where r.customer_id = j.customer_id)),
            """;

    /**
     * What there is and what there should be are joined once, and only the difference is written: a conflict would lock, and so
     * write, every row that stays as it is. Who goes is looked up as an array, since a join would read all members once more to find
     * that nobody goes.
     */
    private static final String WHOLE = """
            differing as materialized (
                select coalesce(m.customer_id, t.customer_id) as customer_id, m.customer_id is null as has_entered
                from (select g.customer_id from segment_member g where g.segment_id = ?) m
                full join target t on t.customer_id = m.customer_id
                where m.customer_id is null or t.customer_id is null),
            gone as (
                delete from segment_member m
                where m.segment_id = ?
                    and m.customer_id = any (array(select d.customer_id from differing d where not d.has_entered))
                returning m.customer_id),
            come as (
                insert into segment_member (segment_id, customer_id, entered_at)
                select ?, d.customer_id, ?::timestamptz from differing d where d.has_entered
                on conflict (segment_id, customer_id) do nothing
                returning customer_id),
            moved as (
                select customer_id, false as has_entered from gone union all select customer_id, true from come),
            noted as (
                insert into segment_change (batch, segment_id, customer_id, has_entered, reason, changed_at)
                select ?, ?, m.customer_id, m.has_entered,
                    case when p.customer_id is null then ? else 'pinned' end, ?::timestamptz
                from moved m
                left join segment_pin p on p.customer_id = m.customer_id and p.segment_id = ?),
            counted as (
                insert into segment_count (segment_id, day, entered, gone)
                select ?, ?::date, entered, gone
                from (select count(*) filter (where has_entered) as entered,
                    count(*) filter (where not has_entered) as gone from moved) n
                where entered + gone > 0),
            """;

    /** Brings the moments of change of a rule that time moves in line. */
    private static final String MOMENTS = """
            rescheduled as materialized (
                select coalesce(d.customer_id, j.customer_id) as customer_id, j.next_change
                from (select w.customer_id, w.due_at from segment_due w where w.segment_id = ?) d
                full join (select n.customer_id, n.next_change from judged n where n.next_change < ?) j
                    on j.customer_id = d.customer_id
                where d.due_at is distinct from j.next_change),
            settled as (
                delete from segment_due d
                where d.segment_id = ?
                    and d.customer_id = any (array(select r.customer_id from rescheduled r where r.next_change is null))),
            waiting as (
                insert into segment_due (segment_id, customer_id, due_at)
                select ?, r.customer_id, r.next_change from rescheduled r where r.next_change is not null
                on conflict (segment_id, customer_id) do update set due_at = excluded.due_at)
            """;

    /** The rule is of the kind that no time moves, and may have been another one before. */
    private static final String NO_MOMENTS = """
            settled as (delete from segment_due d where d.segment_id = ?)
            """;

    private static final String COUNTED =
            "select count(*) filter (where has_entered), count(*) filter (where not has_entered) from moved";

    private Membership() {}

    /**
     * @param scope the pairs that are judged; those that the judgement leaves out do not fit
     * @param judged selects segment_id, customer_id, fits, next_change
     * @return answers segment_id, customer_id, whether the customer has entered, and the batch they are noted in, for every change
     */
    static SqlFragment ofPairs(JudgedPairs scope, SqlFragment judged, Instant at) {
        return SqlFragment.of(SCOPE, scope.segmentIds(), scope.customerIds(), scope.reasons())
                .then(judged)
                .then("),")
                .then(PAIRS, at, at, day(at))
                .then("select m.segment_id, m.customer_id, m.has_entered, b.batch from moved m cross join numbered b");
    }

    /**
     * @param judged selects customer_id, fits, next_change of everybody who may fit
     * @param dueUntil before when moments of change are kept; null for a rule that no time moves
     * @param pins whether somebody is in or out whatever the rule says
     * @param pinned whether those who are in are members; they are not in a segment that is switched off
     * @return answers how many entered and how many left
     */
    static SqlFragment ofWhole(
            long segmentId,
            SqlFragment judged,
            @Nullable Instant dueUntil,
            boolean pins,
            boolean pinned,
            String reason,
            long batch,
            Instant at) {
        return SqlFragment.of("with judged as (")
                .then(judged)
                .then("),")
                .then(pins ? SqlFragment.of(TARGET_WITH_PINS, segmentId, segmentId, pinned) : SqlFragment.of(TARGET))
                .then(
                        WHOLE, segmentId, segmentId, segmentId, at, batch, segmentId, reason, at, segmentId, segmentId,
                        day(at))
                .then(
                        dueUntil == null
                                ? SqlFragment.of(NO_MOMENTS, segmentId)
                                : SqlFragment.of(MOMENTS, segmentId, dueUntil, segmentId, segmentId))
                .then(COUNTED);
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
