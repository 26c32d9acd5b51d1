package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** Days of a year as an index of customers has them: who has a birthday on one of them, whatever the year of birth. */
final class Birthdays {

    /** As the index has it, in its words. */
    private static final String DAY =
            "(p.dob is not null and (extract(month from p.dob)::integer * 100 + extract(day from p.dob)::integer) = any (?))";

    /** The farthest that a next birthday can be. */
    private static final int FARTHEST = 366;

    /** With more days most customers would be found by the index, one by one. */
    private static final int MOST = 120;

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);
    private static final MonthDay BEFORE_LEAP_DAY = MonthDay.of(2, 28);

    private Birthdays() {}

    /**
     * Those whose next birthday is as many days away as fit on one of the days at least; nothing where that is no small part of
     * all.
     *
     * @param fits whether a number of days fits
     */
    static Optional<SqlFragment> among(LocalDate first, LocalDate last, IntPredicate fits) {
        Set<Long> days = new TreeSet<>();
        for (int left = 0; left <= FARTHEST; left++) {
            if (fits.test(left)) {
                for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                    add(day.plusDays(left), days);
                    if (days.size() > MOST) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(SqlFragment.of(
                DAY, (Object) days.stream().mapToLong(Long::longValue).toArray()));
    }

    /** Whoever was born on the leap day has the birthday on the day before in other years. */
    private static void add(LocalDate birthday, Set<Long> days) {
        MonthDay day = MonthDay.from(birthday);
        days.add(number(day));
        if (day.equals(BEFORE_LEAP_DAY) && !birthday.isLeapYear()) {
            days.add(number(LEAP_DAY));
        }
    }

    private static long number(MonthDay day) {
        return day.getMonthValue() * 100L + day.getDayOfMonth();
    }
}
