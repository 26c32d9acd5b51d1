package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition.Period;
import io.clientele.shared.sql.SqlFragment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A period as two moments, of which those that are some days before now move with time.
 *
 * @param from null for no bound
 * @param before null for no bound
 * @param leaving the moving bound that facts leave by; null for a fixed one
 * @param entering the moving bound that facts enter by; null for a fixed one
 */
record Window(
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable DaysBack leaving,
        @Nullable DaysBack entering) {

    static Window of(Period period, Zoned scope) {
        return switch (period) {
            case Period.Always() -> new Window(null, null, null, null);
            case Period.LastDays(int days) -> moving(days, 0, scope);
            case Period.DaysAgo(int from, int to) -> moving(from, to, scope);
            case Period.Between between -> {
                Instant first = between.from() == null ? null : scope.startOf(between.from());
                Instant end =
                        between.to() == null ? null : scope.startOf(between.to().plusDays(1));
                yield new Window(first, end, null, null);
            }
        };
    }

    private static Window moving(int from, int to, Zoned scope) {
        DaysBack leaving = new DaysBack(from, scope.zone(), scope.at(), scope.until());
        DaysBack entering = new DaysBack(to, scope.zone(), scope.at(), scope.until());
        return new Window(leaving.bound(), entering.bound(), leaving, entering);
    }

    boolean moves() {
        return leaving != null;
    }

    Slice slice(@Nullable List<String> statuses) {
        return new Slice(from, before, statuses);
    }

    /** What is in it, with what is not yet. */
    Slice onwards(@Nullable List<String> statuses) {
        return new Slice(from, null, statuses);
    }

    /** Whether facts enter it as time passes and are not before that ahead of now. */
    boolean endsNow() {
        return entering != null && entering.days() == 0;
    }

    /** What is not in it yet. */
    Slice ahead(@Nullable List<String> statuses) {
        return new Slice(before, null, statuses);
    }

    /** The moment at which a fact in it leaves. */
    SqlFragment leaves(String moment) {
        return leaving == null ? SqlFragment.of("null::timestamptz") : leaving.passes(moment);
    }

    /** The moment at which a fact ahead of it enters. */
    SqlFragment enters(String moment) {
        return entering == null ? SqlFragment.of("null::timestamptz") : entering.passes(moment);
    }

    /** The next moment at which a bound goes back, as it does when clocks are changed; rare, so it is everybody's. */
    Optional<Instant> setBack() {
        return Stream.of(leaving, entering)
                .flatMap(bound -> bound == null ? Stream.empty() : bound.setBack().stream())
                .min(Instant::compareTo);
    }

    /** The least of the moments, and of that at which a bound goes back. */
    SqlFragment least(SqlFragment one, SqlFragment other) {
        SqlFragment both = SqlFragment.of("least(").then(one).then(",").then(other);
        return setBack()
                .map(moment -> both.then(", ?::timestamptz", moment))
                .orElse(both)
                .then(")");
    }
}
