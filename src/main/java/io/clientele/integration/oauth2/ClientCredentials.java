package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.token.Tokens;
import io.clientele.access.AclTree;
import io.clientele.access.ScopedSession;
import io.clientele.access.ScopedTokens;
import io.clientele.access.Subject;
import io.clientele.integration.Integration;
import io.clientele.integration.IntegrationAccess;
import io.clientele.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens of integrations as themselves (RFC 6749, 4.4): their scopes are ACL resources among those they hold. */
@ApplicationScoped
class ClientCredentials {

    private final IntegrationAccess access;
    private final AclTree acl;
    private final Issuer issuer;
    private final ScopedTokens sessions;
    private final AccessTokens tokens;
    private final OAuth2Audit audit;
    private final Clock clock;

    ClientCredentials(
            IntegrationAccess access,
            AclTree acl,
            Issuer issuer,
            ScopedTokens sessions,
            AccessTokens tokens,
            OAuth2Audit audit,
            Clock clock) {
        this.access = access;
        this.acl = acl;
        this.issuer = issuer;
        this.sessions = sessions;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param asked all it holds where the client names nothing */
    @Transactional
    TokenResponse issue(Integration client, @Nullable Scope asked, List<URI> resources) {
        Optional<List<String>> scopes = scopes(client, asked);
        if (scopes.isEmpty()) {
            return new TokenErrorResponse(OAuth2Error.INVALID_SCOPE);
        }
        Optional<List<String>> audience = issuer.audience(resources);
        if (audience.isEmpty()) {
            return new TokenErrorResponse(OAuth2Error.INVALID_TARGET);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Subject subject = new Subject(Caller.Type.INTEGRATION, client.id());
        long session = sessions.open(
                new ScopedSession(subject, 0, client.id(), client.name(), scopes.get(), now, now.plus(tokens.life())));
        Grant grant = new Grant(client, subject, session, scopes.get(), audience.get());
        audit.tokenIssued(client, GrantType.CLIENT_CREDENTIALS.getValue(), grant.scopes(), null);
        return new AccessTokenResponse(new Tokens(tokens.issue(grant, now), null));
    }

    private Optional<List<String>> scopes(Integration client, @Nullable Scope asked) {
        List<String> scopes = asked == null ? client.resources() : asked.toStringList();
        Optional<Caller> caller = access.caller(client.id(), null);
        return Optional.of(scopes)
                .filter(all -> !all.isEmpty())
                .filter(all -> caller.isPresent()
                        && all.stream()
                                .allMatch(
                                        scope -> acl.has(scope) && caller.get().may(scope)));
    }
}
