package io.clientele.audit;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What was done to an account was done to that account: nothing in the log is changed. */
@ApplicationScoped
class AuditMerging implements MergeParticipant {

    @Override
    public List<MergeRule> rules() {
        return List.of(MergeRule.remains("audit_entry", "the log is only added to"));
    }
}
