package io.clientele.shared.job;

import io.clientele.shared.CurrentCaller;
import io.clientele.shared.sql.LaterStatements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Lets half of a part be done beside it: at the same time, in a transaction of its own and in the name of the same caller. It
 * commits by itself, and what notes how far the job is may be lost after that: the half leaves a mark in its transaction, by which
 * it is not done again.
 */
@ApplicationScoped
public class SideParts {

    private static final Logger LOG = Logger.getLogger(SideParts.class);
    private static final int LONGEST_SECONDS = 60;

    private final JobConfig config;
    private final CurrentCaller caller;
    private final Named named;

    @Inject
    SideParts(JobConfig config, CurrentCaller caller, Named named) {
        this.config = config;
        this.caller = caller;
        this.named = named;
    }

    /** Whether two halves may be done at a time. */
    public boolean areOffered() {
        return config.lanes() > 1;
    }

    /** A half that is being done. */
    public static final class Side<T> {

        private final FutureTask<T> task;

        private Side(FutureTask<T> task) {
            this.task = task;
        }

        /** What came of it once it has ended; empty when it failed and nothing of it was done. */
        public Optional<T> end() {
            try {
                return Optional.of(task.get());
            } catch (ExecutionException e) {
                LOG.debug("half of a part has to be done again", e);
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    /**
     * Begins the half. Whoever begins it waits for its end, whatever becomes of the other one.
     *
     * @param half must not wait for what the other one holds
     */
    public <T> Side<T> begin(Supplier<T> half) {
        Accepted as = Accepted.of(caller);
        FutureTask<T> task = new FutureTask<>(() -> named.call(as, half));
        Thread.ofVirtual().name("job-side").start(task);
        return new Side<>(task);
    }

    /** Gives the half a request context with the caller, and the transaction. */
    @ApplicationScoped
    static class Named {

        private final CurrentCaller current;
        private final LaterStatements later;

        @Inject
        Named(CurrentCaller current, LaterStatements later) {
            this.current = current;
            this.later = later;
        }

        @ActivateRequestContext
        <T> T call(Accepted as, Supplier<T> half) {
            current.from(as.address(), as.requestId());
            current.calledItself(as.userAgent());
            current.set(as.caller());
            return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
                later.collect();
                T done = half.get();
                later.run();
                return done;
            });
        }
    }
}
