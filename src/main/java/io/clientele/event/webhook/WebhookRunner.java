package io.clientele.event.webhook;

import io.clientele.event.DeliveryWindow;
import io.clientele.event.Event;
import io.clientele.event.EventMessage;
import io.clientele.event.EventReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Delivers to one webhook as long as this instance holds it: reads some of the feed ahead, sends what may be sent side by side, and
 * writes down how far it is. It decides everything on its one thread.
 */
final class WebhookRunner implements Runnable {

    private static final Logger LOG = Logger.getLogger(WebhookRunner.class);

    private static final int MOST_ON_THE_WAY = 32;
    private static final int MOST_RETRIES_ON_THE_WAY = 16;
    private static final int MOST_IN_MEMORY = 128;

    /** With so many waiting, the feed is read no further. */
    private static final int MOST_WAITING = 10_000;

    /** How many places of the feed are looked at in one statement. */
    private static final int SPAN = 10_000;

    private static final long WAKE_MILLIS = 200;

    /** Longer than a call takes. */
    private static final long END_MILLIS = 7_000;

    private final DeliveryTools tools;
    private final Receiver receiver;
    private final long id;
    private final Collection<String> kinds;
    private final ReceiverHealth health;
    private final WrittenSteps steps;
    private final OnTheWay onTheWay;
    private DeliveryWindow window;
    private volatile EventReader.Ends ends = new EventReader.Ends(0, 0);
    private volatile boolean stopping;
    private volatile boolean ended;

    WebhookRunner(DeliveryTools tools, Receiver receiver, Signer signer, Collection<String> kinds, Progress progress) {
        this.tools = tools;
        this.receiver = receiver;
        this.id = receiver.webhook().id();
        this.kinds = kinds;
        this.health = new ReceiverHealth(progress);
        this.window = new DeliveryWindow(progress.position());
        this.steps = new WrittenSteps(tools.ledger(), progress);
        this.onTheWay =
                new OnTheWay(message -> tools.sender().send(receiver.webhook().url(), signer, message), this::came);
    }

    Receiver receiver() {
        return receiver;
    }

    /** The feed reaches so far. */
    void feedIs(EventReader.Ends now) {
        boolean moved = now.last() != ends.last();
        ends = now;
        if (moved) {
            onTheWay.wake();
        }
    }

    /** Lets what is on its way come back, and ends then. */
    void stop() {
        stopping = true;
        onTheWay.wake();
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void run() {
        try {
            steps.begin();
            while (!stopping && write()) {
                skipWhatIsGone();
                read();
                send();
                onTheWay.listen(WAKE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("Deliveries to webhook %d stop for now: %s", id, e);
        } finally {
            end();
            ended = true;
        }
    }

    private boolean write() {
        tools.metrics().behind(id, Math.max(ends.last() - window.settled(), 0));
        return steps.write(health, window.settled());
    }

    private void skipWhatIsGone() {
        if (ends.removed() > window.read()) {
            LOG.warnf(
                    "Webhook %d was so far behind that events up to %d are no longer kept: they are not delivered",
                    id, ends.removed());
            window = new DeliveryWindow(ends.removed());
        } else if (health.isDown() && onTheWay.count() == 0) {
            // A receiver that is not there costs no memory: what was read is read again when it is back.
            window = window.afresh();
        }
    }

    /** Reads on as long as there is room: a message at a time while the receiver is only asked whether it is back. */
    private void read() {
        boolean down = health.isDown();
        int room = down ? 1 : MOST_IN_MEMORY;
        if (window.size() > room / 2 || steps.waiting() >= MOST_WAITING || (down && !asksWithTheNext())) {
            return;
        }
        while (window.size() < room && steps.waiting() < MOST_WAITING && window.read() < ends.last()) {
            long upTo = Math.min(ends.last(), window.read() + SPAN);
            int most = room - window.size();
            Collection<Event> events = tools.feed().between(window.read(), upTo, kinds, most);
            for (Event event : events) {
                add(tools.messages().of(event));
                upTo = events.size() == most ? event.position() : upTo;
            }
            window.readUpTo(upTo);
        }
    }

    private void add(EventMessage message) {
        if (window.wasTaken(message.position())) {
            return;
        }
        if (steps.isWaiting(message.lane())) {
            steps.behind(message, tools.clock().instant());
        } else {
            window.add(message);
        }
    }

    private boolean asksWithTheNext() {
        return onTheWay.count() == 0
                && steps.waiting() == 0
                && health.mayAsk(tools.clock().instant());
    }

    private void send() {
        if (!steps.maySend()) {
            return;
        }
        Instant now = tools.clock().instant();
        if (health.isDown()) {
            if (onTheWay.count() == 0 && health.mayAsk(now)) {
                steps.first(now)
                        .ifPresentOrElse(
                                retry -> onTheWay.start(new Attempt(retry.message(), retry, true)),
                                () -> sendNext(true));
            }
            return;
        }
        int retries = MOST_RETRIES_ON_THE_WAY - onTheWay.lanesRetrying().size();
        for (Retry retry : steps.due(now, onTheWay.lanesRetrying(), retries)) {
            onTheWay.start(new Attempt(retry.message(), retry, false));
        }
        boolean more = true;
        while (more && onTheWay.count() < MOST_ON_THE_WAY) {
            more = sendNext(false);
        }
    }

    private boolean sendNext(boolean asking) {
        @Nullable EventMessage next = window.next();
        if (next == null) {
            return false;
        }
        onTheWay.start(new Attempt(next, null, asking));
        return true;
    }

    private void came(Attempt attempt, MessageSender.Outcome outcome) {
        Instant now = tools.clock().instant();
        if (outcome.error() == null) {
            taken(attempt, now);
        } else {
            failed(attempt, outcome.error(), now);
        }
    }

    private void taken(Attempt attempt, Instant now) {
        tools.metrics().delivered(id, Duration.between(attempt.message().happenedAt(), now));
        if (health.taken()) {
            steps.hasten();
        }
        if (attempt.retry() == null) {
            window.taken(attempt.message());
        } else {
            steps.taken(attempt.retry());
            window.wasTakenElsewhere(attempt.message().position());
        }
    }

    private void failed(Attempt attempt, String error, Instant now) {
        tools.metrics().failed(id);
        health.failed(attempt.message().lane(), error, now, attempt.asking());
        if (attempt.retry() != null) {
            Retry.Failed again = attempt.retry().failed(now, error, tools.giveUpAfter());
            steps.failed(again);
            if (again.deadAt() != null) {
                tools.metrics().dead(id);
            }
        } else if (health.isDown()) {
            // It is the receiver's fault and not the message's.
            window.putBack(attempt.message());
        } else {
            steps.wait(window.failed(attempt.message()), error, now);
        }
    }

    /** What is on its way comes back within the limit of a call; what came of it is written down. */
    private void end() {
        try {
            boolean coming = true;
            while (coming && onTheWay.count() > 0) {
                coming = onTheWay.listen(END_MILLIS);
            }
            steps.end(health, window.settled());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debugf(e, "how far webhook %d is could not be written down at the end", id);
        }
    }
}
