package io.clientele.event.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook with all that delivering to it needs. It differs whenever something of it was changed.
 *
 * @param secret sealed, in Base64
 * @param previous the one before, as {@code secret}; null when there is none
 * @param previousUntil how long that one signs too
 */
record Receiver(
        Webhook webhook,
        String secret,
        @Nullable String previous,
        @Nullable Instant previousUntil) {

    @Override
    public String toString() {
        return webhook.toString();
    }
}
