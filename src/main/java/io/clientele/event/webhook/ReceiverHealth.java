package io.clientele.event.webhook;

import io.clientele.shared.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a receiver is there. When messages of several lanes fail one after another and none is taken, it is the receiver that
 * fails and not the messages: it is left alone, and then asked with one message at a time after growing pauses. One lane alone
 * says nothing: its messages may be what it cannot take. For one thread.
 */
final class ReceiverHealth {

    private static final int LANES = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Set<Long> lanes = new HashSet<>();
    private int pauses;
    private @Nullable Instant pausedUntil;
    private @Nullable Instant failingSince;
    private @Nullable String error;

    ReceiverHealth(Progress progress) {
        pauses = progress.pauses();
        pausedUntil = progress.pausedUntil();
        failingSince = progress.failingSince();
        error = progress.error();
    }

    boolean isDown() {
        return pausedUntil != null;
    }

    /** Whether it is time to ask whether it is back. */
    boolean mayAsk(Instant now) {
        return pausedUntil != null && !now.isBefore(pausedUntil);
    }

    /** A message was taken. Returns whether the receiver was down before. */
    boolean taken() {
        boolean was = isDown();
        lanes.clear();
        pauses = 0;
        pausedUntil = null;
        failingSince = null;
        error = null;
        return was;
    }

    /** @param asking whether it was to ask whether the receiver is back */
    void failed(long lane, String why, Instant now, boolean asking) {
        error = why;
        if (failingSince == null) {
            failingSince = now;
        }
        if (!isDown()) {
            lanes.add(lane);
        }
        if (asking || (!isDown() && lanes.size() >= LANES)) {
            pauses++;
            pausedUntil = now.plus(Pauses.doubled(pauses, LONGEST_PAUSE));
        }
    }

    /** As it is to be kept. */
    Progress progress(long webhookId, long position, long round) {
        return new Progress(webhookId, position, round, pauses, pausedUntil, failingSince, error);
    }
}
