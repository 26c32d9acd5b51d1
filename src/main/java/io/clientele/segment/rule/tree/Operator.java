package io.clientele.segment.rule.tree;

/** How a value is compared. */
public enum Operator {
    IS("is", "=="),
    IS_NOT("is_not", "!="),
    GREATER_OR_EQUAL("greater_or_equal", ">="),
    GREATER("greater", ">"),
    LESS_OR_EQUAL("less_or_equal", "<="),
    LESS("less", "<"),
    CONTAINS("contains", "{}"),
    DOES_NOT_CONTAIN("does_not_contain", "!{}"),
    IS_ONE_OF("is_one_of", "()"),
    IS_NOT_ONE_OF("is_not_one_of", "!()"),
    STARTS_WITH("starts_with", "^="),
    IS_EMPTY("is_empty", "<=>"),
    BETWEEN("between", "..");

    private final String word;
    private final String sign;

    Operator(String word, String sign) {
        this.word = word;
        this.sign = sign;
    }

    /** The name in JSON. */
    public String word() {
        return word;
    }

    /** The contract's sign, which is read too. */
    public String sign() {
        return sign;
    }

    /** The operator this one is the exact opposite of; itself for those that are no opposite. */
    public Operator positive() {
        return switch (this) {
            case IS_NOT -> IS;
            case DOES_NOT_CONTAIN -> CONTAINS;
            case IS_NOT_ONE_OF -> IS_ONE_OF;
            default -> this;
        };
    }

    /**
     * Whether it is the exact opposite of {@link #positive()}. A missing value fits no operator but these and
     * {@link #IS_EMPTY}: what is not there is not equal to anything, and not less or greater.
     */
    public boolean negates() {
        return positive() != this;
    }
}
