package io.clientele.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Lets those know of who has come and gone in a recomputation who go by it: segments that name others, and the feed. */
@ApplicationScoped
class Followers {

    /** With more changes than that the segments that name one are recomputed, too. */
    private static final long MANY = 5_000;

    private final MembershipRepository members;
    private final RecomputeRequests requests;
    private final SegmentEvents events;

    @Inject
    Followers(MembershipRepository members, RecomputeRequests requests, SegmentEvents events) {
        this.members = members;
        this.requests = requests;
        this.events = events;
    }

    /**
     * @param moves how many came and went, by segment
     * @param batch the one they were noted in
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(Map<Long, MembershipRepository.Moves> moves, long batch) {
        MembershipRepository.Moves all =
                moves.values().stream().reduce(MembershipRepository.Moves.NONE, MembershipRepository.Moves::and);
        if (all.all() == 0) {
            return;
        }
        if (moves.values().stream().anyMatch(each -> each.all() > MANY)) {
            moves.keySet().stream()
                    .flatMap(id -> members.dependents(id).stream())
                    .distinct()
                    .forEach(dependent -> requests.addUnlessWaiting(dependent, ChangeReason.SEGMENT, false));
        } else {
            members.pendDependents(batch);
        }
        events.record(batch, all);
    }
}
