package io.clientele.bulk;

import io.clientele.shared.Acl;
import io.clientele.shared.operation.OperationRefusals;
import io.clientele.shared.rest.Unversioned;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Any operation, to be carried out later: {@code /rest/async/V1/customers} takes what {@code /rest/V1/customers} takes, and
 * {@code /rest/async/bulk/V1/customers} a list of it.
 */
@Path("/rest/async")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Async and bulk")
public class AsyncResource {

    private static final int ACCEPTED = 202;

    private final AcceptanceService service;

    @Inject
    AsyncResource(AcceptanceService service) {
        this.service = service;
    }

    /**
     * Takes a POST that is carried out later.
     *
     * @param route the path below /rest of an operation with x-async: V1/customers; or of many: bulk/V1/customers, with
     *     byCustomerId in the place of {customerId}
     */
    @POST
    @Path("{route: .+}")
    @ResponseStatus(ACCEPTED)
    @Acl(Acl.ANONYMOUS)
    public AcceptedBulk post(
            @PathParam("route") String route,
            @Context UriInfo uri,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
                    InputStream body)
            throws IOException {
        return service.accept(new SentRequest("POST", route, uri.getQueryParameters(), contentType, null, key), body);
    }

    /** Takes a PUT that is carried out later. */
    @PUT
    @Path("{route: .+}")
    @ResponseStatus(ACCEPTED)
    @Unversioned
    @Acl(Acl.ANONYMOUS)
    public AcceptedBulk put(
            @PathParam("route") String route,
            @Context UriInfo uri,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
                    InputStream body)
            throws IOException {
        return service.accept(new SentRequest("PUT", route, uri.getQueryParameters(), contentType, ifMatch, key), body);
    }

    /** Takes a DELETE that is carried out later; many come as a list of objects with the parameters of the path. */
    @DELETE
    @Path("{route: .+}")
    @ResponseStatus(ACCEPTED)
    @Unversioned
    @Acl(Acl.ANONYMOUS)
    public AcceptedBulk delete(
            @PathParam("route") String route,
            @Context UriInfo uri,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
                    InputStream body)
            throws IOException {
        return service.accept(
                new SentRequest("DELETE", route, uri.getQueryParameters(), contentType, ifMatch, key), body);
    }

    /** Reading cannot be put off. */
    @GET
    @Path("{route: .+}")
    @Operation(hidden = true)
    @Acl(Acl.ANONYMOUS)
    public AcceptedBulk get(@PathParam("route") String route) {
        throw OperationRefusals.notProcessed();
    }
}
