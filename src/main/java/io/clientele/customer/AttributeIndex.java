package io.clientele.customer;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.GridUse;

/**
 * The index over the values of one attribute of customers.
 *
 * @param name names it after the attribute's id, so it is never mistaken for another's
 * @param method the rest of the statement that makes it
 */
record AttributeIndex(String name, String method) {

    private static final String PREFIX = "customer_attributes_";

    /** Matches the names of all of them, as SQL's {@code like}. */
    static final String NAMES = "customer\\_attributes\\_%\\_ix";

    static AttributeIndex of(Attribute attribute) {
        String name = PREFIX + attribute.id() + "_" + kind(attribute) + "_ix";
        String text = AttributeSearch.text(attribute, "attributes");
        String value = AttributeSearch.value(attribute, "attributes");
        String lower = "lower(" + text + " collate \"und-x-icu\")";
        return new AttributeIndex(
                name,
                switch (kind(attribute)) {
                    case "set" -> "using gin (" + value + " jsonb_path_ops) with (fastupdate = off)";
                    case "flag" -> "((" + value + "::boolean)) where " + value + "::boolean is not null";
                    case "exact" -> "(" + text + ") where " + text + " is not null";
                    case "part" -> "using gin (text_parts(" + lower + ")) with (fastupdate = off)";
                    default -> "((" + lower + ") text_pattern_ops) where " + text + " is not null";
                });
    }

    /** Whether the list of customers may be filtered or a rule be decided by the attribute, so that an index is due. */
    static boolean isDue(Attribute attribute) {
        return attribute.grid().filter() || attribute.usedForSegments();
    }

    /** Whether its index finds any part of the text, and not only its beginning. */
    static boolean findsParts(Attribute attribute) {
        return isDue(attribute) && kind(attribute).equals("part");
    }

    private static String kind(Attribute attribute) {
        return switch (attribute.input()) {
            case BOOLEAN -> "flag";
            case MULTISELECT -> "set";
            case DATE, SELECT -> "exact";
            default -> attribute.grid().match() == GridUse.Match.PARTIAL ? "part" : "text";
        };
    }
}
