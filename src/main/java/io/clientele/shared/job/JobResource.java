package io.clientele.shared.job;

import io.clientele.shared.Acl;
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

/** Jobs over REST. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobResource {

    private final Jobs jobs;
    private final JobErrors errors;

    @Inject
    JobResource(Jobs jobs, JobErrors errors) {
        this.jobs = jobs;
        this.errors = errors;
    }

    /** How far a job is that the caller has started. */
    @GET
    @Path("jobs/{id}")
    @Acl(Acl.ANY_ADMIN)
    public JobBody read(@PathParam("id") long id) {
        return JobBody.of(jobs.ofCaller(id));
    }

    /** What the job had to pass over, in the order in which it came to it. */
    @GET
    @Path("jobs/{id}/errors")
    @Acl(Acl.ANY_ADMIN)
    public SearchResults<JobErrorBody> errors(@PathParam("id") long id, @Context UriInfo uri) {
        return errors.search(jobs.ofCaller(id).id(), Search.criteria(uri.getQueryParameters()))
                .map(JobErrorBody::of);
    }

    /** Ends the job before its next part; what is done stays done. */
    @POST
    @Path("jobs/{id}/cancel")
    @Acl(Acl.ANY_ADMIN)
    public JobBody cancel(@PathParam("id") long id) {
        return JobBody.of(jobs.cancel(id));
    }
}
