package io.clientele.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/**
 * A bound that all instances keep together on something that other features let anybody do. Counts outside the caller's
 * transaction, and costs a statement.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class SharedLimit {

    private final RateWindowRepository windows;
    private final Clock clock;

    SharedLimit(RateWindowRepository windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    /**
     * Counts one more, unless the bound is reached.
     *
     * @param scope what is bounded, a plain word
     * @param most how many in any stretch of that length, at least 1
     * @return false, and nothing is counted, when the bound is reached
     */
    public boolean admits(String scope, int most, Duration window) {
        return windows.add(new RateLimit(scope, most, window), scope, clock.instant())
                .isPresent();
    }
}
