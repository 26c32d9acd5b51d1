package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a rule is judged for people whose websites have one time zone.
 *
 * @param at in whole microseconds, as PostgreSQL keeps moments
 * @param until from when on it is of no interest that an answer changes; null for never
 * @param people the websites whose people are judged
 * @param everybody whether there are customers in no other website
 * @param facts the websites whose facts count
 */
record Zoned(
        ZoneId zone, Instant at, @Nullable Instant until, Set<Integer> people, boolean everybody, Set<Integer> facts) {

    LocalDate today() {
        return LocalDate.ofInstant(at, zone);
    }

    /** The last day whose beginning is of interest; null for no last one. */
    @Nullable
    LocalDate lastDay() {
        return until == null ? null : LocalDate.ofInstant(until, zone);
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Whether the column names a website whose facts count. */
    SqlFragment counts(String column) {
        return SqlFragment.of(column + " = any (?)", (Object) ids(facts));
    }

    static long[] ids(Set<Integer> websites) {
        return websites.stream().mapToLong(Integer::longValue).sorted().toArray();
    }

    /** The local day of a moment. */
    SqlFragment day(String moment) {
        return SqlFragment.of("(" + moment + " at time zone ?)::date", zone.getId());
    }

    /**
     * The first moment of a local day. Where clocks are put back over midnight PostgreSQL takes the later one of two, which is
     * an hour after the day has begun.
     */
    SqlFragment midnight(SqlFragment day) {
        if (!hasTwoMidnights()) {
            return SqlFragment.of("(").then(day).then(")::timestamp at time zone ?", zone.getId());
        }
        return SqlFragment.of(
                        "(select case when ((m.moment - interval '1 hour') at time zone ?)::date = m.day", zone.getId())
                .then("then m.moment - interval '1 hour' else m.moment end from (select d.day,")
                .then("d.day::timestamp at time zone ? as moment from (select", zone.getId())
                .then(day)
                .then("as day) d) m)");
    }

    /** Whether in the years to come a day may begin twice. */
    private boolean hasTwoMidnights() {
        Instant until = at.plus(Duration.ofDays(3 * 366L));
        for (ZoneOffsetTransition each = zone.getRules().nextTransition(at);
                each != null && each.getInstant().isBefore(until);
                each = zone.getRules().nextTransition(each.getInstant())) {
            LocalDateTime midnight = each.getDateTimeBefore().toLocalDate().atStartOfDay();
            if (each.isOverlap() && !each.getDateTimeAfter().isAfter(midnight)) {
                return true;
            }
        }
        return false;
    }
}
