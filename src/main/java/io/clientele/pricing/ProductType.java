package io.clientele.pricing;

import java.util.Set;
import java.util.regex.Pattern;

/** What the contract's kinds of products mean for prices. */
final class ProductType {

    static final String SIMPLE = "simple";
    static final String BUNDLE = "bundle";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

    private static final Set<String> DIVISIBLE = Set.of(SIMPLE, "virtual");
    private static final Set<String> TIERED = Set.of(SIMPLE, "virtual", BUNDLE, "downloadable");

    private ProductType() {}

    /** Whether it could be a kind of product; shops have kinds of their own. */
    static boolean isName(String typeId) {
        return NAME.matcher(typeId).matches();
    }

    /** Whether products of the kind are sold in fractions unless they say otherwise. */
    static boolean isDivisible(String typeId) {
        return DIVISIBLE.contains(typeId);
    }

    /** Whether products of the kind may have tier prices. */
    static boolean hasTiers(String typeId) {
        return TIERED.contains(typeId);
    }
}
