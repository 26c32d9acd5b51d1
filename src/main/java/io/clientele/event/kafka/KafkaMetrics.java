package io.clientele.event.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts events that were sent, how long they took from when they happened, and how many are still to be sent. */
@ApplicationScoped
class KafkaMetrics {

    private final Counter sent;
    private final Counter failed;
    private final Timer delay;
    private final AtomicLong behind = new AtomicLong();

    @Inject
    KafkaMetrics(MeterRegistry registry) {
        sent = registry.counter("clientele.kafka.events", "outcome", "sent");
        failed = registry.counter("clientele.kafka.events", "outcome", "failed");
        delay = registry.timer("clientele.kafka.delay");
        Gauge.builder("clientele.kafka.behind", behind, AtomicLong::doubleValue).register(registry);
    }

    /** @param since when it happened */
    void sent(Duration since) {
        sent.increment();
        delay.record(since);
    }

    void failed() {
        failed.increment();
    }

    /** How many places of the feed are still to be sent by this instance; 0 while another one sends. */
    void behind(long places) {
        behind.set(places);
    }

    long behind() {
        return behind.get();
    }
}
