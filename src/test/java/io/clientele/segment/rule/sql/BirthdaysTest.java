package io.clientele.segment.rule.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whose birthdays the index is asked for: those that fit on one of the days, whatever the year. */
class BirthdaysTest {

    private static final List<LocalDate> FIRSTS = List.of(
            LocalDate.of(2026, 2, 27),
            LocalDate.of(2026, 2, 28),
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2028, 2, 28),
            LocalDate.of(2028, 2, 29),
            LocalDate.of(2027, 12, 30),
            LocalDate.of(2026, 11, 28));

    private static final List<IntPredicate> RULES = List.of(
            days -> days <= 7,
            days -> days == 0,
            days -> days >= 10 && days <= 20,
            days -> days == 300,
            days -> days < 0);

    /** One of each day of a leap year. */
    private static final List<LocalDate> BORN =
            LocalDate.of(1988, 1, 1).datesUntil(LocalDate.of(1989, 1, 1)).toList();

    @Test
    void they_are_those_that_fit_on_a_day_the_leap_day_in_other_years_among_them() {
        for (LocalDate first : FIRSTS) {
            for (int more : List.of(0, 1, 9)) {
                for (IntPredicate fits : RULES) {
                    LocalDate last = first.plusDays(more);
                    assertThat(asked(first, last, fits))
                            .as("from %s to %s", first, last)
                            .isEqualTo(byHand(first, last, fits));
                }
            }
        }
    }

    private static Set<Long> asked(LocalDate first, LocalDate last, IntPredicate fits) {
        return Birthdays.among(first, last, fits)
                .flatMap(sql -> Optional.ofNullable(sql.arguments().getFirst()))
                .map(long[].class::cast)
                .map(days -> Arrays.stream(days).boxed().collect(Collectors.toCollection(TreeSet::new)))
                .orElseThrow();
    }

    private static Set<Long> byHand(LocalDate first, LocalDate last, IntPredicate fits) {
        Set<Long> days = new TreeSet<>();
        for (LocalDate born : BORN) {
            if (first.datesUntil(last.plusDays(1)).anyMatch(day -> fits.test(left(born, day)))) {
                days.add(born.getMonthValue() * 100L + born.getDayOfMonth());
            }
        }
        return days;
    }

    private static int left(LocalDate born, LocalDate day) {
        LocalDate next = born.plusYears(day.getYear() - born.getYear());
        if (next.isBefore(day)) {
            next = born.plusYears(day.getYear() + 1L - born.getYear());
        }
        return Math.toIntExact(ChronoUnit.DAYS.between(day, next));
    }

    @Test
    void most_of_a_year_is_not_asked_for() {
        LocalDate day = LocalDate.of(2026, 11, 28);
        assertThat(Birthdays.among(day, day, days -> days > 7)).isEmpty();
        assertThat(Birthdays.among(day, day.plusDays(8), days -> days <= 30)).isPresent();
    }
}
