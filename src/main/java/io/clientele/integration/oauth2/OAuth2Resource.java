package io.clientele.integration.oauth2;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.clientele.shared.Acl;
import io.clientele.shared.Refusal;
import io.clientele.shared.json.BodyReader;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What clients and services ask the authorization server for: forms in, JSON out, as the RFCs have it. */
@Path("/oauth2")
@Tag(name = "OAuth 2.0")
public class OAuth2Resource {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int LARGEST = 64 * 1024;

    private final TokenService tokens;
    private final IntrospectionService introspection;
    private final RevocationService revocation;
    private final Issuer issuer;

    OAuth2Resource(
            TokenService tokens, IntrospectionService introspection, RevocationService revocation, Issuer issuer) {
        this.tokens = tokens;
        this.introspection = introspection;
        this.revocation = revocation;
        this.issuer = issuer;
    }

    /** Access tokens (RFC 6749, 3.2): client credentials, an authorization code, or a refresh token. */
    @POST
    @Path("/token")
    @Acl(Acl.ANONYMOUS)
    public Response token(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @RequestBody(content = @Content(mediaType = FORM, schema = @Schema(type = SchemaType.OBJECT)))
                    InputStream body)
            throws IOException, ParseException {
        TokenResponse answer = tokens.answer(TokenRequest.parse(form("/oauth2/token", type, authorization, body)));
        return answer instanceof TokenErrorResponse error
                ? OAuth2Output.error(error.getErrorObject())
                : OAuth2Output.of(answer.toSuccessResponse().toJSONObject());
    }

    /** Whether a token counts and what for (RFC 7662). */
    @POST
    @Path("/introspect")
    @Acl(Acl.ANONYMOUS)
    public Response introspect(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @RequestBody(content = @Content(mediaType = FORM, schema = @Schema(type = SchemaType.OBJECT)))
                    InputStream body)
            throws IOException, ParseException {
        TokenIntrospectionResponse answer = introspection.answer(
                TokenIntrospectionRequest.parse(form("/oauth2/introspect", type, authorization, body)));
        return answer instanceof TokenIntrospectionErrorResponse error
                ? OAuth2Output.error(error.getErrorObject())
                : OAuth2Output.of(answer.toSuccessResponse().toJSONObject());
    }

    /** Ends a token and all of its grant (RFC 7009). */
    @POST
    @Path("/revoke")
    @Acl(Acl.ANONYMOUS)
    public Response revoke(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @RequestBody(content = @Content(mediaType = FORM, schema = @Schema(type = SchemaType.OBJECT)))
                    InputStream body)
            throws IOException, ParseException {
        Optional<ErrorObject> error =
                revocation.revoke(TokenRevocationRequest.parse(form("/oauth2/revoke", type, authorization, body)));
        return error.map(OAuth2Output::error).orElseGet(() -> OAuth2Output.of(Map.of()));
    }

    @ServerExceptionMapper
    public Response unreadable(ParseException failure) {
        return OAuth2Output.error(failure);
    }

    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        return OAuth2Output.error(refusal);
    }

    private HTTPRequest form(String path, @Nullable String type, @Nullable String authorization, InputStream body)
            throws IOException, ParseException {
        return FormRequest.of(issuer.endpoint(path), type, authorization, BodyReader.bytes(body, LARGEST));
    }
}
