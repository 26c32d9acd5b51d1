package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import io.clientele.access.ScopedTokens;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.integration.Integration;
import io.clientele.shared.Caller;
import io.clientele.shared.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Ends what a client got (RFC 7009): an access token or a refresh token, and with either of them all of its grant. */
@ApplicationScoped
public class RevocationService {

    private final Clients clients;
    private final Ending ending;

    RevocationService(Clients clients, Ending ending) {
        this.clients = clients;
        this.ending = ending;
    }

    /**
     * Why not, or empty when the token does not count any more, as it may not have done before.
     *
     * @throws io.clientele.shared.Refusal of kind TOO_MANY when the address has sent too many wrong secrets
     */
    public Optional<ErrorObject> revoke(TokenRevocationRequest request) {
        Optional<Integration> client = clients.identified(request.getClientAuthentication(), request.getClientID());
        return client.isEmpty()
                ? Optional.of(OAuth2Error.INVALID_CLIENT)
                : ending.end(client.get(), request.getToken().getValue());
    }

    /** The part that is a transaction. */
    @ApplicationScoped
    static class Ending {

        private final ScopedTokens sessions;
        private final Tokens tokens;
        private final OAuth2RefreshRepository refreshTokens;
        private final OAuth2Audit audit;

        Ending(ScopedTokens sessions, Tokens tokens, OAuth2RefreshRepository refreshTokens, OAuth2Audit audit) {
            this.sessions = sessions;
            this.tokens = tokens;
            this.refreshTokens = refreshTokens;
            this.audit = audit;
        }

        private record Owned(long sessionId, long integrationId) {}

        @Transactional
        Optional<ErrorObject> end(Integration client, String token) {
            Optional<Owned> owned = ScopedTokens.looksLikeOne(token)
                    ? sessions.read(token).map(claims -> new Owned(claims.sessionId(), claims.integrationId()))
                    : refreshTokens
                            .find(Secret.hash(token))
                            .map(found -> new Owned(found.sessionId(), found.integrationId()));
            if (owned.isPresent() && owned.get().integrationId() != client.id()) {
                return Optional.of(OAuth2Error.UNAUTHORIZED_CLIENT);
            }
            owned.ifPresent(
                    found -> sessions.session(found.sessionId()).ifPresent(session -> end(client, found, session)));
            return Optional.empty();
        }

        private void end(Integration client, Owned owned, Caller session) {
            tokens.revoke(owned.sessionId());
            audit.tokenRevoked(client, session.isCustomer() ? Subject.customer(session.id()) : null);
        }
    }
}
