package io.clientele.presence;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Visitors who became the one customer have become the other. */
@ApplicationScoped
class PresenceMerging implements MergeParticipant {

    @Override
    public List<MergeRule> rules() {
        return List.of(
                MergeRule.moved("visitors", "visitor", "id").needs("website_id", "website", "id"),
                MergeRule.kept("presence", "customer_presence").passing());
    }
}
