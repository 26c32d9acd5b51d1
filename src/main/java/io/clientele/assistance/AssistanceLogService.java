package io.clientele.assistance;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.person.Person;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;

/**
 * The log of who acted for whom, or tried to; the audit log is told too. An administrator limited to websites sees what
 * happened in them.
 */
@ApplicationScoped
public class AssistanceLogService {

    private final AssistanceLogRepository entries;
    private final AuditLog audit;
    private final CurrentCaller caller;
    private final Clock clock;

    @Inject
    AssistanceLogService(AssistanceLogRepository entries, AuditLog audit, CurrentCaller caller, Clock clock) {
        this.entries = entries;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    public SearchResults<AssistanceLogEntry> search(SearchCriteria criteria) {
        return entries.page(criteria, caller.get().websiteIds());
    }

    /** Notes what succeeds if the transaction in hand does. */
    void succeeded(AssistanceAttempt attempt) {
        entries.add(attempt, clock.instant(), caller.address(), null);
        audit.record(draft(attempt));
    }

    /** Notes what was refused; to be called outside the transaction that the refusal rolled back. */
    void refused(AssistanceAttempt attempt, Refusal refusal) {
        entries.add(attempt, clock.instant(), caller.address(), refusal.rendered());
        audit.record(draft(attempt).failed(refusal.kind().name().toLowerCase(Locale.ROOT)));
    }

    private static AuditDraft draft(AssistanceAttempt attempt) {
        AuditDraft draft = AuditDraft.of(attempt.action().audited()).website(attempt.websiteId());
        if (attempt.adminId() != null) {
            draft.by(Caller.Type.ADMIN, attempt.adminId());
        }
        if (attempt.customerId() != null) {
            draft.about("customer", attempt.customerId())
                    .person(Person.customer(attempt.customerId()))
                    .detail("reason", attempt.reason());
        }
        return draft;
    }
}
