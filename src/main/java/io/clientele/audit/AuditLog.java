package io.clientele.audit;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the audit log. What succeeded is written in the transaction of its effect, so that there is never the one
 * without the other; what failed is written apart from it, so that it stays.
 */
@ApplicationScoped
public class AuditLog {

    private static final Logger LOG = Logger.getLogger(AuditLog.class);

    private final AuditRepository entries;
    private final CurrentCaller caller;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;
    private final ConcernedPerson concerned;
    private final Map<Caller.Type, ActorName> names = new EnumMap<>(Caller.Type.class);

    @Inject
    AuditLog(
            AuditRepository entries,
            CurrentCaller caller,
            TransactionSynchronizationRegistry transactions,
            Clock clock,
            ConcernedPerson concerned,
            @All List<ActorName> names) {
        this.entries = entries;
        this.caller = caller;
        this.transactions = transactions;
        this.clock = clock;
        this.concerned = concerned;
        names.forEach(each -> this.names.put(each.type(), each));
    }

    /**
     * Writes the entry: in the transaction in hand, or in one of its own where there is none or the draft says that
     * something failed.
     */
    public void record(AuditDraft draft) {
        Actor actor = actor(draft);
        if (draft.person != null
                && draft.reason == null
                && Arc.container().requestContext().isActive()) {
            concerned.note(draft.person);
        }
        String name = name(actor, draft);
        if (draft.reason != null && transactions.getTransactionKey() != null) {
            transactions.registerInterposedSynchronization(new WhenEnded(() -> write(draft, actor, name)));
        } else {
            write(draft, actor, name);
        }
    }

    private void write(AuditDraft draft, Actor actor, @Nullable String name) {
        entries.add(draft, actor, name, clock.instant());
    }

    private Actor actor(AuditDraft draft) {
        if (!Arc.container().requestContext().isActive()) {
            return Actor.SYSTEM;
        }
        if (draft.actorType != null) {
            return Actor.of(draft.actorType, draft.actorId, null, caller.address(), caller.requestId());
        }
        if (caller.requestId().isEmpty()) {
            return Actor.SYSTEM;
        }
        Caller current = caller.get();
        return Actor.of(current.type(), current.id(), current.onBehalfOf(), caller.address(), caller.requestId());
    }

    /** The name as it is; a draft about the actor knows it already. */
    private @Nullable String name(Actor actor, AuditDraft draft) {
        if (draft.name != null
                && draft.person != null
                && actor.person().filter(draft.person::equals).isPresent()) {
            return draft.name;
        }
        return names.entrySet().stream()
                .filter(each -> actor.is(each.getKey()))
                .findFirst()
                .flatMap(each -> name(actor, each.getValue()))
                .orElse(null);
    }

    /** Asked for once in a transaction of many operations. */
    private Optional<String> name(Actor actor, ActorName source) {
        if (transactions.getTransactionKey() == null) {
            return source.of(actor.id());
        }
        if (transactions.getResource(this) instanceof Named known && known.isOf(actor)) {
            return known.name();
        }
        Optional<String> name = source.of(actor.id());
        transactions.putResource(this, new Named(actor.type(), actor.id(), name));
        return name;
    }

    /** What the last actor of the transaction in hand is called. */
    private record Named(String type, long id, Optional<String> name) {

        boolean isOf(Actor actor) {
            return type.equals(actor.type()) && id == actor.id();
        }
    }

    /**
     * Runs something once the transaction in hand has ended, however it did. On another thread: this one still belongs
     * to the transaction, and what that holds could be waited for.
     */
    private record WhenEnded(Runnable task) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            Thread thread = Thread.ofVirtual().name("audit").start(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.error("An audit entry of a failure could not be written", e);
                }
            });
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
