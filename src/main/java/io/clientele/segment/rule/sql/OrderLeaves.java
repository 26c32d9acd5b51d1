package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition.OrderMeasure;
import io.clientele.segment.rule.tree.Condition.Orders;
import io.clientele.shared.sql.SqlFragment;
import java.math.BigDecimal;
import java.util.List;

/** Measures over a person's orders. */
final class OrderLeaves {

    private static final String DAY_SECONDS = "86400 * nullif(";

    private final Frame frame;
    private final CountedOrders rows;

    OrderLeaves(Frame frame) {
        this.frame = frame;
        this.rows = new CountedOrders(frame.scope());
    }

    Leaf of(Orders condition, boolean required) {
        Window window = Window.of(condition.period(), frame.scope());
        Slice slice = window.slice(condition.statuses());
        if (isWhetherAny(condition, window, required)) {
            boolean some = Numbers.fits(condition.operator().positive(), condition.operand(), BigDecimal.ONE);
            Fit any = Fit.exists(rows.facts(condition.tests()).and(slice.rows(CountedOrders.PLACED)));
            return Leaf.fixed(any.in(some != condition.operator().negates()), SqlFragment.of("null::text"));
        }
        Leaf leaf = switch (condition.measure()) {
            case COUNT -> sum(condition, summed(condition, window, "count(*)"));
            case TOTAL -> sum(condition, summed(condition, window, "sum(o.base_total)"));
            case QTY -> sum(condition, summed(condition, window, "sum(o.total_qty)"));
            case DISTINCT_SKUS, DISTINCT_DAYS -> sum(condition, distinct(condition, slice));
            case AVERAGE -> quotient(condition, window, "sum(o.base_total)");
            case AVERAGE_QTY -> quotient(condition, window, "sum(o.total_qty)");
            case MIN -> single(condition, column(condition, slice, "min(o.base_total)"));
            case MAX -> single(condition, column(condition, slice, "max(o.base_total)"));
            case MEAN_GAP_DAYS -> gap(condition, slice);
            case RECENCY -> recency(condition, slice);
        };
        if (frame.timed() && window.moves()) {
            return new Leaf(
                    leaf.fit(),
                    leaf.value(),
                    change(condition, window),
                    frame.without(ofNone(condition), aggregate(condition), window));
        }
        return isDistinct(condition)
                ? leaf
                : Leaf.fixed(
                        leaf.fit(),
                        leaf.value(),
                        frame.without(ofNone(condition), aggregate(condition).alias()));
    }

    /** Whether different values are counted, which are in a relation of their own. */
    private static boolean isDistinct(Orders condition) {
        return condition.measure() == OrderMeasure.DISTINCT_SKUS || condition.measure() == OrderMeasure.DISTINCT_DAYS;
    }

    /** Whether a semi-join or anti-join decides, which is quicker than counting. */
    private boolean isWhetherAny(Orders condition, Window window, boolean required) {
        return condition.measure() == OrderMeasure.COUNT
                && frame.mayBeSemiJoin(required)
                && !frame.summed()
                && !(frame.timed() && window.moves())
                && Numbers.tellsNoneFromSome(condition.operator().positive(), condition.operand());
    }

    private Leaf sum(Orders condition, String column) {
        return Leaf.fixed(
                Comparison.sum(column, condition.operator(), condition.operand()),
                SqlFragment.of("coalesce(" + column + ", 0)::text"));
    }

    private Leaf single(Orders condition, String column) {
        return compared(condition, SqlFragment.of(column));
    }

    private Leaf compared(Orders condition, SqlFragment number) {
        Value value = new Value(Value.Kind.NUMBER, number);
        return Leaf.fixed(
                Comparison.of(value, condition.operator(), condition.operand(), frame.scope()), value.shown());
    }

    private Leaf quotient(Orders condition, Window window, String sum) {
        return quotient(
                condition,
                SqlFragment.of(summed(condition, window, sum)),
                "nullif(" + summed(condition, window, "count(*)") + ", 0)");
    }

