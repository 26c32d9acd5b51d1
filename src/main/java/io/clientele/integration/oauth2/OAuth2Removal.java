package io.clientele.integration.oauth2;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes requests, codes and refresh tokens whose time is over, a batch at a time. Any number of instances may do it. */
@ApplicationScoped
class OAuth2Removal {

    private static final Duration EVERY = Duration.ofMinutes(10);
    /** So that a clock that is set back does not ask for rows that are gone, and a late second use of a code is noticed. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final RequestRepository requests;
    private final CodeRepository codes;
    private final OAuth2RefreshRepository refreshTokens;
    private final Clock clock;

    OAuth2Removal(
            RequestRepository requests, CodeRepository codes, OAuth2RefreshRepository refreshTokens, Clock clock) {
        this.requests = requests;
        this.codes = codes;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "remove what is left of OAuth 2.0", this::remove);
    }

    void remove() {
        Instant before = clock.instant().minus(KEPT);
        Batches.remove(most -> requests.removeExpired(before, most));
        Batches.remove(most -> codes.removeExpired(before, most));
        Batches.remove(most -> refreshTokens.removeExpired(before, most));
    }
}
