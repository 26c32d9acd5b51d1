package io.clientele.customer.life;

import io.clientele.shared.Acl;
import io.clientele.shared.rest.Unversioned;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Forgotten passwords over REST. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class PasswordResetResource {

    private final PasswordResetService resets;

    @Inject
    PasswordResetResource(PasswordResetService resets) {
        this.resets = resets;
    }

    /**
     * Whom to mail a link.
     *
     * @param template {@code email_reset} or {@code email_reminder}
     */
    public record RequestReset(
            String email, String template, @Nullable Integer websiteId) {}

    /** The mailed token and the password to be. */
    public record ResetPassword(String email, String resetToken, String newPassword) {}

    @PUT
    @Unversioned
    @Path("/customers/password")
    @Acl(Acl.ANONYMOUS)
    public boolean request(RequestReset request) {
        resets.request(
                request.email(),
                request.template(),
                request.websiteId(),
                resets.wording(request.email(), request.websiteId()));
        return true;
    }

    @POST
    @Path("/customers/resetPassword")
    @Acl(Acl.ANONYMOUS)
    public boolean reset(ResetPassword request) {
        resets.reset(
                request.email(), request.resetToken(), request.newPassword(), resets.wording(request.email(), null));
        return true;
    }

    /** Whether the token is the account's; 0 stands for whichever account it is. */
    @GET
    @Path("/customers/{customerId}/password/resetLinkToken/{resetPasswordLinkToken}")
    @Acl(Acl.ANONYMOUS)
    public boolean check(@PathParam("customerId") long customerId, @PathParam("resetPasswordLinkToken") String token) {
        resets.check(customerId, token);
        return true;
    }
}
