package io.clientele.event.kafka;

import io.clientele.event.EventMessages;
import io.clientele.event.EventReader;
import io.clientele.shared.Recurring;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a runner at work while no other instance sends to Kafka, and tells it how far the feed reaches. Where no Kafka is named it
 * does nothing at all.
 */
@ApplicationScoped
class KafkaWorker {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration TAKE_EVERY = Duration.ofMillis(500);
    private static final Duration END = Duration.ofSeconds(6);

    private final KafkaConfig config;
    private final KafkaLedger ledger;
    private final EventReader feed;
    private final EventMessages messages;
    private final Instance<KafkaChannel> channel;
    private final Instance<KafkaMetrics> metrics;
    private final Clock clock;
    private volatile @Nullable KafkaRunner runner;
    private volatile @Nullable Thread thread;
    private long tookAt = System.nanoTime() - TAKE_EVERY.toNanos();
    private volatile boolean stopping;

    @Inject
    KafkaWorker(
            KafkaConfig config,
            KafkaLedger ledger,
            EventReader feed,
            EventMessages messages,
            Instance<KafkaChannel> channel,
            Instance<KafkaMetrics> metrics,
            Clock clock) {
        this.config = config;
        this.ledger = ledger;
        this.feed = feed;
        this.messages = messages;
        this.channel = channel;
        this.metrics = metrics;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        if (config.bootstrapServers().isPresent()) {
            recurring.every(LOOK_EVERY, "follow the feed for Kafka", this::look);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        KafkaRunner running = runner;
        Thread its = thread;
        if (running != null && its != null) {
            running.stop();
            try {
                its.join(END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether this instance is the one that sends. */
    boolean isSending() {
        KafkaRunner running = runner;
        return running != null && !running.hasEnded();
    }

    /** Whether Kafka did not take what this instance sent last. */
    boolean isFailing() {
        KafkaRunner running = runner;
        return running != null && running.isFailing();
    }

    void look() {
        if (!isSending() && !stopping && System.nanoTime() - tookAt >= TAKE_EVERY.toNanos()) {
            tookAt = System.nanoTime();
            take();
        }
        KafkaRunner running = runner;
        if (running != null && !running.hasEnded()) {
            running.feedIs(feed.settle());
        }
    }

    private void take() {
        Optional<Long> position = ledger.take();
        if (position.isPresent()) {
            KafkaRunner taken = new KafkaRunner(
                    new KafkaRunner.Tools(ledger, feed, messages, channel.get(), metrics.get(), clock), position.get());
            runner = taken;
            thread = Thread.ofVirtual().name("kafka-events").start(taken);
        }
    }
}
