package io.clientele.shared.outbox;

import io.clientele.shared.AfterCommit;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** What waits in the outbox, and what was given up there: to be looked at, tried again or dropped. */
@ApplicationScoped
public class Backlog {

    private final BacklogRepository messages;
    private final OutboxWorker worker;
    private final AfterCommit afterCommit;
    private final Clock clock;

    @Inject
    Backlog(BacklogRepository messages, OutboxWorker worker, AfterCommit afterCommit, Clock clock) {
        this.messages = messages;
        this.worker = worker;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    public SearchResults<WaitingMessage> search(SearchCriteria criteria) {
        return messages.page(criteria);
    }

    /** The message, which nobody else takes or releases until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<WaitingMessage> lock(long id) {
        return messages.lock(id);
    }

    /** Lets the message be handled at once, with all its tries before it. Those of its key that came later wait for it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(WaitingMessage message) {
        messages.release(message.id(), clock.instant());
        afterCommit.run(() -> worker.nudge(message.topic()));
    }

    /** Forgets the message; its work is never done. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void drop(WaitingMessage message) {
        messages.remove(message.id());
    }
}
