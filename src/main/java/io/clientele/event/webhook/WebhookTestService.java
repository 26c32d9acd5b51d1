package io.clientele.event.webhook;

import io.clientele.event.CloudEvent;
import io.clientele.event.Event;
import io.clientele.event.EventMessages;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends a receiver a message that tells of nothing, so that whoever connects it sees whether it is taken. */
@ApplicationScoped
public class WebhookTestService {

    /** The kind of event that is never in the feed. */
    static final String KIND = "webhook.test";

    private final Webhooks receivers;
    private final EventMessages messages;
    private final MessageSender sender;
    private final CurrentCaller caller;
    private final Clock clock;

    @Inject
    WebhookTestService(
            Webhooks receivers, EventMessages messages, MessageSender sender, CurrentCaller caller, Clock clock) {
        this.receivers = receivers;
        this.messages = messages;
        this.sender = sender;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param id of the event that was sent
     * @param status what the receiver answered; null when it did not
     * @param error why it does not count as taken; null when it does
     */
    public record Tried(
            String id, @Nullable Integer status, @Nullable String error) {}

    /**
     * Sends it at once and waits for the answer, whether the webhook is active or not.
     *
     * @throws Refusal when there is no such webhook, or the caller is limited to websites
     */
    public Tried send(long id) {
        caller.demandAllWebsites(WebhookService.RESOURCE);
        Receiver receiver = receivers.find(id).orElseThrow(() -> WebhookRefusals.noSuchWebhook(id));
        Event event = new Event(0, UUID.randomUUID(), KIND, null, Map.of("webhook_id", id), clock.instant());
        MessageSender.Outcome outcome =
                sender.send(receiver.webhook().url(), receivers.signer(receiver), messages.of(event));
        return new Tried(CloudEvent.of(event).id(), outcome.status(), outcome.error());
    }
}
