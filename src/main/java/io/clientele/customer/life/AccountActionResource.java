package io.clientele.customer.life;

import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Administrators' actions on an account, each with a resource of its own. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class AccountActionResource {

    private final AccountAdministration accounts;

    @Inject
    AccountActionResource(AccountAdministration accounts) {
        this.accounts = accounts;
    }

    /** Lifts the lock that wrong passwords have brought about. */
    @POST
    @Path("/customers/{customerId}/unlock")
    @Acl("Clientele_Customer::unlock")
    public boolean unlock(@PathParam("customerId") long customerId) {
        accounts.unlock(customerId);
        return true;
    }

    /** Makes the customer sign in again everywhere. */
    @POST
    @Path("/customers/{customerId}/revokeTokens")
    @Acl("Magento_Customer::invalidate_tokens")
    public boolean revokeTokens(@PathParam("customerId") long customerId) {
        accounts.revokeTokens(customerId);
        return true;
    }

    /** Mails the customer a link to set another password. */
    @POST
    @Path("/customers/{customerId}/sendPasswordReset")
    @Acl("Magento_Customer::reset_password")
    public boolean sendPasswordReset(@PathParam("customerId") long customerId) {
        accounts.sendPasswordReset(customerId);
        return true;
    }

    /** Shuts the account. */
    @POST
    @Path("/customers/{customerId}/deactivate")
    @Acl("Clientele_Customer::deactivate")
    public boolean deactivate(@PathParam("customerId") long customerId) {
        accounts.deactivate(customerId);
        return true;
    }

    /** Opens the account again. */
    @POST
    @Path("/customers/{customerId}/reactivate")
    @Acl("Clientele_Customer::deactivate")
    public boolean reactivate(@PathParam("customerId") long customerId) {
        accounts.reactivate(customerId);
        return true;
    }
}
