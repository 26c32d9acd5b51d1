package io.clientele.integration.oauth2;

import io.clientele.access.Bearer;
import io.clientele.access.CallerSource;
import io.clientele.access.ScopedClaims;
import io.clientele.access.ScopedTokens;
import io.clientele.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Recognises callers by access tokens of OAuth 2.0 that are for this service. */
@ApplicationScoped
class ScopedTokenSource implements CallerSource {

    private final ScopedTokens tokens;
    private final LiveTokens live;
    private final Issuer issuer;

    ScopedTokenSource(ScopedTokens tokens, LiveTokens live, Issuer issuer) {
        this.tokens = tokens;
        this.live = live;
        this.issuer = issuer;
    }

    @Override
    public boolean reads(String authorization) {
        return Bearer.token(authorization).filter(ScopedTokens::looksLikeOne).isPresent();
    }

    @Override
    public Optional<Caller> caller(String authorization) {
        Optional<ScopedClaims> claims =
                Bearer.token(authorization).flatMap(tokens::read).filter(this::isForUs);
        Optional<Caller> caller = claims.flatMap(live::caller);
        caller.map(Caller::sessionId).ifPresent(tokens::used);
        return caller;
    }

    @Override
    public Optional<Caller> now(Caller accepted) {
        return accepted.sessionId() == null ? Optional.empty() : live.caller(accepted, accepted.sessionId());
    }

    private boolean isForUs(ScopedClaims claims) {
        String own = issuer.name();
        return own.equals(claims.issuer()) && claims.audience().contains(own);
    }
}
