package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import io.clientele.access.ScopedClaims;
import io.clientele.access.ScopedTokens;
import io.clientele.integration.Integration;
import io.clientele.integration.IntegrationAccess;
import io.clientele.shared.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;

/** Says whether a token counts and what for (RFC 7662). */
@ApplicationScoped
public class IntrospectionService {

    /** Who holds it may ask about the tokens of others: services that are given tokens. */
    static final String ALL_TOKENS = "Clientele_OAuth2::introspect";

    private final Clients clients;
    private final IntegrationAccess access;
    private final ScopedTokens tokens;
    private final LiveTokens live;
    private final OAuth2RefreshRepository refreshTokens;
    private final Issuer issuer;
    private final Clock clock;

    IntrospectionService(
            Clients clients,
            IntegrationAccess access,
            ScopedTokens tokens,
            LiveTokens live,
            OAuth2RefreshRepository refreshTokens,
            Issuer issuer,
            Clock clock) {
        this.clients = clients;
        this.access = access;
        this.tokens = tokens;
        this.live = live;
        this.refreshTokens = refreshTokens;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * What there is to say to the client that asks. Nothing but "not active" is said of a token that is none of its own,
     * unless it may ask about those of others.
     *
     * @throws io.clientele.shared.Refusal of kind TOO_MANY when the address has sent too many wrong secrets
     */
    public TokenIntrospectionResponse answer(TokenIntrospectionRequest request) {
        Optional<Integration> client = clients.authenticated(request.getClientAuthentication());
        if (client.isEmpty()) {
            return new TokenIntrospectionErrorResponse(OAuth2Error.INVALID_CLIENT);
        }
        String token = request.getToken().getValue();
        Optional<TokenIntrospectionSuccessResponse> answer =
                ScopedTokens.looksLikeOne(token) ? ofAccess(client.get(), token) : ofRefresh(client.get(), token);
        return answer.orElseGet(() -> new TokenIntrospectionSuccessResponse.Builder(false).build());
    }

    private boolean mayKnow(Integration client, long integrationId) {
        return client.id() == integrationId
                || access.caller(client.id(), null)
                        .filter(caller -> caller.may(ALL_TOKENS))
                        .isPresent();
    }

    private Optional<TokenIntrospectionSuccessResponse> ofAccess(Integration client, String token) {
        return tokens.read(token)
                .filter(claims -> mayKnow(client, claims.integrationId()))
                .filter(claims -> issuer.name().equals(claims.issuer()))
                .filter(claims -> live.caller(claims).isPresent())
                .map(IntrospectionService::shown);
    }

    private static TokenIntrospectionSuccessResponse shown(ScopedClaims claims) {
        return new TokenIntrospectionSuccessResponse.Builder(true)
                .scope(Scope.parse(claims.scopes()))
                .clientID(new ClientID(claims.clientId()))
                .tokenType(AccessTokenType.BEARER)
                .expirationTime(Date.from(claims.expiresAt()))
                .issueTime(Date.from(claims.issuedAt()))
                .subject(new com.nimbusds.oauth2.sdk.id.Subject(claims.subject()))
                .audience(claims.audience().stream().map(Audience::new).toList())
                .issuer(new com.nimbusds.oauth2.sdk.id.Issuer(claims.issuer()))
                .jwtID(new JWTID(claims.tokenId()))
                .build();
    }

    private Optional<TokenIntrospectionSuccessResponse> ofRefresh(Integration client, String token) {
        return refreshTokens
                .find(Secret.hash(token))
                .filter(found -> mayKnow(client, found.integrationId()))
                .filter(found -> found.isGood(clock.instant()))
                .filter(found -> tokens.session(found.sessionId()).isPresent())
                .flatMap(found -> clients.active(found.integrationId())
                        .map(owner -> new TokenIntrospectionSuccessResponse.Builder(true)
                                .scope(Scope.parse(found.scopes()))
                                .clientID(new ClientID(owner.clientId()))
                                .expirationTime(Date.from(found.expiresAt()))
                                .issueTime(Date.from(found.createdAt()))
                                .subject(new com.nimbusds.oauth2.sdk.id.Subject("customer:" + found.customerId()))
                                .issuer(new com.nimbusds.oauth2.sdk.id.Issuer(issuer.name()))
                                .build()));
    }
}
