package io.clientele.segment;

import java.util.Locale;

/** Why somebody came into a segment or left it, where it was not a fact of the customer that changed. */
enum ChangeReason {
    /** The rule was written anew. */
    RULE,
    /** The segment has other websites. */
    WEBSITES,
    /** An administrator put the customer in or out. */
    PINNED,
    /** The segment was switched on or off. */
    STATUS,
    /** Somebody asked for the segment to be recomputed. */
    REFRESH,
    /** Time passed. */
    TIME,
    /** A segment that the rule names has changed. */
    SEGMENT,
    /** Products have changed. */
    PRODUCT,
    /** The customer's data is used for profiles no longer, or again. */
    PRIVACY,
    /** Settings of the shop have changed, or somebody else's facts against whom the customer is ranked. */
    OTHERS;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
