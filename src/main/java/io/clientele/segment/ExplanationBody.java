package io.clientele.segment;

import io.clientele.segment.rule.Rules;
import io.clientele.segment.rule.sql.Explained;
import io.clientele.segment.rule.tree.Rule;
import io.clientele.shared.ShownTime;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer is in a segment or is not, over REST.
 *
 * @param pinned in or out; none for who is not pinned
 * @param fits what the rule says by itself
 * @param changesAt when that can change without any fact changing
 */
@Schema(name = "customer-segment-explanation")
public record ExplanationBody(
        long segmentId,
        long customerId,
        boolean isMember,
        @Nullable String enteredAt,
        @Nullable String pinned,
        boolean fits,
        @Nullable String changesAt,
        @Nullable NodeBody rule) {

    /**
     * A condition with its answer.
     *
     * @param condition the condition in one line
     * @param value what was compared with it; none for a combination and for what is missing
     */
    @Schema(name = "customer-segment-explanation-node")
    public record NodeBody(
            String condition,
            boolean fits,
            @Nullable String value,
            @Nullable String changesAt,
            @Nullable List<NodeBody> conditions) {

        private static NodeBody of(Explained.Part node, Rules rules) {
            return new NodeBody(
                    rules.text(new Rule(node.condition())),
                    node.fits(),
                    node.value(),
                    shown(node.changesAt()),
                    node.children().isEmpty()
                            ? null
                            : node.children().stream()
                                    .map(child -> of(child, rules))
                                    .toList());
        }
    }

    static ExplanationBody of(SegmentExplanation explanation, Rules rules) {
        Explained explained = explanation.explained();
        Boolean pinned = explanation.pinned();
        return new ExplanationBody(
                explanation.segmentId(),
                explanation.customerId(),
                explanation.member(),
                shown(explanation.enteredAt()),
                pinned == null ? null : pinned ? "in" : "out",
                explained != null && explained.fits(),
                explained == null ? null : shown(explained.changesAt()),
                explained == null ? null : NodeBody.of(explained.root(), rules));
    }

    private static @Nullable String shown(@Nullable Instant moment) {
        return moment == null ? null : ShownTime.of(moment);
    }
}
