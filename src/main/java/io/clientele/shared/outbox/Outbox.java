package io.clientele.shared.outbox;

import io.clientele.shared.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

/** Takes work for later. */
@ApplicationScoped
public class Outbox {

    private final OutboxRepository messages;
    private final OutboxWorker worker;
    private final AfterCommit afterCommit;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    @Inject
    Outbox(
            OutboxRepository messages,
            OutboxWorker worker,
            AfterCommit afterCommit,
            TransactionSynchronizationRegistry transactions,
            Clock clock) {
        this.messages = messages;
        this.worker = worker;
        this.afterCommit = afterCommit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The topics that have got messages in a transaction. */
    private record Nudged(Set<String> topics) {}

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
        Nudged nudged = transactions.getResource(this) instanceof Nudged known ? known : new Nudged(new HashSet<>());
        transactions.putResource(this, nudged);
        if (nudged.topics().add(topic)) {
            // Only a hint: whoever misses it finds the row within a second.
            afterCommit.run(() -> worker.nudge(topic));
        }
    }
}
