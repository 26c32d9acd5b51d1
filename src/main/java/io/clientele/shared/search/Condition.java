package io.clientele.shared.search;

import io.clientele.shared.Refusals;
import java.util.Locale;

/** The contract's condition types, each with the operator it is in SQL where it is a plain comparison. */
enum Condition {
    EQ("="),
    NEQ("<>"),
    GT(">"),
    LT("<"),
    GTEQ(">="),
    LTEQ("<="),
    MOREQ(">="),
    FROM(">="),
    TO("<="),
    LIKE("like"),
    NLIKE("not like"),
    IN("= any"),
    NIN("<> all"),
    IS("is not distinct from"),
    NOTNULL("is not null"),
    NULL("is null"),
    FINSET("= any"),
    NFINSET("<> all"),
    REGEXP("~"),
    SEQ("="),
    SNEQ("<>"),
    NTOA("like"),
    FULLTEXT("like");

    private final String operator;

    Condition(String operator) {
        this.operator = operator;
    }

    String operator() {
        return operator;
    }

    static Condition of(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusals.invalidValue("condition_type", name);
        }
    }
}
