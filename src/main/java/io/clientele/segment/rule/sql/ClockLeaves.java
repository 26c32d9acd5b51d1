package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition.Profile;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.shared.sql.SqlFragment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fields of customers that change as days pass: the age, the birthday, how long the account is there. */
final class ClockLeaves {

    /** Nobody is older, nor was an account made before: far enough for every rule and near enough for PostgreSQL's days. */
    private static final int FARTHEST_YEARS = 3_000;

    private static final int FARTHEST_DAYS = 365 * FARTHEST_YEARS;

    private final Frame frame;
    private final LocalDate today;

    ClockLeaves(Frame frame) {
        this.frame = frame;
        this.today = frame.scope().today();
    }

    Leaf age(Profile condition) {
        Steps steps = steps(
                (years, day) -> SqlFragment.of("p.dob <= ?::date", latestBirth(years, day)),
                years -> Math.abs(years) > FARTHEST_YEARS
                        ? SqlFragment.of("null::date")
                        : SqlFragment.of("(p.dob + make_interval(years => ?))::date", years));
        return stepping(condition, steps, "p.dob", years());
    }

    private Steps steps(BiFunction<Integer, LocalDate, SqlFragment> reached, IntFunction<SqlFragment> when) {
        return new Steps(reached, when, today, frame.scope().lastDay());
    }

    /** The last day of birth of whoever is that old on a day. */
    private static LocalDate latestBirth(int years, LocalDate on) {
        LocalDate day = on.minusYears(clamped(years, FARTHEST_YEARS));
        return day.plusDays(1).plusYears(clamped(years, FARTHEST_YEARS)).isAfter(on) ? day : day.plusDays(1);
    }

    Leaf sinceRegistration(Profile condition) {
        SqlFragment day = frame.scope().day("p.created_at");
        Steps steps = steps(
                (days, on) -> SqlFragment.of(
                        "p.created_at < ?", frame.scope().startOf(on.minusDays(clamped(days, FARTHEST_DAYS) - 1L))),
                days -> Math.abs(days) > FARTHEST_DAYS
                        ? SqlFragment.of("null::date")
                        : SqlFragment.of("(").then(day).then("+ ?::integer)", days));
        return stepping(
                condition,
                steps,
                "p.created_at",
                SqlFragment.of("(?::date -", today).then(day).then(")"));
    }

    private static int clamped(int number, int most) {
        return Math.clamp(number, -most, most);
    }

    private Leaf stepping(Profile condition, Steps steps, String column, SqlFragment number) {
        Operator positive = condition.operator().positive();
        SqlFragment given = SqlFragment.of(column + " is not null");
        boolean listed = positive == Operator.IS_ONE_OF || positive == Operator.IS_EMPTY;
        Fit fit = listed
                ? compared(condition, number)
                : Fit.of(steps.fits(positive, condition.operand(), given))
                        .in(!condition.operator().negates());
        SqlFragment shown = number.then("::text");
        return frame.timed() && !Numbers.turns(positive, condition.operand()).isEmpty()
                ? new Leaf(fit, shown, frame.scope().midnight(steps.nextTurn(positive, condition.operand())), null)
                : Leaf.fixed(fit, shown);
    }

    private Fit compared(Profile condition, SqlFragment number) {
        return Comparison.of(
                new Value(Value.Kind.NUMBER, number), condition.operator(), condition.operand(), frame.scope());
    }

    /** Counted down from the next birthday, which may be today. */
    Leaf birthday(Profile condition) {
        SqlFragment next = nextBirthday();
        SqlFragment days = SqlFragment.of("(").then(next).then("- ?::date)", today);
        Fit fit = compared(condition, days);
        List<Integer> turns = IntStream.iterate(366, left -> left >= 0, left -> left - 1)
                .filter(left -> fits(condition, left) != fits(condition, left + 1))
                .boxed()
                .toList();
        Leaf leaf = frame.timed() && !turns.isEmpty()
                ? new Leaf(fit, days.then("::text"), frame.scope().midnight(turn(turns, next)), null)
                : Leaf.fixed(fit, days.then("::text"));
        return leaf.among(amongBirthdays(condition));
    }

    /** Null where no index finds them, or where whoever does not fit is of interest as well. */
    private @Nullable SqlFragment amongBirthdays(Profile condition) {
        LocalDate last = frame.timed() ? frame.scope().lastDay() : today;
        return last == null
                        || !frame.sources().mayLeaveOut()
                        || condition.operator().positive() == Operator.IS_EMPTY
                ? null
                : Birthdays.among(today, last, days -> fits(condition, days)).orElse(null);
    }

    /** The day on which the answer turns, or the day after the birthday, when counting begins anew. */
    private SqlFragment turn(List<Integer> turns, SqlFragment next) {
        SqlFragment cases = SqlFragment.of("case");
        for (int left : turns) {
            cases = cases.then("when")
                    .then(next)
                    .then("> ?::date then", today.plusDays(left))
                    .then(inTime(next, -left));
        }
        return cases.then("else").then(inTime(next, 1)).then("end");
    }

    /** Some days after the day; null where that is of no interest. */
    private SqlFragment inTime(SqlFragment day, int after) {
        SqlFragment then = day.then("+ ?::integer", after);
        LocalDate last = frame.scope().lastDay();
        return last == null
                ? then
                : SqlFragment.of("case when")
                        .then(day)
                        .then("<= ?::date then", last.minusDays(after))
                        .then(then)
                        .then("end");
    }

    private static boolean fits(Profile condition, int days) {
        return Numbers.fits(condition.operator().positive(), condition.operand(), BigDecimal.valueOf(days));
    }

    /** It is made once for each row: without the offset PostgreSQL would make it anew wherever it is named. */
    private SqlFragment nextBirthday() {
        String alias = frame.sources()
                .joined(
                        frame.key("birthday"),
                        each -> SqlFragment.of("cross join lateral (select")
                                .then(birthdayFromToday())
                                .then("as day offset 0) " + each));
        return SqlFragment.of(alias + ".day");
    }

    private SqlFragment birthdayFromToday() {
        return SqlFragment.of("(case when")
                .then(birthday(0))
                .then(">= ?::date then", today)
                .then(birthday(0))
                .then("else")
                .then(birthday(1))
                .then("end)");
    }

    private SqlFragment years() {
        return SqlFragment.of("(?::integer - date_part('year', p.dob)::integer - case when", today.getYear())
                .then(birthday(0))
                .then("> ?::date then 1 else 0 end)", today);
    }

    /** The birthday in this year, or as many years later. */
    private SqlFragment birthday(int later) {
        return SqlFragment.of(
                "(p.dob + make_interval(years => ?::integer - date_part('year', p.dob)::integer))::date",
                today.getYear() + later);
    }
}
