package io.clientele.integration;

import io.clientele.shared.Acl;
import io.clientele.shared.Refusal;
import io.clientele.shared.RestStatus;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The steps of OAuth 1.0a on the way to an access token. They answer forms, and problems by their names. */
@Path("/oauth/token")
@Tag(name = "OAuth 1.0a")
public class OAuthTokenResource {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;
    private static final String CONFIRMED = "&oauth_callback_confirmed=true";

    private final ExchangeService service;

    OAuthTokenResource(ExchangeService service) {
        this.service = service;
    }

    /** A request token for the consumer that has signed. */
    @POST
    @Path("request")
    @Acl(Acl.ANONYMOUS)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = FORM, schema = @Schema(implementation = String.class)))
    public Response request(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @Nullable String body) {
        // RFC 5849, 2.1, has clients of the protocol's first form recognised by the lack of the last parameter.
        return answer(
                Response.Status.OK.getStatusCode(),
                form(service.requestToken(authorization, signed(type, body))) + CONFIRMED);
    }

    /** The access token in the place of a request token and the verifier of the handshake. */
    @POST
    @Path("access")
    @Acl(Acl.ANONYMOUS)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = FORM, schema = @Schema(implementation = String.class)))
    public Response access(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @Nullable String body) {
        return answer(Response.Status.OK.getStatusCode(), form(service.accessToken(authorization, signed(type, body))));
    }

    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        String problem = OAuthProblem.of(refusal.template())
                .map(each -> "oauth_problem=" + each.text() + "&")
                .orElse("");
        return answer(
                RestStatus.of(refusal.kind()), problem + "message=" + PercentEncoding.encoded(refusal.rendered()));
    }

    /** Always a form, whatever the client says it accepts: those of the contract do not say. */
    private static Response answer(int status, String form) {
        return Response.status(status).type(FORM).entity(form).build();
    }

    private static String form(IssuedToken issued) {
        return "oauth_token=" + issued.token() + "&oauth_token_secret=" + issued.secret();
    }

    /** Only a form is part of what is signed (RFC 5849, 3.4.1.3.1). */
    private static String signed(@Nullable String type, @Nullable String body) {
        boolean isForm = type != null && type.startsWith(FORM);
        return isForm && body != null ? body : "";
    }
}
