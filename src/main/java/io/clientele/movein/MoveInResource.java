package io.clientele.movein;

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

/** Shops that moved in; the command {@code move-in} lets them. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class MoveInResource {

    private final MoveInService moves;

    @Inject
    MoveInResource(MoveInService moves) {
        this.moves = moves;
    }

    @GET
    @Path("/moveIns")
    @Acl(MoveInService.RESOURCE)
    public SearchResults<MoveInBody> search(@Context UriInfo uri) {
        return moves.search(Search.criteriaOrAll(uri.getQueryParameters())).map(MoveInBody::of);
    }

    /** The report: what each file had and what became of it, and what both sides count. */
    @GET
    @Path("/moveIns/{id}")
    @Acl(MoveInService.RESOURCE)
    public MoveInBody read(@PathParam("id") long id) {
        return MoveInBody.of(moves.get(id));
    }
}
