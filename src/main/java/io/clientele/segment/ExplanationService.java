package io.clientele.segment;

import io.clientele.segment.rule.Rules;
import io.clientele.segment.rule.sql.Population;
import io.clientele.segment.rule.sql.RuleCompiler;
import io.clientele.segment.rule.sql.RuleScope;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Says why a customer is in a segment or is not. */
@ApplicationScoped
public class ExplanationService {

    private final SegmentService segments;
    private final ExplanationRepository kept;
    private final Rules rules;
    private final RuleCompiler compiler;
    private final CurrentCaller caller;
    private final Clock clock;

    @Inject
    ExplanationService(
            SegmentService segments,
            ExplanationRepository kept,
            Rules rules,
            RuleCompiler compiler,
            CurrentCaller caller,
            Clock clock) {
        this.segments = segments;
        this.kept = kept;
        this.rules = rules;
        this.compiler = compiler;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Judges the customer by the segment's rule as it was saved last, and says what was compared.
     *
     * @throws io.clientele.shared.Refusal when there is no such segment or customer, or it is a segment of visitors
     */
    public SegmentExplanation explain(long segmentId, long customerId) {
        Segment segment = segments.segment(segmentId).segment();
        if (segment.applyTo() == ApplyTo.VISITORS) {
            throw SegmentRefusals.noVisitors();
        }
        ExplanationRepository.Kept found = kept.find(segmentId, customerId)
                .filter(each -> caller.get().maySee(each.websiteId()))
                .orElseThrow(() -> SegmentRefusals.unknownCustomer(customerId));
        return new SegmentExplanation(
                segmentId,
                customerId,
                found.enteredAt() != null,
                found.enteredAt(),
                found.pinned(),
                compiler.explain(
                                rules.stored(segment.conditions()),
                                new RuleScope(Set.copyOf(segment.websiteIds()), clock.instant()),
                                new Population.Customers(List.of(customerId)))
                        .orElse(null));
    }
}
