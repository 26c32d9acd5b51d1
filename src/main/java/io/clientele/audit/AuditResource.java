package io.clientele.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.shared.Acl;
import io.clientele.shared.rest.FileAnswer;
import io.clientele.shared.search.Pages;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The audit log over REST. */
@Path("/rest/V1")
public class AuditResource {

    private final AuditService service;
    private final ObjectMapper json;

    @Inject
    AuditResource(AuditService service, ObjectMapper json) {
        this.service = service;
        this.json = json;
    }

    /**
     * Finds entries, the newest first unless sorted otherwise; {@code Prefer: count=none} leaves out the total.
     *
     * @param after the {@code next} of the page before this one, empty for the first; pages have no numbers then
     */
    @GET
    @Path("auditLog/search")
    @Produces(MediaType.APPLICATION_JSON)
    @Acl(AuditService.VIEW)
    public SearchResults<AuditBody> search(
            @Context UriInfo uri,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Prefer") @Nullable String prefer) {
        return service.search(
                        Search.criteria(uri.getQueryParameters()),
                        Search.place(uri.getQueryParameters(), after),
                        Search.isCounted(prefer))
                .map(AuditBody::of);
    }

    /** All entries that match, one a line. In CSV no cell begins like a formula. */
    @GET
    @Path("auditLog/export")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(mediaType = AuditFormat.CSV_TYPE),
                @Content(mediaType = AuditFormat.NDJSON_TYPE),
            })
    @Acl(AuditService.VIEW)
    public Response export(@Context UriInfo uri, @QueryParam("format") @Nullable String format) {
        AuditFormat wanted = AuditFormat.of(format);
        Pages<AuditEntry> export = service.export(Search.criteria(uri.getQueryParameters()), wanted.word());
        return FileAnswer.of(new AuditOutput(export, wanted, json), wanted.mediaType(), "audit." + wanted.word());
    }
}
