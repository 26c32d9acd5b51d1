package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Shows a subject's sessions and ends one of them. Whether the caller may is for the feature that knows the subject. */
@ApplicationScoped
public class SessionService {

    private final SessionRepository repository;
    private final Tokens tokens;
    private final AccessAudit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    SessionService(SessionRepository repository, Tokens tokens, AccessAudit audit, CurrentCaller caller, Clock clock) {
        this.repository = repository;
        this.tokens = tokens;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Those used last first; at most a thousand. */
    public List<Session> of(Subject subject) {
        Caller now = caller.get();
        long current = now.sessionId() == null ? 0 : now.sessionId();
        return repository.of(subject, current, clock.instant());
    }

    /**
     * Ends the session within a second everywhere.
     *
     * @throws Refusal when it is none of the subject's, or has ended
     */
    @Transactional
    public void end(Subject subject, long sessionId) {
        List<Long> ended = repository.revoke(subject, sessionId, clock.instant());
        if (ended.isEmpty()) {
            throw Refusals.noSuchEntity("sessionId", sessionId);
        }
        audit.sessionEnded(subject, sessionId);
        tokens.forget(ended);
    }
}
