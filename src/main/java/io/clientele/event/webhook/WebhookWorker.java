package io.clientele.event.webhook;

import io.clientele.event.EventMessages;
import io.clientele.event.EventReader;
import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a runner at work for each webhook that no other instance delivers to, and tells all of them how far the feed reaches. While
 * there is no webhook it asks the database nothing.
 */
@ApplicationScoped
class WebhookWorker {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration TAKE_EVERY = Duration.ofMillis(500);
    private static final Duration CLEAN_EVERY = Duration.ofMinutes(5);
    private static final long END_SECONDS = 6;

    private final Webhooks receivers;
    private final WebhookRules rules;
    private final DeliveryLedger ledger;
    private final EventReader feed;
    private final DeliveryMetrics metrics;
    private final DeliveryTools tools;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhooks-", 0).factory());
    private final Map<Long, WebhookRunner> runners = new ConcurrentHashMap<>();
    private long tookAt = System.nanoTime() - TAKE_EVERY.toNanos();
    private volatile boolean stopping;

    @Inject
    WebhookWorker(
            Webhooks receivers,
            WebhookRules rules,
            DeliveryLedger ledger,
            EventReader feed,
            EventMessages messages,
            MessageSender sender,
            DeliveryMetrics metrics,
            WebhookConfig config,
            Clock clock) {
        this.receivers = receivers;
        this.rules = rules;
        this.ledger = ledger;
        this.feed = feed;
        this.metrics = metrics;
        this.tools = new DeliveryTools(ledger, feed, messages, sender, metrics, clock, config.giveUpAfter());
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(LOOK_EVERY, "follow the feed for webhooks", this::look);
        recurring.every(CLEAN_EVERY, "remove deliveries of old events", () -> {
            if (!receivers.all().isEmpty()) {
                Batches.remove(ledger::removeOld);
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        runners.values().forEach(WebhookRunner::stop);
        threads.shutdown();
        try {
            threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        Map<Long, Receiver> active = receivers.all().stream()
                .filter(each -> each.webhook().isActive())
                .collect(Collectors.toMap(each -> each.webhook().id(), Function.identity()));
        runners.forEach((id, runner) -> {
            if (runner.hasEnded()) {
                runners.remove(id);
                metrics.forget(id);
            } else if (!runner.receiver().equals(active.get(id))) {
                runner.stop();
            }
        });
        if (!stopping) {
            take(active.values().stream()
                    .filter(each -> !runners.containsKey(each.webhook().id()))
                    .collect(Collectors.toMap(each -> each.webhook().id(), Function.identity())));
        }
        if (!runners.isEmpty()) {
            EventReader.Ends ends = feed.settle();
            runners.values().forEach(runner -> runner.feedIs(ends));
        }
    }

    private void take(Map<Long, Receiver> free) {
        if (free.isEmpty() || System.nanoTime() - tookAt < TAKE_EVERY.toNanos()) {
            return;
        }
        tookAt = System.nanoTime();
        List<Progress> taken = ledger.take(free.keySet());
        for (Progress progress : taken) {
            @Nullable Receiver receiver = free.get(progress.webhookId());
            if (receiver != null) {
                WebhookRunner runner = new WebhookRunner(
                        tools,
                        receiver,
                        receivers.signer(receiver),
                        rules.kinds(receiver.webhook().events()),
                        progress);
                runners.put(progress.webhookId(), runner);
                threads.execute(runner);
            }
        }
    }
}
