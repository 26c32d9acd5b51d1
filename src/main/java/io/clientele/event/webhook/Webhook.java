package io.clientele.event.webhook;

import java.time.Instant;
import java.util.List;

/**
 * A receiver of events.
 *
 * @param events patterns of the kinds it is told, as {@link EventPattern} has them
 * @param isActive whether anything is delivered; what happens meanwhile waits in the feed
 */
public record Webhook(
        long id, String url, List<String> events, boolean isActive, Instant createdAt, Instant updatedAt) {}
