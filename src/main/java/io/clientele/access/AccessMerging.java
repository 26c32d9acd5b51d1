package io.clientele.access;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The account that stays keeps its password; the other's comes back with it. */
@ApplicationScoped
class AccessMerging implements MergeParticipant {

    @Override
    public List<MergeRule> rules() {
        return List.of(
                MergeRule.takenOut("password", "credential", "subject_type").by("subject_id", "t.subject_type = 3"),
                MergeRule.remains("access_token", "the sessions are revoked, and none comes back"));
    }
}
