package io.clientele.customer.session;

import io.clientele.access.TokenPair;
import io.clientele.customer.SignInService;
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

/** Sign-ins that can be renewed, beside the contract's, whose answer is a bare token. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class TokenPairResource {

    private final SignInService signIn;

    @Inject
    TokenPairResource(SignInService signIn) {
        this.signIn = signIn;
    }

    /** An e-mail address and its password. */
    public record SignIn(
            @Nullable String username, @Nullable String password) {}

    /** A refresh token that was not used yet. */
    public record Refresh(String refreshToken) {}

    /** A token and what renews it. */
    @POST
    @Path("/integration/customer/tokens")
    @Acl(Acl.ANONYMOUS)
    @RunOnVirtualThread
    @Deferral(value = Deferral.Way.NEVER, why = "answers a token")
    public TokenPair begin(SignIn request) {
        return signIn.begin(request.username(), request.password());
    }

    /** The next pair; the refresh token sent is used up by this, and ends the session if it comes again. */
    @POST
    @Path("/integration/customer/token/refresh")
    @Acl(Acl.ANONYMOUS)
    @Deferral(value = Deferral.Way.NEVER, why = "answers a token")
    public TokenPair refresh(Refresh request) {
        return signIn.refresh(request.refreshToken());
    }
}
