package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition.Operand;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.shared.sql.SqlFragment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A number that is one more each year or day, and the whole numbers at which its answer turns.
 *
 * @param reached says that the number has come to a whole number by a day
 * @param when the day on which it comes to a whole number, null for never
 * @param lastDay the last day that is of interest; null for no last one
 */
record Steps(
        BiFunction<Integer, LocalDate, SqlFragment> reached,
        IntFunction<SqlFragment> when,
        LocalDate today,
        @Nullable LocalDate lastDay) {

    /** By the numbers' days, so that no number has to be made for each row. */
    SqlFragment fits(Operator operator, Operand operand, SqlFragment given) {
        List<Integer> turns = Numbers.turns(operator, operand);
        if (turns.isEmpty()) {
            return Numbers.fits(operator, operand, BigDecimal.ZERO) ? given : SqlFragment.of("false");
        }
        boolean fits = Numbers.fits(operator, operand, BigDecimal.valueOf(turns.getFirst() - 1L));
        List<SqlFragment> ranges = new ArrayList<>();
        for (int i = 0; i <= turns.size(); i++) {
            if (fits) {
                ranges.add(range(turns, i));
            }
            fits = !fits;
        }
        return SqlFragment.joined("or", ranges);
    }

    /** The numbers from the turn before the place to the turn at it. */
    private SqlFragment range(List<Integer> turns, int place) {
        List<SqlFragment> ends = new ArrayList<>();
        if (place > 0) {
            ends.add(reached.apply(turns.get(place - 1), today));
        }
        if (place < turns.size()) {
            ends.add(SqlFragment.of("not (")
                    .then(reached.apply(turns.get(place), today))
                    .then(")"));
        }
        return SqlFragment.joined("and", ends);
    }

    /** The day of the next turn, of which there is one at least; null for a turn that is over, too far, or of no interest. */
    SqlFragment nextTurn(Operator operator, Operand operand) {
        List<SqlFragment> cases = Numbers.turns(operator, operand).stream()
                .map(turn -> SqlFragment.of("when not (")
                        .then(reached.apply(turn, today))
                        .then(") then")
                        .then(inTime(turn)))
                .toList();
        return SqlFragment.of("case")
                .then(cases.stream().reduce(SqlFragment.EMPTY, SqlFragment::then))
                .then("end");
    }

    private SqlFragment inTime(int turn) {
        return lastDay == null
                ? when.apply(turn)
                : SqlFragment.of("case when")
                        .then(reached.apply(turn, lastDay))
                        .then("then")
                        .then(when.apply(turn))
                        .then("end");
    }
}
