package io.clientele.segment;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** Where the account that stays is pinned, that counts. Who is in a segment is judged anew from what moves. */
@ApplicationScoped
class SegmentMerging implements MergeParticipant {

    private final SegmentQueueRepository queue;

    @Inject
    SegmentMerging(SegmentQueueRepository queue) {
        this.queue = queue;
    }

    @Override
    public List<MergeRule> rules() {
        return List.of(
                MergeRule.moved("segment pins", "segment_pin", "segment_id")
                        .unlessAlike("segment_id")
                        .needs("segment_id", "segment", "id"),
                MergeRule.ended("segment memberships", "segment_member"),
                MergeRule.ended("segment moments", "segment_due"),
                MergeRule.remains("segment_change", "history keeps the id it was written with"),
                MergeRule.remains("segment_dirty", "marks are judged by what is there then"),
                MergeRule.remains("segment_pending", "whoever waits is judged by what is there then"));
    }

    /** Pins make no marks of their own. */
    @Override
    public void settle(Collection<Long> customerIds) {
        queue.mark(customerIds);
    }
}
