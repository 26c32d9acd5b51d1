package io.clientele.pricing.quote;

/** What the value of a tier price means. */
enum PriceKind {

    /** The price of one unit, in the currency prices are kept in. */
    FIXED,

    /** Percent taken off the base price, 0 to 100. */
    DISCOUNT;

    static PriceKind of(String stored) {
        return stored.equals("discount") ? DISCOUNT : FIXED;
    }
}
