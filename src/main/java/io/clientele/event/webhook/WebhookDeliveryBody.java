package io.clientele.event.webhook;

import io.clientele.shared.ShownTime;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as REST shows it.
 *
 * @param eventId absent, as {@code type}, when the event is no longer kept
 * @param sequence the event's cursor in the feed
 * @param tries 0 for one that waits behind another of its customer
 * @param deadAt when it was given up; absent while it is tried again by itself
 * @param error what went wrong at the last try
 */
@Schema(name = "webhook-delivery")
public record WebhookDeliveryBody(
        long id,
        long webhookId,
        @Nullable String eventId,
        @Nullable String type,
        @Nullable Long customerId,
        String sequence,
        int tries,
        @Nullable String failedAt,
        String dueAt,
        @Nullable String deadAt,
        @Nullable String error) {

    static WebhookDeliveryBody of(WebhookDelivery delivery) {
        return new WebhookDeliveryBody(
                delivery.id(),
                delivery.webhookId(),
                delivery.eventId(),
                delivery.type(),
                delivery.customerId(),
                Long.toString(delivery.position()),
                delivery.tries(),
                shown(delivery.failedAt()),
                ShownTime.of(delivery.dueAt()),
                shown(delivery.deadAt()),
                delivery.error());
    }

    private static @Nullable String shown(@Nullable Instant moment) {
        return moment == null ? null : ShownTime.of(moment);
    }
}
