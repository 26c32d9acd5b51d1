package io.clientele.shared;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Runs what has to be done again and again beside the requests: cleaning up, keeping something in step. Every instance
 * runs it, so the work itself must bear company (a lock in the database, or statements that may be repeated).
 */
@ApplicationScoped
public class Recurring {

    /**
     * Whether work is done beside requests and commands. Not for processes that answer: what they have in memory is kept in step
     * by such work.
     */
    public static final String BACKGROUND = "clientele.background";

    /** How long a stop waits for work, and once more after it was interrupted. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(Recurring.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("recurring").factory());
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("recurring-", 0).factory());
    private final InRequest inRequest;
    private final boolean background;

    /** @param background {@value #BACKGROUND}: false in a process of a command beside which nothing may run */
    @Inject
    Recurring(InRequest inRequest, @ConfigProperty(name = BACKGROUND, defaultValue = "true") boolean background) {
        this.inRequest = inRequest;
        this.background = background;
    }

    /** Gives work the request context that services expect; the caller in it is nobody. */
    @ApplicationScoped
    static class InRequest {

        @ActivateRequestContext
        void run(Runnable work) {
            work.run();
        }
    }

    /**
     * Runs the work every so often until the service stops, first after one pause, and never twice at a time here. What
     * it throws is logged, and the next time comes all the same.
     *
     * @param what in words that end "could not …", for the log
     */
    public void every(Duration pause, String what, Runnable work) {
        if (!background) {
            return;
        }
        AtomicBoolean running = new AtomicBoolean();
        var _ = timer.scheduleWithFixedDelay(
                () -> {
                    if (running.compareAndSet(false, true)) {
                        threads.execute(() -> run(what, work, running));
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /**
     * Runs the work once, now, beside whoever asks. What it throws is logged.
     *
     * @param what in words that end "could not …", for the log
     */
    public void once(String what, Runnable work) {
        if (background && !threads.isShutdown()) {
            threads.execute(() -> run(what, work, new AtomicBoolean(true)));
        }
    }

    private void run(String what, Runnable work, AtomicBoolean running) {
        try {
            inRequest.run(work);
        } catch (RuntimeException e) {
            LOG.debugf(e, "could not %s this time", what);
        } finally {
            running.set(false);
        }
    }

    /** Lets what runs come to its end for a while: last, so that those who go on until they are told to stop have been told. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent event) {
        timer.shutdownNow();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                // Whoever waits for the database loses the connection by this, and nothing that was committed.
                threads.shutdownNow();
                boolean _ = threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
