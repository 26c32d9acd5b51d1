package io.clientele.shared.outbox;

import io.clientele.shared.Recurring;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Hands messages to their topics, every second and at once when this instance has added one. Each topic has a few
 * runners of its own, so that one that waits for somebody keeps no other from going on.
 */
@ApplicationScoped
class OutboxWorker {

    private static final Logger LOG = Logger.getLogger(OutboxWorker.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int RUNNERS = 4;

    private final Map<String, OutboxTopic> topics;
    private final Map<String, Semaphore> runners;
    private final OutboxQueue queue;
    private final Recurring recurring;
    private final MeterRegistry metrics;
    private volatile boolean stopping;

    @Inject
    OutboxWorker(@All List<OutboxTopic> topics, OutboxQueue queue, Recurring recurring, MeterRegistry metrics) {
        this.topics = topics.stream().collect(Collectors.toMap(OutboxTopic::name, Function.identity()));
        this.runners =
                this.topics.keySet().stream().collect(Collectors.toMap(name -> name, name -> new Semaphore(RUNNERS)));
        this.queue = queue;
        this.recurring = recurring;
        this.metrics = metrics;
        this.topics
                .keySet()
                .forEach(name -> List.of("handled", "failed", "parked")
                        .forEach(outcome ->
                                metrics.counter("clientele.outbox.messages", "topic", name, "outcome", outcome)));
    }

    void start(@Observes StartupEvent event) {
        topics.keySet().forEach(name -> recurring.every(EVERY, "look for messages of " + name, () -> nudge(name)));
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Sets one more runner on the topic, unless enough are on it. */
    void nudge(String name) {
        OutboxTopic topic = topics.get(name);
        Semaphore places = runners.get(name);
        if (topic == null || places == null || stopping || !places.tryAcquire()) {
            return;
        }
        recurring.once("handle messages of " + name, () -> {
            try {
                drain(topic);
            } finally {
                places.release();
            }
        });
    }

    private void drain(OutboxTopic topic) {
        List<OutboxMessage> handled = List.of();
        do {
            List<OutboxMessage> taken = queue.next(topic.name(), topic.mostTaken(), handled);
            if (taken.isEmpty() && handled.isEmpty()) {
                return;
            }
            if (taken.size() == topic.mostTaken()) {
                // There may be more than this one takes at a time.
                nudge(topic.name());
            }
            // None with some handled: taking could not see yet that those before in their keys are gone, so once more.
            handled = handle(topic, taken);
        } while (!stopping);
        if (!handled.isEmpty()) {
            queue.forget(handled);
        }
    }

    /** Those of them whose work is done. */
    private List<OutboxMessage> handle(OutboxTopic topic, List<OutboxMessage> taken) {
        long end = System.nanoTime() + OutboxQueue.TOGETHER.toNanos();
        List<OutboxMessage> done = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            if (i > 0 && (stopping || System.nanoTime() - end > 0)) {
                queue.giveBack(taken.subList(i, taken.size()));
                break;
            }
            if (handle(topic, taken.get(i))) {
                done.add(taken.get(i));
            }
        }
        return done;
    }

    /** Whether the message's work is done. */
    private boolean handle(OutboxTopic topic, OutboxMessage message) {
        try {
            if (message.tries() > topic.mostTries()) {
                throw new PermanentFailure("no try has ended", new IllegalStateException("killed, or out of time"));
            }
            topic.handle(message);
            count(topic, "handled");
            return true;
        } catch (RuntimeException e) {
            if (e instanceof PermanentFailure || message.tries() >= topic.mostTries()) {
                queue.park(message, e);
                count(topic, "parked");
                LOG.errorf(
                        "Message %d of the outbox (%s) is parked after %d tries: %s",
                        message.id(), topic.name(), message.tries(), OutboxQueue.error(e));
            } else {
                queue.delay(message, e);
                count(topic, "failed");
                LOG.logf(
                        message.tries() == 1 ? Logger.Level.WARN : Logger.Level.DEBUG,
                        "Message %d of the outbox (%s) has to wait after %d tries: %s",
                        message.id(),
                        topic.name(),
                        message.tries(),
                        OutboxQueue.error(e));
            }
            return false;
        }
    }

    private void count(OutboxTopic topic, String outcome) {
        metrics.counter("clientele.outbox.messages", "topic", topic.name(), "outcome", outcome)
                .increment();
    }
}
