package io.clientele.presence;

import io.clientele.shared.Acl;
import io.clientele.shared.operation.Deferral;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Visitors. They send their token in the header {@code X-Clientele-Visitor}, or over REST as the bearer token. */
@Path("/rest/V1/visitors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Presence")
public class VisitorResource {

    private final VisitorService visitors;

    @Inject
    VisitorResource(VisitorService visitors) {
        this.visitors = visitors;
    }

    /** Makes a visitor and its token. */
    @POST
    @Acl(Acl.ANONYMOUS)
    @Deferral(value = Deferral.Way.NEVER, why = "answers a token")
    public VisitorService.NewVisitor create() {
        return visitors.create();
    }

    /** What the shop knows of the visitor who asks. */
    @GET
    @Path("/me/context")
    @Acl(Acl.ANONYMOUS)
    public VisitorBody context() {
        Visitor visitor = visitors.current();
        return VisitorBody.of(visitor, visitors.segmentsOf(visitor));
    }
}
