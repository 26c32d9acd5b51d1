package io.clientele.segment;

import io.clientele.segment.CustomerContextBody.EntryBody;
import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The segments of customers over REST, and what else rule engines have to know of them. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer segments")
public class CustomerContextResource {

    private static final String MANAGE = "Magento_Customer::manage";

    private final CustomerContextService contexts;

    @Inject
    CustomerContextResource(CustomerContextService contexts) {
        this.contexts = contexts;
    }

    @GET
    @Path("customers/{customerId}/segments")
    @Acl(MANAGE)
    public List<EntryBody> segments(@PathParam("customerId") long customerId) {
        return CustomerContextBody.entries(contexts.of(customerId));
    }

    @GET
    @Path("customers/{customerId}/context")
    @Acl(MANAGE)
    public CustomerContextBody context(@PathParam("customerId") long customerId) {
        return CustomerContextBody.of(contexts.of(customerId));
    }

    @GET
    @Path("customers/me/context")
    @Acl(Acl.SELF)
    public CustomerContextBody own() {
        return CustomerContextBody.of(contexts.ofCaller());
    }
}
