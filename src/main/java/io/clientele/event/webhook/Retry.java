package io.clientele.event.webhook;

import io.clientele.event.EventMessage;
import io.clientele.shared.Pauses;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that waited and is tried again.
 *
 * @param id its row
 * @param tries how many there were before this one
 * @param failedAt when the first of them failed; null when there was none
 */
record Retry(long id, int tries, @Nullable Instant failedAt, EventMessage message) {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    /**
     * One that failed again.
     *
     * @param deadAt when it was given up; null when it is tried again
     */
    record Failed(
            long id,
            int tries,
            Instant failedAt,
            Instant dueAt,
            @Nullable Instant deadAt,
            String error) {}

    static Duration pause(int tries) {
        return Pauses.doubled(tries, LONGEST_PAUSE);
    }

    /** @param giveUpAfter how long a delivery may fail before it is given up */
    Failed failed(Instant now, String error, Duration giveUpAfter) {
        Instant first = failedAt == null ? now : failedAt;
        boolean over = !now.isBefore(first.plus(giveUpAfter));
        return new Failed(id, tries + 1, first, now.plus(pause(tries + 1)), over ? now : null, error);
    }
}
