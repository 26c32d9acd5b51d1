package io.clientele.integration.oauth2;

import io.clientele.access.ScopedClaims;
import io.clientele.access.ScopedTokens;
import io.clientele.integration.IntegrationAccess;
import io.clientele.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who a token speaks for at this moment: its session has not been ended and its client is still welcome. */
@ApplicationScoped
class LiveTokens {

    private final ScopedTokens tokens;
    private final IntegrationAccess access;

    LiveTokens(ScopedTokens tokens, IntegrationAccess access) {
        this.tokens = tokens;
        this.access = access;
    }

    /** @throws io.clientele.shared.Refusal of kind UNAVAILABLE when that cannot be found out */
    Optional<Caller> caller(ScopedClaims claims) {
        return tokens.session(claims.sessionId()).flatMap(session -> caller(claims, session));
    }

    /** The integration that was accepted as itself in the session, as it is now. */
    Optional<Caller> caller(Caller accepted, long sessionId) {
        return tokens.session(sessionId)
                .filter(session -> session.type() == Caller.Type.INTEGRATION && session.id() == accepted.id())
                .flatMap(session -> access.caller(accepted.id(), accepted.resources()))
                .map(client -> within(client, client, client.resources(), sessionId));
    }

    private Optional<Caller> caller(ScopedClaims claims, Caller session) {
        // A token may have fewer scopes than its session, and never more.
        Set<String> scopes =
                claims.scopes().stream().filter(session.resources()::contains).collect(Collectors.toUnmodifiableSet());
        if (scopes.isEmpty()) {
            return Optional.empty();
        }
        return access.caller(claims.integrationId(), scopes)
                .filter(client -> !session.isCustomer() || client.maySee(session.websiteId()))
                .map(client -> within(
                        session, client, session.isCustomer() ? scopes : client.resources(), claims.sessionId()));
    }

    private static Caller within(Caller who, Caller client, Set<String> resources, long sessionId) {
        return new Caller(
                who.type(),
                who.id(),
                resources,
                who.isCustomer() ? Set.of() : client.websiteIds(),
                null,
                sessionId,
                who.websiteId());
    }
}
