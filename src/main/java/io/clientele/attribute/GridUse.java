package io.clientele.attribute;

/**
 * What the list of customers does with an attribute.
 *
 * @param column whether it may be a column
 * @param shown whether it is one unless somebody takes it away
 * @param filter whether it may be filtered by
 * @param match how a text it is filtered by must match
 * @param search whether the keyword search looks into it
 */
public record GridUse(boolean column, boolean shown, boolean filter, Match match, boolean search) {

    /** How a filter's text must match the value. */
    public enum Match {
        PARTIAL,
        PREFIX,
        FULL
    }
}
