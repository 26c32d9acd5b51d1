package io.clientele.event.webhook;

import io.clientele.event.EventMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that has to wait for its next try, or behind one that does.
 *
 * @param tries how many there were
 * @param failedAt when the first of them failed; null when there was none
 */
record Waiting(
        long lane,
        long position,
        int tries,
        @Nullable Instant failedAt,
        Instant dueAt,
        @Nullable String error) {

    static Waiting failed(EventMessage message, Instant now, String error) {
        return new Waiting(message.lane(), message.position(), 1, now, now.plus(Retry.pause(1)), error);
    }

    static Waiting behind(EventMessage message, Instant now) {
        return new Waiting(message.lane(), message.position(), 0, null, now, null);
    }
}
