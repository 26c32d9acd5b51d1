package io.clientele.segment;

import io.clientele.shared.Acl;
import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.job.StartedJob;
import io.clientele.shared.rest.AnswerVersion;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import io.clientele.store.Stores;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Segments over REST. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer segments")
public class SegmentResource {

    private static final String ACL = SegmentService.RESOURCE;

    private final SegmentService segments;
    private final Stores stores;
    private final AnswerVersion answer;

    @Inject
    SegmentResource(SegmentService segments, Stores stores, AnswerVersion answer) {
        this.segments = segments;
        this.stores = stores;
        this.answer = answer;
    }

    /** What is sent to write a segment. */
    public record SaveSegment(SegmentBody segment) {}

    @POST
    @Path("customerSegments")
    @Idempotent
    @Acl(ACL)
    public SegmentBody create(SaveSegment body) {
        return shown(segments.create(body.segment().draft()));
    }

    @GET
    @Path("customerSegments/search")
    @Acl(ACL)
    public SearchResults<ListedSegmentBody> search(@Context UriInfo uri) {
        return segments.search(Search.criteria(uri.getQueryParameters()))
                .map(view -> ListedSegmentBody.of(view, stores));
    }

    @GET
    @Path("customerSegments/{id}")
    @Acl(ACL)
    public SegmentBody read(@PathParam("id") long id) {
        return shown(segments.segment(id));
    }

    /** Changes what is supplied; with force, switching it off switches off the segments that name it. */
    @PUT
    @Path("customerSegments/{id}")
    @Acl(ACL)
    public SegmentBody change(
            @PathParam("id") long id, SaveSegment body, @QueryParam("force") @DefaultValue("false") boolean force) {
        return shown(segments.change(id, body.segment().draft(), force));
    }

    /** With force, what uses the segment is switched off. */
    @DELETE
    @Path("customerSegments/{id}")
    @Acl(ACL)
    public boolean delete(@PathParam("id") long id, @QueryParam("force") @DefaultValue("false") boolean force) {
        segments.delete(id, force);
        return true;
    }

    /** The rules the segment has had, the newest first. */
    @GET
    @Path("customerSegments/{id}/versions")
    @Acl(ACL)
    public List<SegmentVersionBody> versions(@PathParam("id") long id) {
        return segments.versions(id).stream().map(SegmentVersionBody::of).toList();
    }

    /** Judges all customers anew, in the background. */
    @POST
    @Path("customerSegments/{id}/refresh")
    @Acl(ACL)
    public StartedJob refresh(@PathParam("id") long id) {
        return new StartedJob(segments.refresh(id));
    }

    private SegmentBody shown(SegmentView view) {
        return answer.show(view.segment(), segment -> SegmentBody.of(view));
    }
}
