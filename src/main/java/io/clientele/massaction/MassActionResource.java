package io.clientele.massaction;

import io.clientele.shared.Acl;
import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.job.StartedJob;
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

/** What is done to many customers, over REST. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class MassActionResource {

    private final MassActionService actions;

    @Inject
    MassActionResource(MassActionService actions) {
        this.actions = actions;
    }

    /** What starting takes. */
    public record RunMassAction(MassActionBody action) {}

    /** Starts an action on many customers; some demand a resource of their own besides. */
    @POST
    @Path("customers/massActions")
    @Idempotent
    @Acl(MassActionService.RESOURCE)
    public StartedJob start(RunMassAction body) {
        MassActionBody action = body.action();
        return new StartedJob(actions.start(action.name(), action.actionParams(), action.selection()));
    }

    /** Whom a job of the caller's has changed and what they were like, where that can be taken back. */
    @GET
    @Path("customers/massActions/{jobId}/changes")
    @Acl(MassActionService.RESOURCE)
    public SearchResults<MassActionBody.ChangeBody> changes(@PathParam("jobId") long jobId, @Context UriInfo uri) {
        return actions.changed(actions.known(jobId), Search.criteria(uri.getQueryParameters()))
                .map(each -> new MassActionBody.ChangeBody(each.customerId(), each.before()));
    }

    /** Starts to take back what a job of the caller's has done; who was changed again since is left alone. */
    @POST
    @Path("customers/massActions/{jobId}/undo")
    @Acl(MassActionService.RESOURCE)
    public StartedJob undo(@PathParam("jobId") long jobId) {
        return new StartedJob(actions.undo(jobId));
    }
}
