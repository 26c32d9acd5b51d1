package io.clientele.event.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that waits for its next try, or was given up.
 *
 * @param eventId the id its receiver knows it by; null when the event is no longer kept
 * @param type the event's kind; null as {@code eventId}
 * @param position the event's place in the feed
 * @param tries how many there were; 0 for one that waits behind another of its customer
 * @param deadAt when it was given up; null while it is tried again by itself
 */
public record WebhookDelivery(
        long id,
        long webhookId,
        @Nullable String eventId,
        @Nullable String type,
        @Nullable Long customerId,
        long position,
        int tries,
        @Nullable Instant failedAt,
        Instant dueAt,
        @Nullable Instant deadAt,
        @Nullable String error) {}
