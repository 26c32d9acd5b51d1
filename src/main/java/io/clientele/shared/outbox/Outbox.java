package io.clientele.shared.outbox;

import io.clientele.shared.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Takes work for later. */
@ApplicationScoped
public class Outbox {

    private final OutboxRepository messages;
    private final OutboxWorker worker;
    private final AfterCommit afterCommit;
    private final Clock clock;

    @Inject
    Outbox(OutboxRepository messages, OutboxWorker worker, AfterCommit afterCommit, Clock clock) {
        this.messages = messages;
        this.worker = worker;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    /**
     * Adds a message in the running transaction. Its topic gets it soon after the commit, at least once, or never if
     * the transaction is rolled back.
     *
     * @param topic the name of an {@link OutboxTopic}
     * @param key messages of one key are handled one after another, in the order they were added
     * @param payload a record that can be written as JSON; personal values in it must be sealed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String topic, String key, Object payload) {
        messages.add(topic, key, OutboxMessage.write(payload), clock.instant());
        // Only a hint: whoever misses it finds the row within a second.
        afterCommit.run(() -> worker.nudge(topic));
    }
}
