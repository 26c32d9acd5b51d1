package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Puts conditions that are no combination into SQL. */
@ApplicationScoped
class Leaves {

    private final AttributeColumns attributes;

    @Inject
    Leaves(AttributeColumns attributes) {
        this.attributes = attributes;
    }

    /** @param required whether nobody fits the rule without this condition */
    Leaf of(Condition condition, Frame frame, boolean required) {
        return switch (condition) {
            case Condition.Combine combine -> throw new IllegalArgumentException("no leaf: " + combine);
            case Condition.Profile profile -> new ProfileLeaves(frame, attributes).of(profile, required);
            case Condition.Addresses addresses -> new AddressLeaves(frame, attributes).of(addresses, required);
            case Condition.Cart cart -> cart(cart, frame);
            case Condition.ProductList list -> new ProductLeaves(frame).of(list, required);
            case Condition.ProductHistory history -> new ProductLeaves(frame).of(history, required);
            case Condition.Orders orders -> new OrderLeaves(frame).of(orders, required);
            case Condition.OrderAddress address -> new AddressLeaves(frame, attributes).of(address, required);
            case Condition.OrderDate date -> OrderDateLeaf.of(date, frame);
            case Condition.Rank rank -> new RankLeaf(rank, frame).leaf();
            case Condition.InSegment segment -> segment(segment, frame, required);
        };
    }

    private static Leaf cart(Condition.Cart condition, Frame frame) {
        String function = switch (condition.measure()) {
            case SUBTOTAL -> "sum(k.subtotal)";
            case GRAND_TOTAL -> "sum(k.grand_total)";
            case TAX -> "sum(k.tax)";
            case SHIPPING -> "sum(k.shipping)";
            case STORE_CREDIT_USED -> "sum(k.store_credit_used)";
            case GIFT_CARD_USED -> "sum(k.gift_card_used)";
            case LINES -> "sum(k.lines_count)";
            case QTY -> "sum(k.total_qty)";
        };
        Aggregate carts = frame.sources()
                .aggregate(
                        frame.key("cart"),
                        () -> Facts.of(
                                "cart k",
                                frame.person("k"),
                                SqlFragment.of("k.is_active and")
                                        .then(frame.scope().counts("k.website_id"))));
        return sum(carts, function, condition.operator(), condition.operand(), frame);
    }

    /** A sum over facts that time does not move. */
    static Leaf sum(Aggregate facts, String function, Operator operator, Condition.Operand operand, Frame frame) {
        String sum = facts.column(function, Slice.ALL, "");
        return Leaf.fixed(
                Comparison.sum(sum, operator, operand),
                SqlFragment.of("coalesce(" + sum + ", 0)::text"),
                frame.without(Comparison.sumOfNone(operator, operand), facts.alias()));
    }

    private static Leaf segment(Condition.InSegment condition, Frame frame, boolean required) {
        Fit found = frame.found(
                condition.segmentId(),
                required,
                () -> Facts.of(
                        "segment_member m",
                        "m.customer_id",
                        SqlFragment.of("m.segment_id = ?", condition.segmentId())));
        return Leaf.fixed(
                found.in(condition.in()),
                SqlFragment.of("coalesce(").then(found.sql()).then(", false)::text"));
    }
}
