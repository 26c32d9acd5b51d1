package io.clientele.segment.rule;

/** Kinds of facts that rules read; which segments a changed fact concerns goes by them. */
public enum FactKind {
    /** The row of a customer, with the group and custom attributes. */
    PROFILE,
    ADDRESS,
    NEWSLETTER,
    BALANCE,
    CART,
    WISHLIST,
    VIEW,
    ORDER,
    /** Being in another segment. */
    SEGMENT,
    /** What a product is: its attributes and categories. */
    PRODUCT
}
