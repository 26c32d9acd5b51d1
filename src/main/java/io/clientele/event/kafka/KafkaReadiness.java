package io.clientele.event.kafka;

import io.quarkus.arc.lookup.LookupUnlessProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how it is with Kafka where one is named. The service is ready without it: events wait in the feed, and requests need none of
 * them.
 */
@Readiness
@ApplicationScoped
@LookupUnlessProperty(name = KafkaSwitch.BROKERS, stringValue = "")
class KafkaReadiness implements HealthCheck {

    private final KafkaWorker worker;
    private final KafkaMetrics metrics;

    KafkaReadiness(KafkaWorker worker, KafkaMetrics metrics) {
        this.worker = worker;
        this.metrics = metrics;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("kafka")
                .withData("sends", worker.isSending())
                .withData("failing", worker.isFailing())
                .withData("behind", metrics.behind())
                .up()
                .build();
    }
}
