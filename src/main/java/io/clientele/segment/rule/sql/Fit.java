package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;
import org.jspecify.annotations.Nullable;

/**
 * A boolean expression that decides a condition, and in which sense.
 *
 * @param sql true, false or null; null is no better than false
 * @param certain whether it is never null
 * @param sense what the expression has to be for the condition to come out
 * @param facts the facts that the expression asks for and that are all it asks; null for anything else
 */
record Fit(
        SqlFragment sql,
        boolean certain,
        boolean sense,
        @Nullable Facts facts) {

    static Fit of(SqlFragment sql) {
        return new Fit(sql, false, true, null);
    }

    static Fit certain(SqlFragment sql) {
        return new Fit(sql, true, true, null);
    }

    /** Whether there are such facts of the person, as a semi-join or anti-join. */
    static Fit exists(Facts facts) {
        return new Fit(facts.exists(), true, true, facts);
    }

    static Fit of(String sql, Object... arguments) {
        return of(SqlFragment.of(sql, arguments));
    }

    /** The same expression, with the other outcome where the sense is false. */
    Fit in(boolean other) {
        return new Fit(sql, certain, sense == other, facts);
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
