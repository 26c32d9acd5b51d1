package io.clientele.assistance;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Consent to be acted for was given for one account: it opens no other. */
@ApplicationScoped
class AssistanceMerging implements MergeParticipant {

    @Override
    public List<MergeRule> rules() {
        return List.of(
                MergeRule.kept("assistance consent", "assistance_consent"),
                MergeRule.ended("assistance codes", "assistance_code"),
                MergeRule.remains("assistance_log", "the log is only added to"));
    }
}
