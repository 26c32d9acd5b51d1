package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenResponse;
import io.clientele.access.ScopedTokens;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.integration.Integration;
import io.clientele.shared.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Renews what a client got (RFC 6749, 6). Each refresh token is good for one use; one that comes again was stolen, or its
 * answer was lost, and ends the whole grant (RFC 9700, 4.14.2).
 */
@ApplicationScoped
class Refreshing {

    private final OAuth2RefreshRepository repository;
    private final RefreshTokens refreshTokens;
    private final ScopedTokens sessions;
    private final Tokens tokens;
    private final AccessTokens accessTokens;
    private final Issuer issuer;
    private final OAuth2Audit audit;
    private final Clock clock;

    Refreshing(
            OAuth2RefreshRepository repository,
            RefreshTokens refreshTokens,
            ScopedTokens sessions,
            Tokens tokens,
            AccessTokens accessTokens,
            Issuer issuer,
            OAuth2Audit audit,
            Clock clock) {
        this.repository = repository;
        this.refreshTokens = refreshTokens;
        this.sessions = sessions;
        this.tokens = tokens;
        this.accessTokens = accessTokens;
        this.issuer = issuer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param asked some of the scopes that were granted; all of them where the client names none
     */
    @Transactional
    TokenResponse renew(Integration client, RefreshTokenGrant grant, @Nullable Scope asked, List<URI> resources) {
        byte[] hash = Secret.hash(grant.getRefreshToken().getValue());
        Optional<RefreshGrant> held = repository.hold(hash).filter(found -> found.integrationId() == client.id());
        if (held.isEmpty()) {
            return refused(OAuth2Error.INVALID_GRANT);
        }
        RefreshGrant found = held.get();
        Subject customer = Subject.customer(found.customerId());
        if (found.used()) {
            tokens.revoke(found.sessionId());
            audit.reused("refresh_token", client, customer);
            return refused(OAuth2Error.INVALID_GRANT);
        }
        if (!found.isGood(clock.instant())) {
            return refused(OAuth2Error.INVALID_GRANT);
        }
        List<String> scopes = asked == null ? found.scopes() : asked.toStringList();
        if (!found.scopes().containsAll(scopes) || !CustomerScope.mayBeAsked(scopes)) {
            return refused(OAuth2Error.INVALID_SCOPE);
        }
        Optional<List<String>> audience = resources.isEmpty()
                ? Optional.of(found.audience())
                : issuer.audience(resources).filter(found.audience()::containsAll);
        if (audience.isEmpty()) {
            return refused(OAuth2Error.INVALID_TARGET);
        }
        return renew(client, found, hash, scopes, audience.get());
    }

    private TokenResponse renew(
            Integration client, RefreshGrant found, byte[] hash, List<String> scopes, List<String> audience) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant until = refreshTokens.sessionEnd(found.begunAt(), now, accessTokens.life());
        if (!sessions.renew(found.sessionId(), until)) {
            return refused(OAuth2Error.INVALID_GRANT);
        }
        repository.use(hash, clock.instant());
        Subject customer = Subject.customer(found.customerId());
        // What the client asks for this time does not make the grant smaller.
        Grant whole = new Grant(client, customer, found.sessionId(), found.scopes(), found.audience());
        Grant asked = new Grant(client, customer, found.sessionId(), scopes, audience);
        audit.tokenIssued(client, GrantType.REFRESH_TOKEN.getValue(), scopes, customer);
        return new AccessTokenResponse(new com.nimbusds.oauth2.sdk.token.Tokens(
                accessTokens.issue(asked, now), refreshTokens.next(whole, found.begunAt(), now)));
    }

    private static TokenResponse refused(ErrorObject error) {
        return new TokenErrorResponse(error);
    }
}
