package io.clientele.customer;

import io.clientele.access.SessionService;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Signs customers out. */
@ApplicationScoped
public class SignOutService {

    private final Tokens tokens;
    private final SessionService sessions;
    private final AccountAudit audit;
    private final CurrentCaller caller;

    @Inject
    SignOutService(Tokens tokens, SessionService sessions, AccountAudit audit, CurrentCaller caller) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * Ends all sessions of the customer who calls. An administrator or a third party that acts for the customer ends that session alone: the
     * customer's own are the customer's.
     *
     * @throws io.clientele.shared.Refusal when the caller is no customer
     */
    @Transactional
    public void signOut() {
        long customerId = caller.customerId();
        Caller who = caller.get();
        if ((who.onBehalfOf() != null || who.isDelegated()) && who.sessionId() != null) {
            sessions.end(Subject.customer(customerId), who.sessionId());
        } else {
            tokens.revokeAll(Subject.customer(customerId));
            audit.tokensRevoked(customerId);
        }
    }
}
