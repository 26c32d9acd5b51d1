package io.clientele.merge;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Merges into an account that is merged itself can be undone again once that merge is undone. */
@ApplicationScoped
class MergeMerging implements MergeParticipant {

    @Override
    public List<MergeRule> rules() {
        return List.of(MergeRule.remains("customer_merge", "it says what was merged into what at the time"));
    }
}
