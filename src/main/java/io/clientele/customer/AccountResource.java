package io.clientele.customer;

import io.clientele.shared.Acl;
import io.clientele.shared.operation.Deferral;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signing in and out, and whether an address is free. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class AccountResource {

    private final SignInService signIn;
    private final EmailAvailability availability;
    private final SignOutService signOut;

    @Inject
    AccountResource(SignInService signIn, EmailAvailability availability, SignOutService signOut) {
        this.signIn = signIn;
        this.availability = availability;
        this.signOut = signOut;
    }

    /** An e-mail address and its password. */
    public record SignIn(
            @Nullable String username, @Nullable String password) {}

    /** The address asked about; without a website, that of the request. */
    public record AskEmail(String customerEmail, @Nullable Integer websiteId) {}

    /** A token for the customer. On a virtual thread: who waits for the hash keeps no worker from other requests. */
    @POST
    @Path("/integration/customer/token")
    @Acl(Acl.ANONYMOUS)
    @RunOnVirtualThread
    @Deferral(value = Deferral.Way.NEVER, why = "answers a token")
    public String signIn(SignIn request) {
        return signIn.signIn(request.username(), request.password());
    }

    /** Ends all sessions of the customer. */
    @POST
    @Path("/integration/customer/revoke-customer-token")
    @Acl(Acl.SELF)
    public boolean signOut() {
        signOut.signOut();
        return true;
    }

    @POST
    @Path("/customers/isEmailAvailable")
    @Acl(Acl.ANONYMOUS)
    public boolean isEmailAvailable(AskEmail request) {
        return availability.isAvailable(request.customerEmail(), request.websiteId());
    }
}
