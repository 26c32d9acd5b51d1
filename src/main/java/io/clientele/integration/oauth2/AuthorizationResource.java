package io.clientele.integration.oauth2;

import io.clientele.shared.Acl;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Apps asking for a customer's consent, and the storefront's page that gives the answer. */
@Path("/oauth2")
@Tag(name = "OAuth 2.0")
public class AuthorizationResource {

    private final AuthorizationService authorizations;
    private final AuthorizationDecision decision;

    AuthorizationResource(AuthorizationService authorizations, AuthorizationDecision decision) {
        this.authorizations = authorizations;
        this.decision = decision;
    }

    /** The customer's decision. */
    public record Decision(boolean approve) {}

    /** Where the page sends the browser. */
    public record Redirect(String redirectUri) {}

    /** Sends the browser on to the storefront's page, or back to the app with an error (RFC 6749, 4.1.1). */
    @GET
    @Path("/authorize")
    @Acl(Acl.ANONYMOUS)
    @Parameter(name = "response_type", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "client_id", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "redirect_uri", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "scope", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "code_challenge", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "code_challenge_method", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "resource", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "store", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @APIResponse(responseCode = "303", description = "To the storefront's page, or back to the app with an error")
    @APIResponse(responseCode = "400", description = "Who asks, or where to go back to, is not known")
    public Response authorize(@Context UriInfo uri) {
        return switch (authorizations.begin(uri.getQueryParameters())) {
            case AuthorizationAnswer.Onward onward -> OAuth2Output.redirect(onward.to());
            case AuthorizationAnswer.Stranger stranger -> OAuth2Output.error(stranger.error());
        };
    }

    /** Who asks for what. */
    @GET
    @Path("/requests/{id}")
    @Acl(Acl.ANONYMOUS)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OpenRequestBody.class)))
    public Response request(@PathParam("id") String id) {
        return unkept(OpenRequestBody.of(decision.show(id)));
    }

    /** The customer lets the app in, or not; the page sends the browser where the answer says. */
    @POST
    @Path("/requests/{id}")
    @Acl(Acl.SELF)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Redirect.class)))
    public Response decide(@PathParam("id") String id, Decision body) {
        return unkept(new Redirect(decision.decide(id, body.approve()).toString()));
    }

    private static Response unkept(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
