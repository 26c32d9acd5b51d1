package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition.HistoryKind;
import io.clientele.segment.rule.tree.Condition.Period;
import io.clientele.segment.rule.tree.Condition.ProductHistory;
import io.clientele.segment.rule.tree.Condition.ProductList;
import io.clientele.segment.rule.tree.Condition.Tests;
import io.clientele.shared.sql.SqlFragment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products in carts and wish lists, and products that were viewed or ordered. */
final class ProductLeaves {

    private final Frame frame;

    ProductLeaves(Frame frame) {
        this.frame = frame;
    }

    Leaf of(ProductList condition, boolean required) {
        FoundInTime found = switch (condition.list()) {
            case CART ->
                listed(
                        condition,
                        "cart k join cart_item l on l.cart_id = k.id",
                        frame.person("k"),
                        SqlFragment.of("k.is_active and").then(frame.scope().counts("k.website_id")),
                        "k.website_id");
            case WISHLIST ->
                listed(
                        condition,
                        "wishlist w join wishlist_item l on l.wishlist_id = w.id",
                        "w.customer_id",
                        SqlFragment.of("true"),
                        "(select c.website_id from customer c where c.id = w.customer_id)");
        };
        return found.leaf(frame, condition.found(), required);
    }

    private FoundInTime listed(ProductList condition, String from, String person, SqlFragment where, String website) {
        return found(
                List.of(condition.list(), condition.tests()),
                new Period.Always(),
                null,
                "null::timestamptz",
                rows(condition.tests(), from, person, where, website),
                frame.scope());
    }

    Leaf of(ProductHistory condition, boolean required) {
        Object key = List.of(condition.kind(), condition.tests());
        FoundInTime found = switch (condition.kind()) {
            case VIEWED ->
                found(
                        key,
                        condition.period(),
                        null,
                        "l.viewed_at",
                        rows(
                                condition.tests(),
                                "product_view l",
                                frame.person("l"),
                                frame.scope().counts("l.website_id"),
                                "l.website_id"),
                        frame.scope());
            case ORDERED ->
                found(
                        key,
                        condition.period(),
                        List.of(),
                        CountedOrders.PLACED,
                        rows(
                                condition.tests(),
                                "sales_order o join sales_order_line l on l.order_id = o.id",
                                CountedOrders.PERSON,
                                frame.scope().counts("o.website_id"),
                                "o.website_id"),
                        frame.scope());
        };
        return frame.visitors() && condition.kind() == HistoryKind.ORDERED
                ? Leaf.fixed(
                        Fit.certain(SqlFragment.of("false")).in(condition.found()), SqlFragment.of("'false'::text"))
                : found.leaf(frame, condition.found(), required);
    }

    private static FoundInTime found(
            Object key, Period period, @Nullable List<String> statuses, String moment, Choice rows, Zoned scope) {
        return new FoundInTime(key, Window.of(period, scope), statuses, moment, rows);
    }

    private Choice rows(Tests tests, String from, String person, SqlFragment where, String website) {
        ListedProducts products = new ListedProducts(frame.scope(), website);
        String all = from + products.join(tests);
        return new Choice(
                all,
                () -> Facts.of(all, person, where),
                () -> tests.tests().isEmpty() ? SqlFragment.EMPTY : Outcome.of(tests, products::fit));
    }
}
