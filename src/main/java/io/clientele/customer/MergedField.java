package io.clientele.customer;

import org.jspecify.annotations.Nullable;

/**
 * What a field of an account becomes when another is merged into it.
 *
 * @param name as REST calls it, or the code of an attribute
 * @param survivor what the account that stays says
 * @param merged what the account that goes says
 * @param taken whose value it will be
 * @param rule why
 */
public record MergedField(
        String name, @Nullable String survivor, @Nullable String merged, Side taken, Rule rule) {

    /** One of the two accounts. */
    public enum Side {
        SURVIVOR,
        MERGED;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** By what a value wins. */
    public enum Rule {
        /** The account that stays keeps its own. */
        SURVIVOR,
        /** It keeps its own, where it has one. */
        SURVIVOR_UNLESS_EMPTY,
        /** The earlier of both. */
        EARLIER,
        /** The caller has chosen. */
        CHOSEN;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What the account that stays will say. */
    public @Nullable String value() {
        return taken == Side.MERGED ? merged : survivor;
    }
}
