package io.clientele.privacy;

import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of what is kept, over REST. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
public class PrivacyColumnResource {

    private final PrivacyColumns columns;

    @Inject
    PrivacyColumnResource(PrivacyColumns columns) {
        this.columns = columns;
    }

    /** Every column of the database, and what becomes of it when people ask about their data. */
    @GET
    @Path("/privacy/columns")
    @Acl(RequestAccess.MANAGE)
    public List<PrivacyColumn> all() {
        return columns.all();
    }
}
