package io.clientele.merge;

import io.clientele.merge.MergeBody.ListedBody;
import io.clientele.merge.MergeBody.PreviewBody;
import io.clientele.merge.MergeBody.RequestBody;
import io.clientele.merge.MergeBody.ResultBody;
import io.clientele.merge.MergeBody.UndoneBody;
import io.clientele.shared.Acl;
import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.operation.Deferral;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Merging two customers, over REST. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class MergeResource {

    private final MergeService merges;
    private final UndoService undoing;

    @Inject
    MergeResource(MergeService merges, UndoService undoing) {
        this.merges = merges;
        this.undoing = undoing;
    }

    /** What merging takes. */
    public record MergeCustomers(RequestBody merge) {}

    /** Shows what merging would come to; writes nothing. */
    @POST
    @Path("customers/merge/preview")
    @Deferral(value = Deferral.Way.NEVER, why = "changes nothing")
    @Acl(MergeService.RESOURCE)
    public PreviewBody preview(MergeCustomers body) {
        return PreviewBody.of(merges.preview(body.merge().request()));
    }

    /** Merges one customer into another, whose id the old one stands for from then on. */
    @POST
    @Path("customers/merge")
    @Idempotent
    @Acl(MergeService.RESOURCE)
    public ResultBody merge(MergeCustomers body) {
        return ResultBody.of(merges.merge(body.merge().request()));
    }

    /** Finds merges. */
    @GET
    @Path("merges/search")
    @Acl(MergeService.RESOURCE)
    public SearchResults<ListedBody> search(@Context UriInfo uri) {
        return merges.search(Search.criteria(uri.getQueryParameters())).map(ListedBody::of);
    }

    @GET
    @Path("merges/{id}")
    @Acl(MergeService.RESOURCE)
    public ListedBody get(@PathParam("id") long id) {
        return ListedBody.of(merges.get(id));
    }

    /** Undoes a merge, and says what could not be given back. */
    @POST
    @Path("merges/{id}/undo")
    @Acl(MergeService.RESOURCE)
    public UndoneBody undo(@PathParam("id") long id) {
        return UndoneBody.of(undoing.undo(id));
    }
}
