package io.clientele.integration;

import io.clientele.shared.outbox.OutboxMessage;
import io.clientele.shared.outbox.OutboxTopic;
import io.clientele.shared.outbox.PermanentFailure;
import io.clientele.shared.outgoing.OutgoingAnswer;
import io.clientele.shared.outgoing.OutgoingHttp;
import io.clientele.shared.outgoing.OutgoingRefused;
import io.clientele.store.StoreUrls;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Posts consumer key, secret, verifier and base URL to an integration's endpoint. It is tried again for as long as the handshake
 * can be completed, and no longer.
 */
@ApplicationScoped
class HandshakeTopic implements OutboxTopic {

    /** With pauses from one second, doubled, that is more than the handshake's five minutes. */
    private static final int TRIES = 10;

    private static final Map<String, String> FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");

    private final KnownIntegrations known;
    private final ExchangeRepository exchanges;
    private final Expiration expiration;
    private final IntegrationSecrets secrets;
    private final IntegrationAudit audit;
    private final OutgoingHttp http;
    private final Stores stores;
    private final StoreUrls urls;

    HandshakeTopic(
            KnownIntegrations known,
            ExchangeRepository exchanges,
            Expiration expiration,
            IntegrationSecrets secrets,
            IntegrationAudit audit,
            OutgoingHttp http,
            Stores stores,
            StoreUrls urls) {
        this.known = known;
        this.exchanges = exchanges;
        this.expiration = expiration;
        this.secrets = secrets;
        this.audit = audit;
        this.http = http;
        this.stores = stores;
        this.urls = urls;
    }

    @Override
    public String name() {
        return Handshakes.TOPIC;
    }

    @Override
    public int mostTries() {
        return TRIES;
    }

    @Override
    public void handle(OutboxMessage message) {
        Handshakes.Message begun = message.read(Handshakes.Message.class);
        Optional<ExchangeRepository.Handshake> handshake = exchanges
                .handshake(begun.integrationId())
                .filter(found -> Handshakes.Message.micros(found.begunAt()) == begun.begunAt())
                .filter(found -> !expiration.isOver(found));
        KnownIntegration integration = known.asStored().byId().get(begun.integrationId());
        if (handshake.isPresent()
                && integration != null
                && integration.integration().active()) {
            post(
                    integration,
                    secrets.openVerifier(begun.integrationId(), handshake.get().verifier()));
        }
    }

    private void post(KnownIntegration known, String verifier) {
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("oauth_consumer_key", known.integration().consumerKey());
        sent.put("oauth_consumer_secret", secrets.consumerSecret(known));
        sent.put("oauth_verifier", verifier);
        sent.put("store_base_url", urls.base(stores.defaultView()));
        String form = sent.entrySet().stream()
                .map(each -> each.getKey() + "=" + PercentEncoding.encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        URI endpoint = URI.create(Objects.requireNonNull(known.integration().endpoint()));
        OutgoingAnswer answer;
        try {
            answer = http.post(endpoint, FORM, form.getBytes(StandardCharsets.UTF_8), OutgoingHttp.LIMIT);
        } catch (OutgoingRefused e) {
            throw new PermanentFailure("the endpoint may not be called: " + e.getMessage(), e);
        }
        if (!answer.isSuccess()) {
            throw new IllegalStateException("the endpoint answered " + answer.status());
        }
        audit.handshakeSent(known.integration());
    }
}
