package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition.OrderMeasure;
import io.clientele.segment.rule.tree.Condition.Rank;
import io.clientele.segment.rule.tree.Condition.RankKind;
import io.clientele.segment.rule.tree.Condition.Tests;
import io.clientele.shared.sql.SqlFragment;
import java.math.BigDecimal;
import java.util.List;

/**
 * Where a customer stands among those of the website that have an order that counts. It takes everybody's orders, whoever is
 * judged.
 */
final class RankLeaf {

    private final Frame frame;
    private final Rank condition;
    private final Window window;

    RankLeaf(Rank condition, Frame frame) {
        this.frame = frame;
        this.condition = condition;
        this.window = Window.of(condition.period(), frame.scope());
    }

    Leaf leaf() {
        boolean worstFirst = condition.kind() == RankKind.BOTTOM_PERCENT;
        String alias = frame.sources()
                .grouped(
                        frame.key(List.of("rank", condition.measure(), condition.period(), worstFirst)),
                        each -> places(each, worstFirst));
        SqlFragment value = SqlFragment.of("(" + alias + ".place || ' of ' || " + alias + ".people)");
        return frame.timed() && window.moves()
                ? new Leaf(fit(alias), value, change(), null)
                : Leaf.fixed(fit(alias), value, frame.without(false, alias));
    }

    /** Compared by multiplying: the first of {@code ceil(p × n)} are those with fewer than {@code p × n} before them. */
    private Fit fit(String alias) {
        String before = "(" + alias + ".place - 1)";
        BigDecimal value = condition.value();
        return switch (condition.kind()) {
            case TOP_PERCENT, BOTTOM_PERCENT -> Fit.of(before + " * 100 < " + alias + ".people * ?::numeric", value);
            case QUANTILE ->
                Fit.of(
                        "(" + before + " * 5 >= " + alias + ".people * ?::numeric and " + before + " * 5 < " + alias
                                + ".people * ?::numeric)",
                        BigDecimal.valueOf(5).subtract(value),
                        BigDecimal.valueOf(6).subtract(value));
        };
    }

    private SqlFragment places(String alias, boolean worstFirst) {
        String order = "order by m.measure " + (worstFirst ? "asc" : "desc")
                + " nulls last, coalesce(c.external_id, c.id::text) collate \"C\"";
        return SqlFragment.of("(select c.id as person_id, row_number() over (partition by c.website_id " + order
                        + ") as place, count(*) over (partition by c.website_id) as people from customer c join (select "
                        + CountedOrders.PERSON + " as person_id,")
                .then(measure())
                .then("as measure")
                .then(measured().fromWhere("is not null"))
                .then(
                        "group by " + CountedOrders.PERSON + ") m on m.person_id = c.id where c.website_id = any (?)"
                                + ") " + alias,
                        (Object) Zoned.ids(frame.scope().people()));
    }

    private Facts measured() {
        Facts orders = counted().and(window.slice(List.of()).rows(CountedOrders.PLACED));
        return condition.measure() == OrderMeasure.DISTINCT_SKUS
                ? new Facts(
                        SqlFragment.of("sales_order o left join sales_order_line l on l.order_id = o.id"),
                        orders.person(),
                        orders.where())
                : orders;
    }

    private Facts counted() {
        return new CountedOrders(frame.scope()).facts(Tests.NONE);
    }

    /** The larger, the better: of the last order its day. */
    private SqlFragment measure() {
        return switch (condition.measure()) {
            case COUNT -> SqlFragment.of("count(*)");
            case TOTAL -> SqlFragment.of("sum(o.base_total)");
            case AVERAGE -> SqlFragment.of("avg(o.base_total)");
            case MIN -> SqlFragment.of("min(o.base_total)");
            case MAX -> SqlFragment.of("max(o.base_total)");
            case QTY -> SqlFragment.of("sum(o.total_qty)");
            case AVERAGE_QTY -> SqlFragment.of("avg(o.total_qty)");
            case DISTINCT_SKUS -> SqlFragment.of("count(distinct l.sku_key)");
            case DISTINCT_DAYS ->
                SqlFragment.of("count(distinct")
                        .then(frame.scope().day(CountedOrders.PLACED))
                        .then(")");
            case MEAN_GAP_DAYS ->
                SqlFragment.of("extract(epoch from max(o.placed_at) - min(o.placed_at)) / nullif(count(*) - 1, 0)");
            case RECENCY -> frame.scope().day("max(o.placed_at)");
        };
    }

    /** Anybody's order that leaves or enters the period may move anybody. */
    private SqlFragment change() {
        return SqlFragment.of("(select")
                .then(window.least(window.leaves("t.leaving"), window.enters("t.entering")))
                .then("from (select min(o.placed_at) filter (where")
                .then(window.slice(List.of()).rows(CountedOrders.PLACED))
                .then(") as leaving, min(o.placed_at) filter (where")
                .then(window.ahead(List.of()).rows(CountedOrders.PLACED))
                .then(") as entering")
                .then(counted().fromWhere("is not null"))
                .then(") t)");
    }
}
