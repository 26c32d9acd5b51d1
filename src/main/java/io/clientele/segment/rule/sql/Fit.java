package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;

/**
 * A boolean expression that decides a condition, and in which sense.
 *
 * @param sql true, false or null; null is no better than false
 * @param certain whether it is never null
 * @param sense what the expression has to be for the condition to come out
 */
record Fit(SqlFragment sql, boolean certain, boolean sense) {

    static Fit of(SqlFragment sql) {
        return new Fit(sql, false, true);
    }

    static Fit certain(SqlFragment sql) {
        return new Fit(sql, true, true);
    }

    static Fit of(String sql, Object... arguments) {
        return of(SqlFragment.of(sql, arguments));
    }

    /** The same expression, with the other outcome where the sense is false. */
    Fit in(boolean other) {
        return new Fit(sql, certain, sense == other);
    }

    /** An expression that is true exactly when the condition comes out as wanted; null otherwise counts as false. */
    SqlFragment when(boolean wanted) {
        if (wanted == sense) {
            return sql;
        }
        return certain
                ? SqlFragment.of("not (").then(sql).then(")")
                : SqlFragment.of("(").then(sql).then(") is not true");
    }
}
