package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import io.clientele.integration.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Answers requests for tokens (RFC 6749, 5). */
@ApplicationScoped
public class TokenService {

    private final Clients clients;
    private final ClientCredentials credentials;
    private final CodeExchange codes;
    private final Refreshing refreshing;

    TokenService(Clients clients, ClientCredentials credentials, CodeExchange codes, Refreshing refreshing) {
        this.clients = clients;
        this.credentials = credentials;
        this.codes = codes;
        this.refreshing = refreshing;
    }

    /**
     * Tokens, or the error that says why not.
     *
     * @throws io.clientele.shared.Refusal of kind TOO_MANY when the address has sent too many wrong secrets
     */
    public TokenResponse answer(TokenRequest request) {
        Optional<Integration> client = clients.identified(request.getClientAuthentication(), request.getClientID());
        return client.map(found -> answer(found, request))
                .orElseGet(() -> new TokenErrorResponse(OAuth2Error.INVALID_CLIENT));
    }

    private TokenResponse answer(Integration client, TokenRequest request) {
        AuthorizationGrant grant = request.getAuthorizationGrant();
        List<URI> resources = request.getResources() == null ? List.of() : request.getResources();
        return switch (grant) {
            case ClientCredentialsGrant none
            when client.isPublic() -> new TokenErrorResponse(OAuth2Error.UNAUTHORIZED_CLIENT);
            case ClientCredentialsGrant none -> credentials.issue(client, request.getScope(), resources);
            case AuthorizationCodeGrant code -> codes.redeem(client, code, resources);
            case RefreshTokenGrant refresh -> refreshing.renew(client, refresh, request.getScope(), resources);
            default -> new TokenErrorResponse(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        };
    }
}
