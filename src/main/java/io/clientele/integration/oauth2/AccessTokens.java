package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import io.clientele.access.ScopedClaims;
import io.clientele.access.ScopedTokens;
import io.clientele.shared.Caller;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Makes access tokens of grants (RFC 9068). */
@ApplicationScoped
class AccessTokens {

    private final ScopedTokens tokens;
    private final Issuer issuer;
    private final Settings settings;

    AccessTokens(ScopedTokens tokens, Issuer issuer, Settings settings) {
        this.tokens = tokens;
        this.issuer = issuer;
        this.settings = settings;
    }

    Duration life() {
        return Duration.ofMinutes(settings.number(OAuth2Settings.ACCESS_MINUTES));
    }

    /** @param now to the second */
    BearerAccessToken issue(Grant grant, Instant now) {
        String token = tokens.write(new ScopedClaims(
                UUID.randomUUID().toString(),
                grant.sessionId(),
                issuer.name(),
                grant.audience(),
                subject(grant),
                grant.client().clientId(),
                grant.client().id(),
                grant.scopes(),
                now,
                now.plus(life())));
        return new BearerAccessToken(token, life().toSeconds(), Scope.parse(grant.scopes()));
    }

    /** Client ids have no colon, so that none can pass for a customer (RFC 9068, 5). */
    private static String subject(Grant grant) {
        return grant.subject().type() == Caller.Type.CUSTOMER
                ? "customer:" + grant.subject().id()
                : grant.client().clientId();
    }
}
