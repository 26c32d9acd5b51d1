package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The moment some days before now on the clock of a zone. It moves with time, and where clocks are changed, then or now, it
 * jumps.
 *
 * @param days how many, 0 for now itself
 * @param at now
 * @param until from when on it is of no interest where it is; null for never
 */
record DaysBack(int days, ZoneId zone, Instant at, @Nullable Instant until) {

    /** With more jumps ahead what lies behind the last is said to be reached then: too early, and judged again. */
    private static final int MOST_JUMPS = 12;

    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

    /** Where it is now. */
    Instant bound() {
        return boundAt(at);
    }

    private Instant boundAt(Instant now) {
        return days == 0
                ? now
                : LocalDateTime.ofInstant(now, zone)
                        .minusDays(days)
                        .atZone(zone)
                        .toInstant();
    }

    /** The next moment at which it goes back to before where it is now; what it has passed is ahead again then. */
    Optional<Instant> setBack() {
        Instant now = bound();
        return jumps(at.plus(Duration.ofHours(3))).stream()
                .filter(jump -> boundAt(jump).isBefore(now))
                .findFirst();
    }

    /**
     * The first moment after now at which it is later than another moment; null for one that is of no interest.
     *
     * @param moment an expression that is not before the bound; null gives null
     */
    SqlFragment passes(String moment) {
        if (days == 0 && until == null) {
            return shifted(moment, at);
        }
        Instant far = at.plus(Duration.ofDays(days + 3L));
        Instant end = until == null || (days > 0 && until.isAfter(far)) ? far : until;
        TreeSet<Instant> jumps = jumps(end);
        SqlFragment cases = SqlFragment.of("case");
        Instant passed = bound();
        Instant from = at;
        int left = MOST_JUMPS;
        for (Instant jump : jumps) {
            Instant before = boundAt(from).plus(Duration.between(from, jump));
            if (before.isAfter(passed)) {
                cases = cases.then("when " + moment + " < ? then", before).then(shifted(moment, from));
                passed = before;
            }
            if (boundAt(jump).isAfter(passed)) {
                passed = boundAt(jump);
                cases = cases.then("when " + moment + " < ? then ?::timestamptz", passed, jump);
            }
            from = jump;
            if (--left == 0) {
                return cases.then("when " + moment + " is not null then ?::timestamptz end", jump);
            }
        }
        cases = cases.then("when " + moment + " < ? then", boundAt(end)).then(shifted(moment, from));
        // What lies far ahead is said to be reached when that much time has passed: too early, and judged again.
        return end.equals(until)
                ? cases.then("end")
                : cases.then("when " + moment + " is not null then ?::timestamptz end", end);
    }

    /** From a jump to the next one the bound moves as time does. */
    private SqlFragment shifted(String moment, Instant from) {
        Duration shift = Duration.between(boundAt(from), from).plus(TICK);
        return SqlFragment.of(
                moment + " + make_interval(secs => ?::bigint) + interval '1 microsecond'",
                shift.minus(TICK).toSeconds());
    }

    /** The moments after now at which the distance to the bound may change. */
    private TreeSet<Instant> jumps(Instant until) {
        TreeSet<Instant> jumps = new TreeSet<>();
        if (days == 0) {
            return jumps;
        }
        ZoneRules rules = zone.getRules();
        Instant behind = bound().minus(Duration.ofDays(2));
        for (ZoneOffsetTransition each = rules.nextTransition(behind);
                each != null && !each.getInstant().isAfter(until) && jumps.size() <= 2 * MOST_JUMPS;
                each = rules.nextTransition(each.getInstant())) {
            add(jumps, each.getInstant(), until);
            again(jumps, each.getDateTimeBefore(), until);
            again(jumps, each.getDateTimeAfter(), until);
        }
        return jumps;
    }

    /** The moments at which the clock shows the time that is the days after. */
    private void again(TreeSet<Instant> jumps, LocalDateTime time, Instant until) {
        LocalDateTime later = time.plusDays(days);
        for (ZoneOffset offset : zone.getRules().getValidOffsets(later)) {
            add(jumps, later.toInstant(offset), until);
        }
    }

    private void add(TreeSet<Instant> jumps, Instant jump, Instant until) {
        if (jump.isAfter(at) && !jump.isAfter(until)) {
            jumps.add(jump);
        }
    }
}
