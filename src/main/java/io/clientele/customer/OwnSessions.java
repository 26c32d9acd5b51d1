package io.clientele.customer;

import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends sessions of an account when something of it has changed. */
@ApplicationScoped
class OwnSessions {

    private final Tokens tokens;
    private final CurrentCaller caller;

    @Inject
    OwnSessions(Tokens tokens, CurrentCaller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    /** Ends all sessions of the subject but the one the request came with. */
    void endOthers(Subject subject) {
        Caller now = caller.get();
        if (now.type() == subject.type() && now.id() == subject.id() && now.sessionId() != null) {
            tokens.revokeAllBut(subject, now.sessionId());
        } else {
            tokens.revokeAll(subject);
        }
    }
}
