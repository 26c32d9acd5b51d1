package io.clientele.segment.rule.tree;

/** Where the values come from that a field may be compared with. */
public enum Choices {
    /** Whatever is sent. */
    FREE,
    GENDERS,
    GROUPS,
    WEBSITES,
    STORES,
    COUNTRIES,
    REGIONS,
    /** The segments; whether one exists is for those who keep them. */
    SEGMENTS,
    /** The options of the attribute. */
    OPTIONS
}
