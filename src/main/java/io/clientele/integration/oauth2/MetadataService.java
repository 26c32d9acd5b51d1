package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Says what this authorization server can and where (RFC 8414). */
@ApplicationScoped
public class MetadataService {

    private static final List<ClientAuthenticationMethod> BY_SECRET =
            List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST);
    private static final List<ClientAuthenticationMethod> BY_SECRET_OR_NONE = List.of(
            ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
            ClientAuthenticationMethod.CLIENT_SECRET_POST,
            ClientAuthenticationMethod.NONE);

    private final Issuer issuer;

    MetadataService(Issuer issuer) {
        this.issuer = issuer;
    }

    /** The metadata under their registered names. */
    public Map<String, Object> metadata() {
        AuthorizationServerMetadata metadata =
                new AuthorizationServerMetadata(new com.nimbusds.oauth2.sdk.id.Issuer(issuer.uri()));
        metadata.setAuthorizationEndpointURI(issuer.endpoint("/oauth2/authorize"));
        metadata.setTokenEndpointURI(issuer.endpoint("/oauth2/token"));
        metadata.setIntrospectionEndpointURI(issuer.endpoint("/oauth2/introspect"));
        metadata.setRevocationEndpointURI(issuer.endpoint("/oauth2/revoke"));
        metadata.setJWKSetURI(issuer.endpoint("/.well-known/jwks.json"));
        metadata.setScopes(Scope.parse(CustomerScope.words()));
        metadata.setResponseTypes(List.of(ResponseType.CODE));
        metadata.setResponseModes(List.of(ResponseMode.QUERY));
        metadata.setGrantTypes(
                List.of(GrantType.AUTHORIZATION_CODE, GrantType.CLIENT_CREDENTIALS, GrantType.REFRESH_TOKEN));
        metadata.setTokenEndpointAuthMethods(BY_SECRET_OR_NONE);
        metadata.setIntrospectionEndpointAuthMethods(BY_SECRET);
        metadata.setRevocationEndpointAuthMethods(BY_SECRET_OR_NONE);
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        return metadata.toJSONObject();
    }
}
