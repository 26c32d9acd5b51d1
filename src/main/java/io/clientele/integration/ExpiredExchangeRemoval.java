package io.clientele.integration;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes nonces and request tokens that ended an hour ago, a batch at a time. Any number of instances may do it. */
@ApplicationScoped
class ExpiredExchangeRemoval {

    private static final Duration EVERY = Duration.ofMinutes(1);
    /** So that a clock that is set back does not take a nonce again. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final NonceRepository nonces;
    private final ExchangeRepository exchanges;
    private final Clock clock;

    ExpiredExchangeRemoval(NonceRepository nonces, ExchangeRepository exchanges, Clock clock) {
        this.nonces = nonces;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "remove used nonces", this::remove);
    }

    void remove() {
        Instant before = clock.instant().minus(KEPT);
        Batches.remove(most -> nonces.removeExpired(before, most));
        Batches.remove(most -> exchanges.removeExpired(before, most));
    }
}
