package io.clientele.segment.rule;

/** How large a rule may be. */
final class RuleLimits {

    /** How deep conditions may stand in each other; the root is the first level. */
    static final int DEPTH = 20;

    /** How many conditions a rule may have, combinations and tests included. */
    static final int CONDITIONS = 500;

    /** How many values a list may have. */
    static final int VALUES = 1_000;

    /** The longest text, in characters. */
    static final int TEXT = 1_000;

    /** How many digits a number may have, and how many of them behind the point. */
    static final int DIGITS = 20;

    /** The longest time a period goes back, and dates compared with days, in days: a hundred years. */
    static final int DAYS = 36_500;

    /** How many parentheses may stand in each other in the text form; a rule of full depth needs fewer. */
    static final int PARENTHESES = 100;

    private RuleLimits() {}
}
