package io.clientele.bulk;

import io.clientele.shared.Acl;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What has become of operations that were sent to be carried out later. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Async and bulk")
public class BulkResource {

    private final BulkStatusService bulks;

    @Inject
    BulkResource(BulkStatusService bulks) {
        this.bulks = bulks;
    }

    /** Finds operations; of callers who are limited to websites only their own. */
    @GET
    @Path("bulk")
    @Acl(BulkStatusService.RESOURCE)
    public SearchResults<OperationBody> search(@Context UriInfo uri) {
        return bulks.search(Search.criteria(uri.getQueryParameters())).map(OperationBody::of);
    }

    @GET
    @Path("bulk/{bulkUuid}/status")
    @Acl(BulkStatusService.RESOURCE)
    public BulkStatusBody status(@PathParam("bulkUuid") String uuid) {
        return BulkStatusBody.of(bulks.status(uuid));
    }

    /** With the parameters of what waits, and the answers of what is done. */
    @GET
    @Path("bulk/{bulkUuid}/detailed-status")
    @Acl(BulkStatusService.RESOURCE)
    public BulkStatusBody.Detailed detailedStatus(@PathParam("bulkUuid") String uuid) {
        return BulkStatusBody.detailed(bulks.details(uuid));
    }

    /** How many operations have the status: 1 complete, 2 failed and tried again, 3 failed, 4 open, 5 rejected. */
    @GET
    @Path("bulk/{bulkUuid}/operation-status/{status}")
    @Acl(BulkStatusService.RESOURCE)
    public int operationStatus(@PathParam("bulkUuid") String uuid, @PathParam("status") int status) {
        return bulks.count(uuid, status);
    }
}
