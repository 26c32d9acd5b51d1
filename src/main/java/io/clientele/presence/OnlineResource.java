package io.clientele.presence;

import io.clientele.shared.Acl;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is online, for administrators and integrations. */
@Path("/rest/V1/online")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Presence")
public class OnlineResource {

    private final PresenceService presence;

    @Inject
    OnlineResource(PresenceService presence) {
        this.presence = presence;
    }

    /** The customers and visitors who were active in the last minutes; the latest first. */
    @GET
    @Path("/search")
    @Acl(PresenceService.SEE)
    public SearchResults<OnlineBody> search(@Context UriInfo uri) {
        return presence.search(Search.criteria(uri.getQueryParameters())).map(OnlineBody::of);
    }
}
