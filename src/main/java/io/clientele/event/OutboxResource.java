package io.clientele.event;

import io.clientele.shared.Acl;
import io.clientele.shared.rest.Unversioned;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The outbox, for administrators. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outbox")
public class OutboxResource {

    private final OutboxService outbox;

    @Inject
    OutboxResource(OutboxService outbox) {
        this.outbox = outbox;
    }

    /** What waits, and what was given up: that has a {@code parked_at}. */
    @GET
    @Path("/outbox/search")
    @Acl(OutboxService.RESOURCE)
    public SearchResults<OutboxMessageBody> search(@Context UriInfo uri) {
        return outbox.search(Search.criteria(uri.getQueryParameters())).map(OutboxMessageBody::of);
    }

    /** Has a parked message tried again at once. */
    @POST
    @Path("/outbox/{id}/release")
    @Acl(OutboxService.RESOURCE)
    public boolean release(@PathParam("id") long id) {
        outbox.release(id);
        return true;
    }

    /** Drops a parked message for good. */
    @DELETE
    @Unversioned
    @Path("/outbox/{id}")
    @Acl(OutboxService.RESOURCE)
    public boolean drop(@PathParam("id") long id) {
        outbox.drop(id);
        return true;
    }
}
