package io.clientele.segment;

import io.clientele.segment.rule.sql.Population;
import io.clientele.segment.rule.sql.RuleCompiler;
import io.clientele.segment.rule.sql.RuleScope;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.LongStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says what a segment would be before it is saved, and writes nothing. */
@ApplicationScoped
public class SegmentPreviewService {

    private static final int SAMPLE = 10;
    private static final String CANCELLED = "57014";

    private final SegmentService segments;
    private final SegmentChecks checks;
    private final SegmentPreviewRepository previews;
    private final MembershipRepository members;
    private final RuleCompiler compiler;
    private final LongStatements longStatements;
    private final SegmentConfig config;
    private final Clock clock;

    @Inject
    SegmentPreviewService(
            SegmentService segments,
            SegmentChecks checks,
            SegmentPreviewRepository previews,
            MembershipRepository members,
            RuleCompiler compiler,
            LongStatements longStatements,
            SegmentConfig config,
            Clock clock) {
        this.segments = segments;
        this.checks = checks;
        this.previews = previews;
        this.members = members;
        this.compiler = compiler;
        this.longStatements = longStatements;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Counts who would be in the segment.
     *
     * @param segmentId the segment that would be changed, whose other parts count where the draft says nothing; null for
     *     a new one
     * @param at the moment that periods end at; null for now
     * @throws io.clientele.shared.Refusal when the draft is wrong, is one of visitors, or takes too long
     */
    @Transactional
    public SegmentPreview preview(@Nullable Long segmentId, SegmentDraft draft, @Nullable Instant at) {
        Segment before = segmentId == null ? null : segments.segment(segmentId).segment();
        ApplyTo applyTo = checks.applyTo(draft.applyTo(), before);
        if (applyTo == ApplyTo.VISITORS) {
            throw SegmentRefusals.noVisitors();
        }
        RuleScope scope = new RuleScope(
                checks.websites(draft.websiteIds(), before), Objects.requireNonNullElseGet(at, clock::instant));
        Set<Long> in = draft.pinnedIn() != null
                ? new TreeSet<>(draft.pinnedIn())
                : before == null ? Set.of() : new TreeSet<>(before.pinnedIn());
        Set<Long> out = draft.pinnedOut() != null
                ? new TreeSet<>(draft.pinnedOut())
                : before == null ? Set.of() : new TreeSet<>(before.pinnedOut());
        var matching =
                compiler.matching(checks.rule(draft.conditions(), applyTo, before), scope, new Population.Everybody());
        try {
            return longStatements.within(config.previewLimit(), () -> {
                members.allowMemory(config.workMemory().asBigInteger());
                return previews.preview(matching, in, out, before == null ? 0 : before.id(), SAMPLE);
            });
        } catch (DatabaseFailure e) {
            SQLException failure = DatabaseFailure.in(e);
            throw failure != null && CANCELLED.equals(failure.getSQLState())
                    ? SegmentRefusals.previewTooLong(config.previewLimit())
                    : e;
        }
    }
}
