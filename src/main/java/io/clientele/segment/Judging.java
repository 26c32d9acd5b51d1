package io.clientele.segment;

import io.clientele.segment.rule.sql.RuleCase;
import io.clientele.segment.rule.sql.RuleCompiler;
import io.clientele.segment.rule.sql.RuleScope;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Judges some customers in some segments and brings membership in line, level by level: segments that name others come
 * after them, with whoever has come into those or left them.
 */
@ApplicationScoped
class Judging {

    private static final Logger LOG = Logger.getLogger(Judging.class);

    /** What was touched within a moment is mostly of a few kinds, and a statement that comes again keeps its plan. */
    private static final int MOST_PARTS = 4;

    private final LiveSegments live;
    private final WholeSegments whole;
    private final RuleCompiler compiler;
    private final MembershipRepository members;
    private final SegmentEvents events;

    @Inject
    Judging(
            LiveSegments live,
            WholeSegments whole,
            RuleCompiler compiler,
            MembershipRepository members,
            SegmentEvents events) {
        this.live = live;
        this.whole = whole;
        this.compiler = compiler;
        this.members = members;
        this.events = events;
    }

    /**
     * Judges the pairs, which are used up by it. Pairs of a segment that is being recomputed wait until that is done;
     * those of one whose recomputation has not begun need not, because it will see the facts. Segments whose customers are
     * ranked are recomputed instead.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void judge(JudgedPairs work, Instant at) {
        while (!work.isEmpty()) {
            List<LiveSegment> lowest = lowest(work);
            if (lowest.isEmpty()) {
                return;
            }
            JudgedPairs taken = work.take(lowest.stream().map(LiveSegment::id).toList());
            for (MembershipRepository.Move move : write(open(lowest, taken), taken, at)) {
                live.naming(move.segmentId())
                        .forEach(dependent -> work.add(dependent.id(), move.customerId(), ChangeReason.SEGMENT.code()));
            }
        }
    }

    /** Of the segments in the work those that come first; of those that are not active or are recomputed it is dropped. */
    private List<LiveSegment> lowest(JudgedPairs work) {
        List<LiveSegment> known = new ArrayList<>();
        List<Long> dropped = new ArrayList<>();
        for (long id : work.segments()) {
            live.find(id).filter(LiveSegment::hasMembers).ifPresentOrElse(known::add, () -> dropped.add(id));
        }
        known.removeIf(segment -> {
            if (whole.ranks(segment)) {
                whole.requestRanked(segment);
                dropped.add(segment.id());
                return true;
            }
            return false;
        });
        work.take(dropped);
        int level = known.stream().mapToInt(LiveSegment::level).min().orElse(0);
        return known.stream().filter(segment -> segment.level() == level).toList();
    }

    private List<LiveSegment> open(List<LiveSegment> segments, JudgedPairs pairs) {
        List<Long> ids = segments.stream().map(LiveSegment::id).toList();
        Set<Long> shared = members.tryShare(ids);
        // Asked in a statement of its own, which sees what was committed while the locks were not ours yet.
        Map<Long, Integer> versions = members.current(shared);
        List<Long> later = new ArrayList<>();
        List<LiveSegment> open = new ArrayList<>();
        for (LiveSegment segment : segments) {
            Integer version = versions.get(segment.id());
            if (!shared.contains(segment.id()) || (version != null && version != segment.version())) {
                later.add(segment.id());
            } else if (version != null) {
                open.add(segment);
            }
        }
        if (!later.isEmpty()) {
            members.pend(pairs.take(later));
        }
        return open;
    }

    private List<MembershipRepository.Move> write(List<LiveSegment> open, JudgedPairs pairs, Instant at) {
        Map<Long, RuleCase> known = new LinkedHashMap<>();
        for (LiveSegment segment : open) {
            try {
                known.put(
                        segment.id(),
                        new RuleCase(live.rule(segment), new RuleScope(segment.websiteIds(), at), List.of()));
            } catch (Refusal broken) {
                LOG.warnf("The rule of segment %d cannot be judged: %s", segment.id(), broken.getMessage());
            }
        }
        if (known.isEmpty()) {
            return List.of();
        }
        List<MembershipRepository.Move> moves = new ArrayList<>();
        for (JudgedPairs part : pairs.take(List.copyOf(known.keySet())).parts(MOST_PARTS)) {
            Map<Long, RuleCase> cases = new LinkedHashMap<>();
            known.forEach((id, each) -> {
                Set<Long> customers = part.of(id).keySet();
                if (!customers.isEmpty()) {
                    cases.put(id, new RuleCase(each.rule(), each.scope(), customers));
                }
            });
            List<MembershipRepository.Move> written = members.write(part, compiler.judgedAll(cases), at);
            if (!written.isEmpty()) {
                events.record(written.getFirst().batch(), MembershipRepository.Moves.of(written));
                moves.addAll(written);
            }
        }
        return moves;
    }
}
