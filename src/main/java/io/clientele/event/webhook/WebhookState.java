package io.clientele.event.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a webhook's deliveries go.
 *
 * @param position every event up to this place of the feed is delivered, waits for its next try, or was given up
 * @param waiting how many deliveries wait for their next try, or behind one that does
 * @param dead how many were given up
 * @param failingSince since when the receiver has taken nothing; null while it takes what it is sent
 * @param pausedUntil when it is asked again; null while it is not left alone
 * @param error what was wrong the last time
 */
public record WebhookState(
        long position,
        long waiting,
        long dead,
        @Nullable Instant failingSince,
        @Nullable Instant pausedUntil,
        @Nullable String error) {}
