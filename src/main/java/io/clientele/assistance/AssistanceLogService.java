package io.clientele.assistance;

import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** The log of who acted for whom, or tried to. An administrator limited to websites sees what happened in them. */
@ApplicationScoped
public class AssistanceLogService {

    private final AssistanceLogRepository entries;
    private final CurrentCaller caller;
    private final Clock clock;

    @Inject
    AssistanceLogService(AssistanceLogRepository entries, CurrentCaller caller, Clock clock) {
        this.entries = entries;
        this.caller = caller;
        this.clock = clock;
    }

    public SearchResults<AssistanceLogEntry> search(SearchCriteria criteria) {
        return entries.page(criteria, caller.get().websiteIds());
    }

    /** Notes what succeeds if the transaction in hand does. */
    void succeeded(AssistanceAttempt attempt) {
        entries.add(attempt, clock.instant(), caller.address(), null);
    }

    /** Notes what was refused; to be called outside the transaction that the refusal rolled back. */
    void refused(AssistanceAttempt attempt, Refusal refusal) {
        entries.add(attempt, clock.instant(), caller.address(), refusal.rendered());
    }
}
