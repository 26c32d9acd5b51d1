package io.clientele.event.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Signs a receiver's messages with its secret, and with the one before as long as that is good.
 *
 * @param previous null when there is none
 * @param previousUntil how long that one signs
 */
record Signer(
        WebhookSecret current,
        @Nullable WebhookSecret previous,
        @Nullable Instant previousUntil) {

    /** All signatures that are good at the moment, a blank between them. */
    String signatures(String id, Instant now, byte[] body) {
        String signature = current.sign(id, now.getEpochSecond(), body);
        if (previous == null || previousUntil == null || !now.isBefore(previousUntil)) {
            return signature;
        }
        return signature + " " + previous.sign(id, now.getEpochSecond(), body);
    }
}
