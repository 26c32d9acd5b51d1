package io.clientele.assistance;

import io.clientele.shared.Acl;
import io.clientele.shared.operation.Deferral;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Administrators acting for customers. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class AssistanceResource {

    private static final String LOGIN = "Magento_LoginAsCustomer::login";

    private final AssistanceService assistance;

    @Inject
    AssistanceResource(AssistanceService assistance) {
        this.assistance = assistance;
    }

    /** Why somebody acts for the customer. */
    public record Reason(@Nullable String reason) {}

    /** A token with which the administrator acts for the customer. */
    @POST
    @Path("/customers/{customerId}/token")
    @Acl(LOGIN)
    @Deferral(value = Deferral.Way.NEVER, why = "answers a token")
    public String token(@PathParam("customerId") long customerId, Reason request) {
        return assistance.token(customerId, request.reason());
    }

    /** A one-time code, which a storefront changes into such a token. The reason must be given. */
    @POST
    @Path("/customer/{customerId}/otp")
    @Acl(LOGIN)
    @Deferral(value = Deferral.Way.NEVER, why = "answers a secret")
    public OneTimeCodeBody code(@PathParam("customerId") long customerId, Reason request) {
        return new OneTimeCodeBody(assistance.code(customerId, request.reason()));
    }
}
