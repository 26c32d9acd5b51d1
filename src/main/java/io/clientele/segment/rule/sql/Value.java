package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;

/**
 * An expression that a rule compares.
 *
 * @param sql null for a missing value
 */
record Value(Kind kind, SqlFragment sql) {

    enum Kind {
        /** Text that is folded by the expression. */
        FOLDED,
        /** Text that is compared as it is. */
        EXACT,
        NUMBER,
        DAY,
        /** A moment that is compared by its local day. */
        MOMENT,
        FLAG,
        /** An array of whole numbers. */
        IDS,
        /** A list of texts in {@code jsonb}. */
        SET,
        /** Anything in {@code jsonb}. */
        ANY,
        /** Nothing: what is named is gone. */
        NONE
    }

    static Value of(Kind kind, String sql) {
        return new Value(kind, SqlFragment.of(sql));
    }

    /** A plain column of text, folded as the search for customers does. */
    static Value text(String column) {
        return of(Kind.FOLDED, folded(column));
    }

    static String folded(String text) {
        return "lower(" + text + " collate \"und-x-icu\")";
    }

    /** As text, to be shown. */
    SqlFragment shown() {
        return SqlFragment.of("(").then(sql).then(")::text");
    }
}
