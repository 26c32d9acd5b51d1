package io.clientele.segment.rule;

import io.clientele.shared.sql.SqlFragment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * Where and when a rule is judged for people whose websites have one time zone.
 *
 * @param at in whole microseconds, as PostgreSQL keeps moments
 * @param people the websites whose people are judged
 * @param facts the websites whose facts count
 */
record Zoned(ZoneId zone, Instant at, Set<Integer> people, Set<Integer> facts) {

    LocalDate today() {
        return LocalDate.ofInstant(at, zone);
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
     * The first moment of a local day. PostgreSQL takes the later one of two midnights, which is an hour after the day has
     * begun where clocks are put back at that time.
     */
    SqlFragment midnight(SqlFragment day) {
        return SqlFragment.of(
                        "(select case when ((m.moment - interval '1 hour') at time zone ?)::date = m.day", zone.getId())
                .then("then m.moment - interval '1 hour' else m.moment end from (select d.day,")
                .then("d.day::timestamp at time zone ? as moment from (select", zone.getId())
                .then(day)
                .then("as day) d) m)");
    }
}
