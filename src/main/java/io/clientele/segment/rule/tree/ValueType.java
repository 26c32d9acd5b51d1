package io.clientele.segment.rule.tree;

import static io.clientele.segment.rule.tree.Operator.BETWEEN;
import static io.clientele.segment.rule.tree.Operator.CONTAINS;
import static io.clientele.segment.rule.tree.Operator.DOES_NOT_CONTAIN;
import static io.clientele.segment.rule.tree.Operator.GREATER;
import static io.clientele.segment.rule.tree.Operator.GREATER_OR_EQUAL;
import static io.clientele.segment.rule.tree.Operator.IS;
import static io.clientele.segment.rule.tree.Operator.IS_EMPTY;
import static io.clientele.segment.rule.tree.Operator.IS_NOT;
import static io.clientele.segment.rule.tree.Operator.IS_NOT_ONE_OF;
import static io.clientele.segment.rule.tree.Operator.IS_ONE_OF;
import static io.clientele.segment.rule.tree.Operator.LESS;
import static io.clientele.segment.rule.tree.Operator.LESS_OR_EQUAL;
import static io.clientele.segment.rule.tree.Operator.STARTS_WITH;

import java.util.List;
import java.util.Locale;

/** What a field holds: which operators it has, and what they compare it with. */
public enum ValueType {
    /** Compared with texts, without regard to case. */
    TEXT(
            IS,
            IS_NOT,
            CONTAINS,
            DOES_NOT_CONTAIN,
            STARTS_WITH,
            IS_ONE_OF,
            IS_NOT_ONE_OF,
            GREATER_OR_EQUAL,
            GREATER,
            LESS_OR_EQUAL,
            LESS,
            IS_EMPTY),
    NUMBER(IS, IS_NOT, GREATER_OR_EQUAL, GREATER, LESS_OR_EQUAL, LESS, BETWEEN, IS_ONE_OF, IS_NOT_ONE_OF, IS_EMPTY),
    /** A number that is counted or made of others. Sums of nothing are 0; of averages and bounds of nothing none fits. */
    MEASURE(IS, IS_NOT, GREATER_OR_EQUAL, GREATER, LESS_OR_EQUAL, LESS, BETWEEN, IS_ONE_OF, IS_NOT_ONE_OF),
    /** Compared with days. */
    DATE(IS, GREATER_OR_EQUAL, GREATER, LESS_OR_EQUAL, LESS, BETWEEN, IS_EMPTY),
    YES_NO(IS, IS_NOT, IS_EMPTY),
    /** One of several texts, compared exactly. */
    SELECT(IS, IS_NOT, IS_ONE_OF, IS_NOT_ONE_OF, IS_EMPTY),
    /** The number of one thing of several: a group, a website. */
    ID(IS, IS_NOT, IS_ONE_OF, IS_NOT_ONE_OF, IS_EMPTY),
    /** Numbers of things, any of which may be meant: {@code is} means that it is among them. */
    IDS(IS, IS_NOT, IS_ONE_OF, IS_NOT_ONE_OF, IS_EMPTY),
    /** Several of several texts. {@code is_one_of} means that at least one of them is there. */
    SET(CONTAINS, DOES_NOT_CONTAIN, IS_ONE_OF, IS_NOT_ONE_OF, IS_EMPTY),
    FILE(IS_EMPTY),
    /** Whatever the shop said of a product: a text, a number, yes or no, or a list of such; the operand's type decides. */
    ANY(
            IS,
            IS_NOT,
            CONTAINS,
            DOES_NOT_CONTAIN,
            STARTS_WITH,
            IS_ONE_OF,
            IS_NOT_ONE_OF,
            GREATER_OR_EQUAL,
            GREATER,
            LESS_OR_EQUAL,
            LESS,
            BETWEEN,
            IS_EMPTY);

    @SuppressWarnings("ImmutableEnumChecker") // A copy that cannot be changed.
    private final List<Operator> operators;

    ValueType(Operator... operators) {
        this.operators = List.of(operators);
    }

    public List<Operator> operators() {
        return operators;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
