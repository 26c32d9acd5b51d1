package io.clientele.overview;

import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The detail view of a customer over REST. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class OverviewResource {

    private final OverviewService overviews;

    @Inject
    OverviewResource(OverviewService overviews) {
        this.overviews = overviews;
    }

    /** A customer with all that is known of it; of the audit log only for who may read it. */
    @GET
    @Path("customers/{customerId}/overview")
    @Acl(OverviewService.RESOURCE)
    public OverviewBody overview(@PathParam("customerId") long customerId) {
        return OverviewBody.of(overviews.of(customerId), overviews::baseCurrency);
    }
}
