package io.clientele.segment;

import io.clientele.segment.rule.Rules;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks for whole segments to be recomputed where a change concerns more than the customers whose facts they are. */
@ApplicationScoped
class WholeSegments {

    private final LiveSegments live;
    private final Rules rules;
    private final RecomputeRequests requests;

    @Inject
    WholeSegments(LiveSegments live, Rules rules, RecomputeRequests requests) {
        this.live = live;
        this.rules = rules;
        this.requests = requests;
    }

    /** Products and settings concern everybody, and whoever is ranked is ranked against everybody. */
    void request(ChangedFacts facts) {
        for (LiveSegment segment : live.all()) {
            if (!segment.hasMembers()) {
                continue;
            }
            if (facts.concernsAll(segment)) {
                ChangeReason reason = facts.isOfSettings() ? ChangeReason.OTHERS : ChangeReason.PRODUCT;
                requests.addUnlessWaiting(segment.id(), reason, facts.isOfSettings());
            } else if (facts.concerns(segment) && ranks(segment)) {
                requests.addRankedUnlessWaiting(segment.id(), ChangeReason.OTHERS);
            }
        }
    }

    /** Asks for the segments whose customers are ranked, and gives the pairs of the other ones. */
    List<SegmentQueueRepository.Pair> requestRanks(List<SegmentQueueRepository.Pair> due) {
        Set<Long> ranking =
                live.all().stream().filter(this::ranks).map(LiveSegment::id).collect(Collectors.toSet());
        due.stream()
                .map(SegmentQueueRepository.Pair::segmentId)
                .filter(ranking::contains)
                .distinct()
                .forEach(id -> requests.addRankedUnlessWaiting(id, ChangeReason.TIME));
        return due.stream().filter(each -> !ranking.contains(each.segmentId())).toList();
    }

    void request(List<Long> segmentIds) {
        segmentIds.forEach(id -> requests.addUnlessWaiting(id, ChangeReason.OTHERS, false));
    }

    /** Asks for segments whose moments of change run out. */
    void renew(List<Long> segmentIds) {
        segmentIds.forEach(id -> requests.addUnlessWaiting(id, ChangeReason.TIME, false));
    }

    /** Asks for the segment, whose customers are ranked, unless that is waiting already. */
    void requestRanked(LiveSegment segment) {
        requests.addRankedUnlessWaiting(segment.id(), ChangeReason.OTHERS);
    }

    /** Whether a customer's answer depends on the facts of others, so that judging one takes as long as judging all. */
    boolean ranks(LiveSegment segment) {
        try {
            return rules.comparesCustomers(live.rule(segment));
        } catch (Refusal broken) {
            return false;
        }
    }
}
