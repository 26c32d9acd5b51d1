package io.clientele.segment.rule;

import io.clientele.shared.sql.SqlFragment;
import org.jspecify.annotations.Nullable;

/**
 * A condition in SQL.
 *
 * @param value what it compared, as text
 * @param nextChange the first moment after now at which it can come out otherwise with no fact changing, null in SQL for
 *     never; null here for a condition that time does not move, or where nobody asked
 */
record Leaf(Fit fit, SqlFragment value, @Nullable SqlFragment nextChange) {

    static Leaf fixed(Fit fit, SqlFragment value) {
        return new Leaf(fit, value, null);
    }
}
