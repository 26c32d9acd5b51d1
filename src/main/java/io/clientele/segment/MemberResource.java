package io.clientele.segment;

import io.clientele.shared.Acl;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The customers in a segment over REST. */
@Path("/rest/V1")
@Tag(name = "Customer segments")
public class MemberResource {

    private final MemberService members;

    @Inject
    MemberResource(MemberService members) {
        this.members = members;
    }

    @GET
    @Path("customerSegments/{id}/customers")
    @Produces(MediaType.APPLICATION_JSON)
    @Acl(SegmentService.RESOURCE)
    public SearchResults<MemberBody> search(@PathParam("id") long id, @Context UriInfo uri) {
        return members.search(id, () -> Search.criteria(uri.getQueryParameters()))
                .map(MemberBody::of);
    }

    /** All customers in the segment who match, as CSV. No cell begins like a formula. */
    @GET
    @Path("customerSegments/{id}/export")
    @Produces(MediaType.WILDCARD)
    @APIResponse(responseCode = "200", description = "OK", content = @Content(mediaType = CsvOutput.TYPE))
    @Acl(SegmentService.RESOURCE)
    public Response export(@PathParam("id") long id, @Context UriInfo uri) {
        return CsvOutput.of(
                new MemberOutput(members.export(id, () -> Search.criteria(uri.getQueryParameters()))),
                "segment-" + id + ".csv");
    }

    /** The customers in at least one of the segments, each of them once. */
    @GET
    @Path("customerSegments/report/customers")
    @Produces(MediaType.APPLICATION_JSON)
    @Acl(SegmentService.RESOURCE)
    public SearchResults<MemberBody> searchAny(@QueryParam("ids") @Nullable String ids, @Context UriInfo uri) {
        return members.searchAny(ids, () -> Search.criteria(uri.getQueryParameters()))
                .map(MemberBody::of);
    }

    /** The same as CSV. */
    @GET
    @Path("customerSegments/report/customers/export")
    @Produces(MediaType.WILDCARD)
    @APIResponse(responseCode = "200", description = "OK", content = @Content(mediaType = CsvOutput.TYPE))
    @Acl(SegmentService.RESOURCE)
    public Response exportAny(@QueryParam("ids") @Nullable String ids, @Context UriInfo uri) {
        return CsvOutput.of(
                new MemberOutput(members.exportAny(ids, () -> Search.criteria(uri.getQueryParameters()))),
                "segments-customers.csv");
    }
}
