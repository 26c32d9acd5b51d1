package io.clientele.privacy;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.Fold;
import io.clientele.shared.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Words for the audit log what becomes of requests: that it was done, when and by whom is the evidence that they were answered. What
 * else an entry says is sealed with the person's key, and the record of the request says it as well.
 */
@ApplicationScoped
class PrivacyAudit {

    private final AuditLog log;

    @Inject
    PrivacyAudit(AuditLog log) {
        this.log = log;
    }

    /** @param step the action after {@code privacy_request.}, such as {@code verified} */
    void note(String step, PrivacyRequest request) {
        AuditDraft draft = AuditDraft.of("privacy_request." + step)
                .about("privacy_request", request.id())
                .website(request.websiteId());
        Long account = request.customerId();
        String email = request.email();
        if (account != null) {
            draft.person(Person.customer(account));
        } else if (email != null) {
            draft.person(Person.email(Fold.key(email)));
        }
        log.record(draft.detail("kind", request.kind().code())
                .detail("customer_id", request.customerId())
                .detail("status", request.status().code())
                .detail("due_at", request.dueAt().toString()));
    }

    /** Somebody came with a token that is not good. */
    void refused(long id) {
        log.record(AuditDraft.of("privacy_request.verified")
                .about("privacy_request", id)
                .failed("token"));
    }
}
