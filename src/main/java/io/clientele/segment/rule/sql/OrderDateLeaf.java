package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.Operand;
import io.clientele.segment.rule.tree.Condition.OrderDate;
import io.clientele.segment.rule.tree.Condition.Tests;
import io.clientele.segment.rule.tree.Condition.Which;
import io.clientele.shared.sql.SqlFragment;
import java.time.LocalDate;
import java.util.List;

/** When the first or the last order was placed. */
final class OrderDateLeaf {

    private OrderDateLeaf() {}

    static Leaf of(OrderDate condition, Frame frame) {
        Zoned scope = frame.scope();
        Aggregate orders = frame.sources()
                .aggregate(frame.key(List.of("orders", Tests.NONE)), () -> new CountedOrders(scope).facts(Tests.NONE));
        String placed = orders.column(
                condition.which() == Which.FIRST ? "min(o.placed_at)" : "max(o.placed_at)",
                new Slice(null, null, condition.statuses()),
                CountedOrders.PLACED);
        SqlFragment value = SqlFragment.of(
                "(" + placed + " at time zone ?)::text", scope.zone().getId());
        return switch (condition.operator()) {
            case BEFORE ->
                Leaf.fixed(
                        Fit.of(placed + " < ?", scope.startOf(day(condition))),
                        value,
                        frame.without(false, orders.alias()));
            case AFTER ->
                Leaf.fixed(
                        Fit.of(placed + " >= ?", scope.startOf(day(condition).plusDays(1))),
                        value,
                        frame.without(false, orders.alias()));
            case OLDER_THAN_DAYS -> {
                Window window = window(condition, scope);
                Fit fit = Fit.of(new Slice(null, window.from(), null).rows(placed));
                yield moving(Leaf.fixed(fit, value), window, placed, orders, frame);
            }
            case WITHIN_DAYS -> {
                Window window = window(condition, scope);
                Fit fit = Fit.of(window.slice(null).rows(placed));
                yield moving(Leaf.fixed(fit, value), window, placed, orders, frame);
            }
        };
    }

    private static Leaf moving(Leaf leaf, Window window, String placed, Aggregate orders, Frame frame) {
        if (!frame.timed()) {
            return Leaf.fixed(leaf.fit(), leaf.value(), frame.without(false, orders.alias()));
        }
        SqlFragment leaves = SqlFragment.of("case when")
                .then(new Slice(window.from(), null, null).rows(placed))
                .then("then")
                .then(window.leaves(placed))
                .then("end");
        SqlFragment enters = SqlFragment.of("case when")
                .then(window.ahead(null).rows(placed))
                .then("then")
                .then(window.enters(placed))
                .then("end");
        return new Leaf(leaf.fit(), leaf.value(), window.least(leaves, enters), frame.without(false, orders, window));
    }

    private static Window window(OrderDate condition, Zoned scope) {
        int days = Numbers.of(condition.operand()).intValueExact();
        return Window.of(new Condition.Period.LastDays(days), scope);
    }

    private static LocalDate day(OrderDate condition) {
        return ((Operand.Day) condition.operand()).day();
    }
}
