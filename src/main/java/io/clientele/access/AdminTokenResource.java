package io.clientele.access;

import io.clientele.shared.Acl;
import io.clientele.shared.operation.Deferral;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The contract's route that signs administrators in. */
@Path("/rest/V1/integration/admin/token")
@Produces(MediaType.APPLICATION_JSON)
public class AdminTokenResource {

    private final AdminTokenService service;

    AdminTokenResource(AdminTokenService service) {
        this.service = service;
    }

    /** What the route takes. */
    public record Credentials(String username, String password) {}

    /** On a virtual thread: those that wait for their password to be hashed keep no worker from other requests. */
    @POST
    @Acl(Acl.ANONYMOUS)
    @RunOnVirtualThread
    @Deferral(value = Deferral.Way.NEVER, why = "answers a token")
    public String token(Credentials credentials) {
        return service.token(credentials.username(), credentials.password());
    }
}
