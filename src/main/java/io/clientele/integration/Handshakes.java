package io.clientele.integration;

import io.clientele.shared.Secret;
import io.clientele.shared.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Begins the contract's OAuth 1.0a handshake with an integration's endpoint. */
@ApplicationScoped
class Handshakes {

    static final String TOPIC = "integration.handshake";

    private final ExchangeRepository exchanges;
    private final IntegrationSecrets secrets;
    private final Outbox outbox;
    private final Clock clock;

    Handshakes(ExchangeRepository exchanges, IntegrationSecrets secrets, Outbox outbox, Clock clock) {
        this.exchanges = exchanges;
        this.secrets = secrets;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What waits in the outbox.
     *
     * @param begunAt which of the integration's handshakes it is, in microseconds since 1970
     */
    record Message(long integrationId, long begunAt) {

        static long micros(Instant at) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at);
        }
    }

    /**
     * Sends the handshake soon after the transaction in hand has been committed; an older one is void from then on. Without an
     * endpoint, or for one that may not call, there is none.
     */
    void begin(Integration integration) {
        if (integration.endpoint() == null || !integration.active()) {
            exchanges.forget(integration.id());
            return;
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        exchanges.begin(integration.id(), secrets.verifier(integration.id(), Secret.text()), at);
        outbox.add(TOPIC, Long.toString(integration.id()), new Message(integration.id(), Message.micros(at)));
    }
}