    private Leaf quotient(Orders condition, SqlFragment dividend, String divisor) {
        return Leaf.fixed(
                Comparison.quotient(dividend, SqlFragment.of(divisor), condition.operator(), condition.operand()),
                SqlFragment.of("round(").then(dividend).then("/ " + divisor + ", 4)::text"));
    }

    /** The time between the first and the last order, divided by one less than there are. */
    private Leaf gap(Orders condition, Slice slice) {
        String first = column(condition, slice, "min(o.placed_at)");
        String last = column(condition, slice, "max(o.placed_at)");
        return quotient(
                condition,
                SqlFragment.of("extract(epoch from " + last + " - " + first + ")"),
                "(" + DAY_SECONDS + "greatest(" + column(condition, slice, "count(*)") + " - 1, 0), 0))");
    }

    private Leaf recency(Orders condition, Slice slice) {
        String last = column(condition, slice, "max(o.placed_at)");
        return compared(
                condition,
                SqlFragment.of("(?::date -", frame.scope().today())
                        .then(frame.scope().day(last))
                        .then(")"));
    }

    private String distinct(Orders condition, Slice slice) {
        boolean skus = condition.measure() == OrderMeasure.DISTINCT_SKUS;
        SqlFragment counted = skus ? SqlFragment.of("l.sku_key") : frame.scope().day(CountedOrders.PLACED);
        return frame.sources()
                .distinct(frame.key(List.of(condition.measure(), condition.tests(), slice)), counted, () -> {
                    Facts facts = rows.facts(condition.tests()).and(slice.rows(CountedOrders.PLACED));
                    return skus
                            ? new Facts(
                                    SqlFragment.of("sales_order o join sales_order_line l on l.order_id = o.id"),
                                    facts.person(),
                                    facts.where())
                            : facts;
                });
    }

    /** A count or a sum over the period. */
    private String summed(Orders condition, Window window, String function) {
        return isLessAhead(window)
                ? "(" + column(condition, window.onwards(condition.statuses()), function) + " - coalesce("
                        + ahead(condition).column(function, window.ahead(condition.statuses()), CountedOrders.PLACED)
                        + ", 0))"
                : column(condition, window.slice(condition.statuses()), function);
    }

    /**
     * Whether what is in the period is worked out as all since it began, less what lies ahead of now. Hardly anything does, and an
     * index finds it; otherwise each row would be asked about it, once for each sum.
     */
    private boolean isLessAhead(Window window) {
        return frame.timed() && frame.sources().layout() == Layout.GROUPED && window.endsNow();
    }

    private Aggregate ahead(Orders condition) {
        return frame.sources()
                .aggregate(frame.key(List.of("orders ahead", condition.tests())), () -> rows.facts(condition.tests()));
    }

    private String column(Orders condition, Slice slice, String function) {
        return aggregate(condition).column(function, slice, CountedOrders.PLACED);
    }

    private Aggregate aggregate(Orders condition) {
        return frame.sources()
                .aggregate(frame.key(List.of("orders", condition.tests())), () -> rows.facts(condition.tests()));
    }

    /** How it comes out for who has no orders that count: sums are 0 then, everything else is missing. */
    private static boolean ofNone(Orders condition) {
        return switch (condition.measure()) {
            case COUNT, TOTAL, QTY, DISTINCT_SKUS, DISTINCT_DAYS ->
                Comparison.sumOfNone(condition.operator(), condition.operand());
            case AVERAGE, AVERAGE_QTY, MIN, MAX, MEAN_GAP_DAYS, RECENCY ->
                condition.operator().negates();
        };
    }

    private SqlFragment change(Orders condition, Window window) {
        boolean lessAhead = isLessAhead(window);
        Slice in = lessAhead ? window.onwards(condition.statuses()) : window.slice(condition.statuses());
        String first = column(condition, in, "min(o.placed_at)");
        SqlFragment leaves = window.leaves(first);
        if (lessAhead) {
            leaves = SqlFragment.of(
                            "case when " + first + " < ? then", frame.scope().at())
                    .then(leaves)
                    .then("end");
        }
        String next = (lessAhead ? ahead(condition) : aggregate(condition))
                .column("min(o.placed_at)", window.ahead(condition.statuses()), CountedOrders.PLACED);
        return window.least(leaves, window.enters(next));
    }
}
