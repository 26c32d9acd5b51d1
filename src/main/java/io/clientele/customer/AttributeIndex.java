package io.clientele.customer;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.GridUse;
import io.clientele.attribute.InputType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An index over the values of one attribute of customers. It has those without a value too: PostgreSQL looks at what it
 * counted for an index only where that has all rows, and the list is sorted with those without a value first.
 *
 * @param name names it after the attribute's id, so it is never mistaken for another's
 * @param method the rest of the statement that makes it
 */
record AttributeIndex(String name, String method) {

    private static final String PREFIX = "customer_attributes_";
    private static final String PART = "part";

    /** So that many new entries are put in together, and a search reads 32 pages of waiting ones at most (ADR 98). */
    private static final String WAITING = "with (fastupdate = on, gin_pending_list_limit = 256)";

    /** Matches the names of all of them, as SQL's {@code like}. */
    static final String NAMES = "customer\\_attributes\\_%\\_ix";

    /**
     * What a filter by the attribute and an order by it need: one index, another for the order of texts, and a third where any
     * part of a text is to be found. Those of an order have the id too, since many customers may have one value. A kind's name
     * stands for one form: what is made differently gets another name, so that the old one goes.
     */
    static List<AttributeIndex> of(Attribute attribute) {
        String text = AttributeSearch.text(attribute, "attributes");
        String value = AttributeSearch.value(attribute, "attributes");
        return switch (attribute.input()) {
            case BOOLEAN -> List.of(index(attribute, "flag", "((" + value + "::boolean) nulls first, id)"));
            case MULTISELECT ->
                List.of(index(attribute, "set", "using gin (" + value + " jsonb_path_ops) with (fastupdate = off)"));
            case DATE, SELECT -> List.of(index(attribute, "value", "(" + text + " nulls first, id)"));
            default -> ofText(attribute, "lower(" + text + " collate \"und-x-icu\")");
        };
    }

    private static List<AttributeIndex> ofText(Attribute attribute, String lower) {
        List<AttributeIndex> all = new ArrayList<>();
        all.add(index(attribute, "start", "((" + lower + ") text_pattern_ops nulls first)"));
        if (hasOrder(attribute)) {
            all.add(index(attribute, "sorted", "((" + lower + ") nulls first, id)"));
        }
        if (findsParts(attribute)) {
            all.add(index(attribute, PART, "using gin (text_parts(" + lower + ")) " + WAITING));
        }
        return all;
    }

    private static AttributeIndex index(Attribute attribute, String kind, String method) {
        return new AttributeIndex(name(attribute, kind), method);
    }

    private static String name(Attribute attribute, String kind) {
        return PREFIX + attribute.id() + "_" + kind + "_ix";
    }

    /** Whether the list of customers may be filtered or a rule be decided by the attribute, so that an index is due. */
    static boolean isDue(Attribute attribute) {
        return attribute.grid().filter() || attribute.usedForSegments();
    }

    /** Whether an index has the order of the list by the attribute, which may be a column then. */
    static boolean hasOrder(Attribute attribute) {
        return switch (attribute.input()) {
            case MULTISELECT -> false;
            case BOOLEAN, DATE, SELECT -> isDue(attribute);
            default -> attribute.grid().filter();
        };
    }

    /** The index that finds any part of the text, and where in it; empty where there is none. */
    static Optional<String> parts(Attribute attribute) {
        return findsParts(attribute) ? Optional.of(name(attribute, PART) + ".1") : Optional.empty();
    }

    /** Whether an index finds any part of the text, and not only its beginning. */
    private static boolean findsParts(Attribute attribute) {
        return isDue(attribute)
                && attribute.grid().match() == GridUse.Match.PARTIAL
                && !attribute.input().hasOptions()
                && attribute.input() != InputType.BOOLEAN
                && attribute.input() != InputType.DATE;
    }
}
