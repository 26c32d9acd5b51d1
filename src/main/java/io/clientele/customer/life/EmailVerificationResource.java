package io.clientele.customer.life;

import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the links in mails about e-mail addresses lead to. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class EmailVerificationResource {

    private final EmailVerificationService emails;

    @Inject
    EmailVerificationResource(EmailVerificationService emails) {
        this.emails = emails;
    }

    /** What the mail's link carries. */
    public record FollowLink(String token) {}

    /** Shows that the account's address is its owner's. */
    @POST
    @Path("/customers/verifyEmail")
    @Acl(Acl.ANONYMOUS)
    public boolean verify(FollowLink link) {
        emails.verify(link.token());
        return true;
    }

    /** Gives the account back the address it had. */
    @POST
    @Path("/customers/undoEmailChange")
    @Acl(Acl.ANONYMOUS)
    public boolean undo(FollowLink link) {
        emails.undo(link.token());
        return true;
    }
}
