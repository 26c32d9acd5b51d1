package io.clientele.event.kafka;

import io.clientele.shared.Pauses;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether Kafka takes events. It is not known until it has taken one. While it does not, it is asked with one event at a time after
 * growing pauses: what fails is always Kafka and never an event, and none is given up. For one thread.
 */
final class BrokerHealth {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private int failures;
    private @Nullable Instant askAt = Instant.MIN;

    boolean isUp() {
        return askAt == null;
    }

    /** Whether it has failed since it took an event last. */
    boolean isFailing() {
        return failures > 0;
    }

    /** Whether it is time to ask with one event. */
    boolean mayAsk(Instant now) {
        return askAt != null && !now.isBefore(askAt);
    }

    /** An event was taken. Returns whether they had failed before. */
    boolean taken() {
        boolean failed = isFailing();
        failures = 0;
        askAt = null;
        return failed;
    }

    /**
     * An event was not taken.
     *
     * @param asking whether it was sent alone, to find out
     * @return whether it is the first
     */
    boolean failed(Instant now, boolean asking) {
        boolean first = !isFailing();
        if (isUp() || asking) {
            failures++;
            askAt = now.plus(Pauses.doubled(failures, LONGEST_PAUSE));
        }
        return first;
    }
}
