package io.clientele.pricing;

/** What the contract takes for the name of a product. */
public final class Sku {

    private static final int LONGEST = 64;

    private Sku() {}

    /** Whether it is the name of a product; there is no space around it. */
    public static boolean isValid(String sku) {
        return !sku.isEmpty()
                && sku.codePointCount(0, sku.length()) <= LONGEST
                && sku.chars().noneMatch(Character::isISOControl);
    }
}
