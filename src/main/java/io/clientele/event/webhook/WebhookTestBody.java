package io.clientele.event.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a test delivery.
 *
 * @param isDelivered whether the receiver took it
 * @param eventId the id of the event that was sent
 * @param status what the receiver answered; absent when it did not
 * @param error why it was not taken
 */
@Schema(name = "webhook-test")
public record WebhookTestBody(
        boolean isDelivered,
        String eventId,
        @Nullable Integer status,
        @Nullable String error) {

    static WebhookTestBody of(WebhookTestService.Tried tried) {
        return new WebhookTestBody(tried.error() == null, tried.id(), tried.status(), tried.error());
    }
}
