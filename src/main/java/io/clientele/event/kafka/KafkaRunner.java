package io.clientele.event.kafka;

import io.clientele.event.DeliveryWindow;
import io.clientele.event.Event;
import io.clientele.event.EventMessage;
import io.clientele.event.EventMessages;
import io.clientele.event.EventReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends to Kafka as long as this instance holds the topic: reads some of the feed ahead, sends what may be sent side by side, one
 * event of each customer, and writes down how far it is. It decides everything on its one thread.
 */
final class KafkaRunner implements Runnable {

    private static final Logger LOG = Logger.getLogger(KafkaRunner.class);

    private static final int MOST_ON_THE_WAY = 512;
    private static final int MOST_IN_MEMORY = 2_000;
    private static final Duration POSITION_EVERY = Duration.ofMillis(250);
    private static final Duration HOLD_EVERY = Duration.ofSeconds(1);
    private static final long WAKE_MILLIS = 200;
    private static final long END_MILLIS = 2_000;

    /** What a runner works with. */
    record Tools(
            KafkaLedger ledger,
            EventReader feed,
            EventMessages messages,
            KafkaChannel channel,
            KafkaMetrics metrics,
            Clock clock) {}

    private final Tools tools;
    private final DeliveryWindow window;
    private final BrokerHealth health = new BrokerHealth();
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private int onTheWay;
    private long written;
    private long writtenAt = System.nanoTime();
    private volatile EventReader.Ends ends = new EventReader.Ends(0, 0);
    private volatile boolean failing;
    private volatile boolean stopping;
    private volatile boolean ended;

    /** @param position up to where events are sent */
    KafkaRunner(Tools tools, long position) {
        this.tools = tools;
        this.window = new DeliveryWindow(position);
        this.written = position;
    }

    /** The feed reaches so far. */
    void feedIs(EventReader.Ends now) {
        boolean moved = now.last() != ends.last();
        ends = now;
        if (moved) {
            wake();
        }
    }

    /** Lets what is on its way come back for a moment, and ends then. */
    void stop() {
        stopping = true;
        wake();
    }

    boolean hasEnded() {
        return ended;
    }

    boolean isFailing() {
        return failing;
    }

    @Override
    public void run() {
        try {
            while (!stopping && write()) {
                read();
                send();
                listen(WAKE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("Sending to Kafka stops for now: %s", e);
        } finally {
            end();
            ended = true;
        }
    }

    private boolean write() {
        long settled = window.settled();
        tools.metrics().behind(Math.max(ends.last() - settled, 0));
        Duration pause = settled == written ? HOLD_EVERY : POSITION_EVERY;
        long now = System.nanoTime();
        if (now - writtenAt < pause.toNanos()) {
            return true;
        }
        if (!tools.ledger().keep(settled)) {
            return false;
        }
        writtenAt = now;
        written = settled;
        return true;
    }

    private void read() {
        if (ends.removed() > window.read()) {
            LOG.warnf(
                    "Kafka was so far behind that events up to %d are no longer kept: they are not sent",
                    ends.removed());
            window.readUpTo(ends.removed());
        }
        while (window.size() <= MOST_IN_MEMORY / 2 && window.read() < ends.last()) {
            List<Event> events = tools.feed().after(window.read(), MOST_IN_MEMORY - window.size());
            if (events.isEmpty()) {
                return;
            }
            for (Event event : events) {
                window.add(tools.messages().of(event));
            }
            window.readUpTo(events.getLast().position());
        }
    }

    private void send() {
        if (!health.isUp()) {
            if (onTheWay == 0 && health.mayAsk(tools.clock().instant())) {
                sendNext(true);
            }
            return;
        }
        boolean more = true;
        while (more && onTheWay < MOST_ON_THE_WAY) {
            more = sendNext(false);
        }
    }

    private boolean sendNext(boolean asking) {
        @Nullable EventMessage next = window.next();
        if (next == null) {
            return false;
        }
        onTheWay++;
        tools.channel().send(next, failure -> inbox.add(() -> came(next, failure, asking)));
        return true;
    }

    private void came(EventMessage message, @Nullable Throwable failure, boolean asking) {
        onTheWay--;
        Instant now = tools.clock().instant();
        if (failure == null) {
            window.taken(message);
            tools.metrics().sent(Duration.between(message.happenedAt(), now));
            if (health.taken()) {
                LOG.info("Kafka takes events again");
            }
        } else {
            window.putBack(message);
            tools.metrics().failed();
            if (health.failed(now, asking)) {
                // The framework tells how often it tried, and only then why it failed.
                Throwable why = failure.getCause() == null ? failure : failure.getCause();
                LOG.warnf("Kafka takes no events; they wait in the feed until it does: %s", why);
            }
        }
        failing = health.isFailing();
    }

    private void wake() {
        inbox.add(() -> {});
    }

    /** Waits for something to happen, and deals with all that has happened by then. Returns whether anything has. */
    private boolean listen(long millis) throws InterruptedException {
        @Nullable Runnable next = inbox.poll(millis, TimeUnit.MILLISECONDS);
        boolean happened = next != null;
        while (next != null) {
            next.run();
            next = inbox.poll();
        }
        return happened;
    }

    private void end() {
        try {
            boolean coming = !health.isFailing();
            while (coming && onTheWay > 0) {
                coming = listen(END_MILLIS);
            }
            tools.ledger().keep(window.settled());
            tools.ledger().release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debugf(e, "how far Kafka is could not be written down at the end");
        } finally {
            tools.metrics().behind(0);
        }
    }
}
