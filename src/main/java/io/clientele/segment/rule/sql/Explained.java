package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a person fits a rule or does not.
 *
 * @param changesAt the first moment at which the answer can change with no fact changing; null for never
 */
public record Explained(boolean fits, @Nullable Instant changesAt, Part root) {

    /**
     * A condition of the rule.
     *
     * @param value what was compared, as text; null for a combination and for a value that is missing
     * @param changesAt the first moment at which this condition's answer can change with no fact changing; null for never
     * @param children of a combination, in the order of the rule; for a visitor without those that concern customers only
     */
    public record Part(
            Condition condition,
            boolean fits,
            @Nullable String value,
            @Nullable Instant changesAt,
            List<Part> children) {}
}
