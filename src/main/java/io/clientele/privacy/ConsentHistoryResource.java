package io.clientele.privacy;

import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What customers have agreed to, over REST. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
public class ConsentHistoryResource {

    private final ConsentHistoryService history;

    @Inject
    ConsentHistoryResource(ConsentHistoryService history) {
        this.history = history;
    }

    /** The calling customer's consents and their ends, the latest first. */
    @GET
    @Path("/customers/me/consentHistory")
    @Acl(Acl.SELF)
    public List<ConsentChangeBody> own() {
        return history.own().stream().map(ConsentChangeBody::of).toList();
    }

    /** A customer's. */
    @GET
    @Path("/customers/{customerId}/consentHistory")
    @Acl(RequestAccess.MANAGE)
    public List<ConsentChangeBody> of(@PathParam("customerId") long customerId) {
        return history.of(customerId).stream().map(ConsentChangeBody::of).toList();
    }
}
