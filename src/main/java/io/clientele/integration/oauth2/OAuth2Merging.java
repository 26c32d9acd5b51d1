package io.clientele.integration.oauth2;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What an app was allowed to see of one account it may not see of another: its owner is asked again. */
@ApplicationScoped
class OAuth2Merging implements MergeParticipant {

    @Override
    public List<MergeRule> rules() {
        return List.of(
                MergeRule.kept("consents of apps", "oauth2_consent", "integration_id")
                        .needs("integration_id", "integration", "id"),
                MergeRule.ended("codes of apps", "oauth2_code"),
                MergeRule.ended("tokens of apps", "oauth2_refresh_token"));
    }
}
