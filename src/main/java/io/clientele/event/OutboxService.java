package io.clientele.event;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.outbox.Backlog;
import io.clientele.shared.outbox.WaitingMessage;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Shows what waits in the outbox, and releases or drops what was parked there. It is of all websites. */
@ApplicationScoped
public class OutboxService {

    static final String RESOURCE = "Clientele_Event::outbox";

    private final Backlog backlog;
    private final AuditLog audit;
    private final CurrentCaller caller;

    @Inject
    OutboxService(Backlog backlog, AuditLog audit, CurrentCaller caller) {
        this.backlog = backlog;
        this.audit = audit;
        this.caller = caller;
    }

    /** @throws Refusal when the caller is limited to websites */
    public SearchResults<WaitingMessage> search(SearchCriteria criteria) {
        demandAllWebsites();
        return backlog.search(criteria);
    }

    /**
     * Has a parked message tried again, as if it were new.
     *
     * @throws Refusal when there is none, it is not parked, or the caller is limited to websites
     */
    @Transactional
    public void release(long id) {
        WaitingMessage message = parked(id);
        backlog.release(message);
        note("released", message);
    }

    /**
     * Forgets a parked message, so that its work is never done.
     *
     * @throws Refusal as {@link #release}
     */
    @Transactional
    public void drop(long id) {
        WaitingMessage message = parked(id);
        backlog.drop(message);
        note("dropped", message);
    }

    private WaitingMessage parked(long id) {
        demandAllWebsites();
        WaitingMessage message = backlog.lock(id).orElseThrow(() -> EventRefusals.noSuchMessage(id));
        if (message.parkedAt() == null) {
            throw EventRefusals.notParked();
        }
        return message;
    }

    private void note(String step, WaitingMessage message) {
        audit.record(AuditDraft.of("outbox_message." + step)
                .about("outbox_message", message.id())
                .detail("topic", message.topic()));
    }

    private void demandAllWebsites() {
        caller.demandAllWebsites(RESOURCE);
    }
}
