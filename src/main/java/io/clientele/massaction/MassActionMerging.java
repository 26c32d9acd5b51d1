package io.clientele.massaction;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What an action did to one account is not taken back in another. */
@ApplicationScoped
class MassActionMerging implements MergeParticipant {

    @Override
    public List<MergeRule> rules() {
        return List.of(
                MergeRule.kept("mass actions", "mass_action_item", "job_id").needs("job_id", "mass_action", "job_id"));
    }
}
