package io.clientele.shared.job;

import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jobs over REST. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobResource {

    private final Jobs jobs;

    @Inject
    JobResource(Jobs jobs) {
        this.jobs = jobs;
    }

    /** How far a job is that the caller has started. */
    @GET
    @Path("jobs/{id}")
    @Acl(Acl.ANY_ADMIN)
    public JobBody read(@PathParam("id") long id) {
        return JobBody.of(jobs.ofCaller(id));
    }
}
