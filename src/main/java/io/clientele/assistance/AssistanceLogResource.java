package io.clientele.assistance;

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

/** The log of who acted for whom. */
@Path("/rest/V1/loginAsCustomer/log")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class AssistanceLogResource {

    private final AssistanceLogService log;

    @Inject
    AssistanceLogResource(AssistanceLogService log) {
        this.log = log;
    }

    @GET
    @Path("/search")
    @Acl("Magento_LoginAsCustomerLog::login_log")
    public SearchResults<AssistanceLogBody> search(@Context UriInfo uri) {
        return log.search(Search.criteria(uri.getQueryParameters())).map(AssistanceLogBody::of);
    }
}
