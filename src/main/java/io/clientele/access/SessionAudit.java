package io.clientele.access;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.person.Person;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes down how customers' sessions are ended one by one, by a person or by a refresh token that came again. */
@ApplicationScoped
class SessionAudit {

    private final AuditLog log;

    SessionAudit(AuditLog log) {
        this.log = log;
    }

    void ended(Subject customer, long sessionId) {
        log.record(draft("session.ended", customer, sessionId));
    }

    void reused(Subject customer, long sessionId) {
        log.record(draft("refresh_token.reused", customer, sessionId));
    }

    private static AuditDraft draft(String action, Subject customer, long sessionId) {
        return AuditDraft.of(action)
                .about("customer", customer.id())
                .person(Person.customer(customer.id()))
                .detail("session", sessionId);
    }
}
