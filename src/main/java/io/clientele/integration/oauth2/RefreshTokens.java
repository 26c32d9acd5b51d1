package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.token.RefreshToken;
import io.clientele.shared.Secret;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes refresh tokens of clients: 256 random bits, kept as a hash, each good for one use. */
@ApplicationScoped
class RefreshTokens {

    private final OAuth2RefreshRepository repository;
    private final Settings settings;

    RefreshTokens(OAuth2RefreshRepository repository, Settings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /**
     * The next one of the grant; null where the shop gives none, or the customer has to be asked again.
     *
     * @param begunAt when the customer consented
     */
    @Nullable
    RefreshToken next(Grant grant, Instant begunAt, Instant now) {
        Instant end = end(begunAt, now);
        if (!end.isAfter(now)) {
            return null;
        }
        String token = Secret.url();
        repository.add(Secret.hash(token), grant, now, end);
        return new RefreshToken(token);
    }

    /** When the last token ends that a session has got now. */
    Instant sessionEnd(Instant begunAt, Instant now, Duration accessLife) {
        Instant access = now.plus(accessLife);
        Instant refresh = end(begunAt, now);
        return access.isAfter(refresh) ? access : refresh;
    }

    private Instant end(Instant begunAt, Instant now) {
        Instant byUse = now.plus(Duration.ofMinutes(settings.number(OAuth2Settings.REFRESH_MINUTES)));
        Instant byAge = begunAt.plus(Duration.ofMinutes(settings.number(OAuth2Settings.GRANT_MINUTES)));
        return byUse.isBefore(byAge) ? byUse : byAge;
    }
}
