package io.clientele.customer;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.GridUse;
import io.clientele.attribute.InputType;
import java.util.List;

/**
 * An index over the values of one attribute of customers. It has those without a value too: PostgreSQL looks at what it
 * counted for an index only where that has all rows, and the list is sorted with those without a value first.
 *
 * @param name names it after the attribute's id, so it is never mistaken for another's
 * @param method the rest of the statement that makes it
 */
record AttributeIndex(String name, String method) {

    private static final String PREFIX = "customer_attributes_";

    /** Matches the names of all of them, as SQL's {@code like}. */
    static final String NAMES = "customer\\_attributes\\_%\\_ix";

    /** What a filter by the attribute needs: one index, and another one where any part of a text is to be found. */
    static List<AttributeIndex> of(Attribute attribute) {
        String text = AttributeSearch.text(attribute, "attributes");
        String value = AttributeSearch.value(attribute, "attributes");
        String lower = "lower(" + text + " collate \"und-x-icu\")";
        return switch (attribute.input()) {
            case BOOLEAN -> List.of(index(attribute, "yesno", "((" + value + "::boolean) nulls first)"));
            case MULTISELECT ->
                List.of(index(attribute, "set", "using gin (" + value + " jsonb_path_ops) with (fastupdate = off)"));
            case DATE, SELECT -> List.of(index(attribute, "order", "(" + text + " nulls first)"));
            default -> {
                AttributeIndex start = index(attribute, "start", "((" + lower + ") text_pattern_ops nulls first)");
                yield findsParts(attribute)
                        ? List.of(
                                start,
                                index(
                                        attribute,
                                        "part",
                                        "using gin (text_parts(" + lower + ")) with (fastupdate = off)"))
                        : List.of(start);
            }
        };
    }

    private static AttributeIndex index(Attribute attribute, String kind, String method) {
        return new AttributeIndex(PREFIX + attribute.id() + "_" + kind + "_ix", method);
    }

    /** Whether the list of customers may be filtered or a rule be decided by the attribute, so that an index is due. */
    static boolean isDue(Attribute attribute) {
        return attribute.grid().filter() || attribute.usedForSegments();
    }

    /** Whether an index finds any part of the text, and not only its beginning. */
    static boolean findsParts(Attribute attribute) {
        return isDue(attribute)
                && attribute.grid().match() == GridUse.Match.PARTIAL
                && !attribute.input().hasOptions()
                && attribute.input() != InputType.BOOLEAN
                && attribute.input() != InputType.DATE;
    }
}
