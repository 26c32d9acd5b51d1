package io.clientele.integration.oauth2;

import io.clientele.shared.Acl;
import io.clientele.shared.rest.Unversioned;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The apps that a customer lets in. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class ConsentResource {

    private final ConsentService service;

    ConsentResource(ConsentService service) {
        this.service = service;
    }

    @GET
    @Path("/customers/me/consents")
    @Acl(Acl.SELF)
    public List<ConsentBody> list() {
        return service.list().stream().map(ConsentBody::of).toList();
    }

    /** Ends all that the app got from the customer. */
    @DELETE
    @Unversioned
    @Path("/customers/me/consents/{integrationId}")
    @Acl(Acl.SELF)
    public boolean withdraw(@PathParam("integrationId") long integrationId) {
        service.withdraw(integrationId);
        return true;
    }
}
