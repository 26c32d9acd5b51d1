package io.clientele.customer.life;

import io.clientele.customer.CustomerBody;
import io.clientele.shared.Acl;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.rest.AnswerVersion;
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

/** Confirming accounts over REST. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class ConfirmationResource {

    private final ConfirmationService confirmations;
    private final CurrentCaller caller;
    private final AnswerVersion answer;

    @Inject
    ConfirmationResource(ConfirmationService confirmations, CurrentCaller caller, AnswerVersion answer) {
        this.confirmations = confirmations;
        this.caller = caller;
        this.answer = answer;
    }

    /** The key that confirms an account. */
    public record Activate(String confirmationKey) {}

    /** The key with the address of its account. */
    public record ActivateByEmail(String email, String confirmationKey) {}

    /** Whom to mail another key. */
    public record Resend(
            String email,
            @Nullable Integer websiteId,
            @Nullable String redirectUrl) {}

    /** One of {@code account_confirmed}, {@code account_confirmation_required}, {@code account_confirmation_not_required}. */
    @GET
    @Path("/customers/{customerId}/confirm")
    @Acl("Magento_Customer::manage")
    public String status(@PathParam("customerId") long customerId) {
        return confirmations.status(customerId);
    }

    /** Mails another key. */
    @POST
    @Path("/customers/confirm")
    @Acl("Magento_Customer::manage")
    public boolean resend(Resend request) {
        confirmations.resend(request.email(), request.websiteId(), request.redirectUrl());
        return true;
    }

    @PUT
    @Unversioned
    @Path("/customers/me/activate")
    @Acl(Acl.SELF)
    public CustomerBody activateOwn(Activate request) {
        return answer.show(confirmations.activate(caller.get().id(), request.confirmationKey()), CustomerBody::of);
    }

    @PUT
    @Unversioned
    @Path("/customers/{email}/activate")
    @Acl("Magento_Customer::manage")
    public CustomerBody activateAny(@PathParam("email") String email, Activate request) {
        return answer.show(confirmations.activateAny(email, request.confirmationKey()), CustomerBody::of);
    }

    @POST
    @Path("/customers/activate")
    @Acl(Acl.ANONYMOUS)
    public CustomerBody activate(ActivateByEmail request) {
        return answer.show(confirmations.activateByKey(request.email(), request.confirmationKey()), CustomerBody::of);
    }
}
