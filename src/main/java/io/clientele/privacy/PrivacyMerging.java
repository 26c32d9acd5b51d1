package io.clientele.privacy;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What somebody has asked with one account is asked of the account it was merged into. */
@ApplicationScoped
class PrivacyMerging implements MergeParticipant {

    @Override
    public List<MergeRule> rules() {
        return List.of(MergeRule.moved("privacy requests", "privacy_request", "id"));
    }
}
