package io.clientele.segment;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and changes segments. Who is limited to websites sees the segments of those and of no other ones. */
@ApplicationScoped
public class SegmentService {

    /** Whoever may see and change segments. */
    public static final String RESOURCE = "Magento_CustomerSegment::customersegment";

    private static final String AUDITED = "customer_segment";

    private final SegmentRepository segments;
    private final SegmentChecks checks;
    private final SegmentUses uses;
    private final RecomputeRequests requests;
    private final LiveSegments live;
    private final CurrentCaller caller;
    private final ExpectedVersion expected;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    SegmentService(
            SegmentRepository segments,
            SegmentChecks checks,
            SegmentUses uses,
            RecomputeRequests requests,
            LiveSegments live,
            CurrentCaller caller,
            ExpectedVersion expected,
            AuditLog audit,
            Clock clock) {
        this.segments = segments;
        this.checks = checks;
        this.uses = uses;
        this.requests = requests;
        this.live = live;
        this.caller = caller;
        this.expected = expected;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The segment as it is now.
     *
     * @throws io.clientele.shared.Refusal when there is none that the caller may see
     */
    public SegmentView segment(long id) {
        return segments.find(id, caller.get().websiteIds()).orElseThrow(() -> SegmentRefusals.unknown(id));
    }

    public SearchResults<SegmentView> search(SearchCriteria criteria) {
        return segments.page(criteria, caller.get().websiteIds());
    }

    /** The rules the segment has had, the newest first. */
    public List<SegmentVersion> versions(long id) {
        return segments.versions(segment(id).segment().id());
    }

    @Transactional
    public SegmentView create(SegmentDraft draft) {
        long id = segments.add(checks.plan(draft, null), clock.instant());
        requests.add(id, ChangeReason.RULE);
        live.changed();
        SegmentView after = segment(id);
        audit.record(AuditDraft.ofChange(AUDITED, id, null, after.segment()));
        return after;
    }

    /**
     * Changes what is supplied.
     *
     * @param force whether segments that name this one are switched off with it, instead of keeping it on
     */
    @Transactional
    public SegmentView change(long id, SegmentDraft draft, boolean force) {
        Segment before = locked(id);
        SegmentPlan plan = checks.plan(draft, before);
        if (before.active() && !plan.active()) {
            switchOffDependents(id, force, false);
        }
        boolean newRule = !plan.rule().equals(before.conditions());
        ChangeReason reason = reason(before, plan, newRule);
        segments.change(id, plan, reason != null, newRule, clock.instant());
        if (reason != null) {
            requests.add(id, reason);
        }
        live.changed();
        SegmentView after = segment(id);
        audit.record(AuditDraft.ofChange(AUDITED, id, before, after.segment()));
        return after;
    }

    private static @Nullable ChangeReason reason(Segment before, SegmentPlan plan, boolean newRule) {
        if (before.active() != plan.active()) {
            return ChangeReason.STATUS;
        }
        if (newRule) {
            return ChangeReason.RULE;
        }
        if (!Set.copyOf(before.websiteIds()).equals(plan.websiteIds())) {
            return ChangeReason.WEBSITES;
        }
        boolean samePins = Set.copyOf(before.pinnedIn()).equals(plan.pinnedIn())
                && Set.copyOf(before.pinnedOut()).equals(plan.pinnedOut());
        return samePins ? null : ChangeReason.PINNED;
    }

    /**
     * Deletes the segment; its customers stay.
     *
     * @param force whether what uses it is switched off, instead of keeping it
     */
    @Transactional
    public void delete(long id, boolean force) {
        segment(id);
        // Before the segment's row: a recomputation holds its request, too, when it comes to that row.
        requests.dropAll(id);
        Segment before = locked(id);
        switchOffDependents(id, force, true);
        segments.delete(id);
        live.changed();
        audit.record(AuditDraft.ofChange(AUDITED, id, before, null));
    }

    /** Prices for a segment that is no more stay what they are: prices for nobody. */
    private void switchOffDependents(long id, boolean force, boolean deleted) {
        if (!force) {
            uses.refuse(id, deleted);
            return;
        }
        Instant now = clock.instant();
        for (SegmentUseRepository.Dependent dependent : uses.dependents(id)) {
            switchOffDependents(dependent.id(), true, false);
            segments.switchOff(dependent.id(), now);
            requests.add(dependent.id(), ChangeReason.STATUS);
            audit.record(AuditDraft.of(AUDITED + ".switched_off")
                    .about(AUDITED, dependent.id())
                    .detail("because_of", id));
        }
    }

    /**
     * Has all customers judged anew.
     *
     * @return the job's id
     */
    @Transactional
    public long refresh(long id) {
        long job = requests.add(segment(id).segment().id(), ChangeReason.REFRESH);
        audit.record(AuditDraft.of(AUDITED + ".refreshed").about(AUDITED, id));
        return job;
    }

    private Segment locked(long id) {
        segment(id);
        if (!segments.lock(id)) {
            throw SegmentRefusals.unknown(id);
        }
        Segment before = segment(id).segment();
        expected.check(() -> before);
        return before;
    }
}
