package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;
import org.jspecify.annotations.Nullable;

/**
 * A condition in SQL.
 *
 * @param value what it compared, as text
 * @param nextChange the first moment after now at which it can come out otherwise with no fact changing, null in SQL for
 *     never; null here for a condition that time does not move, or where nobody asked
 * @param without what is known of people without the facts that it looks at; null for nothing
 * @param among true of all for whom the fit's expression is true, or may be before the moment from when on it is of no interest;
 *     an index finds them. Null for no such thing
 */
record Leaf(
        Fit fit,
        SqlFragment value,
        @Nullable SqlFragment nextChange,
        @Nullable Without without,
        @Nullable SqlFragment among) {

    Leaf(Fit fit, SqlFragment value, @Nullable SqlFragment nextChange, @Nullable Without without) {
        this(fit, value, nextChange, without, null);
    }

    /**
     * People without facts neither come out otherwise nor change by themselves.
     *
     * @param outcome how the condition comes out for them
     * @param facts the alias of the relation that all others are in
     */
    record Without(boolean outcome, String facts) {}

    static Leaf fixed(Fit fit, SqlFragment value) {
        return fixed(fit, value, null);
    }

    static Leaf fixed(Fit fit, SqlFragment value, @Nullable Without without) {
        return new Leaf(fit, value, null, without);
    }

    Leaf among(@Nullable SqlFragment found) {
        return new Leaf(fit, value, nextChange, without, found);
    }

    /** The relation whoever may ever fit by time alone is in when this condition must come out as wanted; null for none. */
    @Nullable
    String needed(boolean wanted) {
        return without == null || without.outcome() == wanted ? null : without.facts();
    }
}
