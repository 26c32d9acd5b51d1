package io.clientele.integration;

import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long a handshake can be completed. */
@ApplicationScoped
class Expiration {

    /** Where the shop sets no end, request tokens have one. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Settings settings;
    private final Clock clock;

    Expiration(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    boolean isOver(ExchangeRepository.Handshake handshake) {
        int seconds = settings.number(IntegrationSettings.EXPIRATION_SECONDS);
        return seconds > 0 && !clock.instant().isBefore(handshake.begunAt().plusSeconds(seconds));
    }

    /** When a request token of the handshake that is made now ends. */
    Instant ofRequestToken(ExchangeRepository.Handshake handshake) {
        int seconds = settings.number(IntegrationSettings.EXPIRATION_SECONDS);
        return seconds > 0
                ? handshake.begunAt().plusSeconds(seconds)
                : clock.instant().plus(LONGEST);
    }
}
