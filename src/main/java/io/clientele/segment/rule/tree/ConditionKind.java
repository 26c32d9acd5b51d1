package io.clientele.segment.rule.tree;

import java.util.Optional;

/** The conditions that have properties of their own. All others are fields of the customer, named by their type. */
public enum ConditionKind {
    COMBINE("General", "Conditions all or any of which are true, or false."),
    ADDRESS(
            "Customer",
            "An address of the address book for which the tests come out, all of them for the same one; without tests,"
                    + " any of the kind. With exists = false: there is none."),
    CART("Cart", "A sum over the active carts; 0 without one."),
    PRODUCT_LIST(
            "Products",
            "A product in an active cart or in a wish list for which the tests come out, all of them for the same one."
                    + " With found = false: there is none."),
    PRODUCT_HISTORY(
            "Products",
            "A product that was viewed or ordered, in the period, for which the tests come out. With found = false:"
                    + " there is none."),
    ORDERS(
            "Sales",
            "A measure over the orders that count: those of the period, with one of the statuses (without any: all that"
                    + " are not cancelled), for which the tests come out; those of lines for the same line."),
    ORDER_ADDRESS(
            "Sales",
            "An order that counts with an address for which the tests come out. With exists = false: there is none."),
    ORDER_DATE("Sales", "When the first or the last order that counts was placed; nobody without an order fits."),
    RANK(
            "Sales",
            "Where the customer stands among those of the website with at least one order that counts, the best first:"
                    + " among the first or last so many percent, or in one of five parts of equal size, 5 being the"
                    + " best."),
    SEGMENT("General", "Being in another segment, or not.");

    private final String group;
    private final String sentence;

    ConditionKind(String group, String sentence) {
        this.group = group;
        this.sentence = sentence;
    }

    /** The type in JSON. */
    public String word() {
        return Words.of(this);
    }

    public String group() {
        return group;
    }

    public String sentence() {
        return sentence;
    }

    public static Optional<ConditionKind> named(String type) {
        return Words.named(ConditionKind.class, type);
    }
}
