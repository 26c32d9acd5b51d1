package io.clientele.event.webhook;

import io.clientele.event.EventMessage;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one webhook that are being sent, each on a thread of its own. What comes of them is told to the one thread that
 * listens.
 */
final class OnTheWay {

    private static final Logger LOG = Logger.getLogger(OnTheWay.class);

    private final Function<EventMessage, MessageSender.Outcome> sender;
    private final BiConsumer<Attempt, MessageSender.Outcome> came;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Set<Long> lanesRetrying = new HashSet<>();
    private int count;

    /** @param came is called by {@link #listen} for each message that has come back */
    OnTheWay(Function<EventMessage, MessageSender.Outcome> sender, BiConsumer<Attempt, MessageSender.Outcome> came) {
        this.sender = sender;
        this.came = came;
    }

    int count() {
        return count;
    }

    /** The lanes of those that waited before. */
    Set<Long> lanesRetrying() {
        return lanesRetrying;
    }

    void start(Attempt attempt) {
        count++;
        if (attempt.retry() != null) {
            lanesRetrying.add(attempt.message().lane());
        }
        Thread.ofVirtual().name("webhook-message").start(() -> {
            MessageSender.Outcome outcome = send(attempt.message());
            inbox.add(() -> back(attempt, outcome));
        });
    }

    /** Lets whoever listens go on; from any thread. */
    void wake() {
        inbox.add(() -> {});
    }

    /** Waits for something to happen, and deals with all that has happened by then. Returns whether anything has. */
    boolean listen(long millis) throws InterruptedException {
        @Nullable Runnable next = inbox.poll(millis, TimeUnit.MILLISECONDS);
        boolean happened = next != null;
        while (next != null) {
            next.run();
            next = inbox.poll();
        }
        return happened;
    }

    private MessageSender.Outcome send(EventMessage message) {
        try {
            return sender.apply(message);
        } catch (RuntimeException e) {
            LOG.errorf(e, "event %s could not be sent", message.id());
            return new MessageSender.Outcome(null, "The service failed to send it.");
        }
    }

    private void back(Attempt attempt, MessageSender.Outcome outcome) {
        count--;
        if (attempt.retry() != null) {
            lanesRetrying.remove(attempt.message().lane());
        }
        came.accept(attempt, outcome);
    }
}
