package io.clientele.segment.rule.tree;

import io.clientele.segment.rule.tree.Condition.CartMeasure;
import io.clientele.segment.rule.tree.Condition.ListKind;

/** The reduced list of conditions that visitors are judged by; combinations of them besides. */
public final class VisitorConditions {

    private VisitorConditions() {}

    public static boolean has(Condition condition) {
        return switch (condition) {
            case Condition.Combine combine -> true;
            case Condition.ProductHistory history -> true;
            case Condition.ProductList list -> has(list.list());
            case Condition.Cart cart -> has(cart.measure());
            default -> false;
        };
    }

    public static boolean has(ConditionKind kind) {
        return switch (kind) {
            case COMBINE, CART, PRODUCT_LIST, PRODUCT_HISTORY -> true;
            default -> false;
        };
    }

    public static boolean has(ListKind list) {
        return list == ListKind.CART;
    }

    public static boolean has(CartMeasure measure) {
        return switch (measure) {
            case SUBTOTAL, LINES, QTY -> true;
            default -> false;
        };
    }
}
