package io.clientele.customer.session;

import io.clientele.access.Session;
import io.clientele.access.SessionService;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.customer.AccountAudit;
import io.clientele.customer.CustomerService;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The sessions of a customer, for whoever may see the account. */
@ApplicationScoped
public class CustomerSessions {

    private final CustomerService customers;
    private final SessionService sessions;
    private final Tokens tokens;
    private final AccountAudit audit;
    private final CurrentCaller caller;

    @Inject
    CustomerSessions(
            CustomerService customers,
            SessionService sessions,
            Tokens tokens,
            AccountAudit audit,
            CurrentCaller caller) {
        this.customers = customers;
        this.sessions = sessions;
        this.tokens = tokens;
        this.audit = audit;
        this.caller = caller;
    }

    /** @throws Refusal for an account that is not there or not the caller's to see */
    public List<Session> of(long customerId) {
        return sessions.of(Subject.customer(customers.read(customerId).id()));
    }

    /** @throws Refusal as {@link #of}, and for a session that is none of the account's */
    public Session one(long customerId, long sessionId) {
        return of(customerId).stream()
                .filter(session -> session.id() == sessionId)
                .findFirst()
                .orElseThrow(() -> Refusals.noSuchEntity("sessionId", sessionId));
    }

    /** @throws Refusal as {@link #one} */
    public void end(long customerId, long sessionId) {
        caller.demandNoThirdParty();
        sessions.end(subject(customerId), sessionId);
    }

    /** All of them, that of the request included. */
    @Transactional
    public void endAll(long customerId) {
        caller.demandNoThirdParty();
        tokens.revokeAll(subject(customerId));
        audit.tokensRevoked(customerId);
    }

    private Subject subject(long customerId) {
        return Subject.customer(customers.get(customerId).id());
    }
}
