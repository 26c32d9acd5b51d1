package io.clientele.event.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts deliveries, how long they took from the event, and how many events a webhook is behind. */
@ApplicationScoped
class DeliveryMetrics {

    private static final String WEBHOOK = "webhook";
    private static final String BEHIND = "clientele.webhook.behind";

    private final MeterRegistry registry;
    private final Map<Long, AtomicLong> behind = new ConcurrentHashMap<>();

    @Inject
    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param delay since it happened */
    void delivered(long webhookId, Duration delay) {
        count(webhookId, "delivered");
        registry.timer("clientele.webhook.delay", WEBHOOK, Long.toString(webhookId))
                .record(delay);
    }

    void failed(long webhookId) {
        count(webhookId, "failed");
    }

    void dead(long webhookId) {
        count(webhookId, "dead");
    }

    /** How many places of the feed the webhook has before it. */
    void behind(long webhookId, long places) {
        behind.computeIfAbsent(webhookId, this::gauge).set(places);
    }

    /** This instance delivers to it no longer. */
    void forget(long webhookId) {
        if (behind.remove(webhookId) != null) {
            registry.find(BEHIND)
                    .tag(WEBHOOK, Long.toString(webhookId))
                    .meters()
                    .forEach(registry::remove);
        }
    }

    private AtomicLong gauge(long webhookId) {
        AtomicLong places = new AtomicLong();
        Gauge.builder(BEHIND, places, AtomicLong::doubleValue)
                .tag(WEBHOOK, Long.toString(webhookId))
                .register(registry);
        return places;
    }

    private void count(long webhookId, String outcome) {
        registry.counter("clientele.webhook.deliveries", WEBHOOK, Long.toString(webhookId), "outcome", outcome)
                .increment();
    }
}
