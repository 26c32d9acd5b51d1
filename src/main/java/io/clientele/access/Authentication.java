package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.store.StoreScope;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who sends a request. */
@ApplicationScoped
class Authentication {

    private final Tokens tokens;
    private final StoreScope scope;
    private final Instance<SharingScope> sharing;
    private final List<CallerSource> sources;

    Authentication(Tokens tokens, StoreScope scope, Instance<SharingScope> sharing, @All List<CallerSource> sources) {
        this.sources = sources;
        this.tokens = tokens;
        this.scope = scope;
        this.sharing = sharing;
    }

    /** REST: whoever cannot be recognised is a guest. */
    Caller callerOrGuest(@Nullable String authorization) {
        return caller(authorization).orElse(Caller.GUEST);
    }

    /** GraphQL: no token is a guest, a token that is not accepted is empty. */
    Optional<Caller> caller(@Nullable String authorization) {
        for (CallerSource source : sources) {
            if (authorization != null && source.reads(authorization)) {
                return source.caller(authorization).map(this::here);
            }
        }
        Optional<String> token = Bearer.token(authorization);
        return token.isEmpty()
                ? Optional.of(Caller.GUEST)
                : token.flatMap(tokens::caller).map(this::here);
    }

    /** A customer whose account does not count on this website is nobody here. */
    Caller here(Caller caller) {
        return caller.isCustomer() && !counts(caller.websiteId()) ? Caller.GUEST : caller;
    }

    private boolean counts(int accountWebsiteId) {
        int current = scope.view().websiteId();
        return accountWebsiteId == current
                || (sharing.isResolvable() && sharing.get().includes(accountWebsiteId, current));
    }
}
