package io.clientele.customer;

import io.clientele.address.AddressBody;
import io.clientele.shared.Acl;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.operation.Deferral;
import io.clientele.shared.rest.AnswerVersion;
import io.clientele.shared.rest.Unversioned;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A customer's own account. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class SelfResource {

    private final CustomerService customers;
    private final ProfileService profiles;
    private final PasswordService passwords;
    private final CurrentCaller caller;
    private final AnswerVersion answer;

    @Inject
    SelfResource(
            CustomerService customers,
            ProfileService profiles,
            PasswordService passwords,
            CurrentCaller caller,
            AnswerVersion answer) {
        this.customers = customers;
        this.profiles = profiles;
        this.passwords = passwords;
        this.caller = caller;
        this.answer = answer;
    }

    /**
     * What changing takes; what is not the customer's to say has no effect.
     *
     * @param password the current one, needed for another e-mail address unless the shop asks for none
     */
    public record SaveSelf(CustomerBody customer, @Nullable String password) {}

    /** The password in use and the one to be. */
    public record ChangePassword(String currentPassword, String newPassword) {}

    @GET
    @Path("/customers/me")
    @Acl(Acl.SELF)
    public CustomerBody get() {
        return answer.show(customers.get(caller.get().id()), CustomerBody::of);
    }

    @PUT
    @Path("/customers/me")
    @Acl(Acl.SELF)
    @Deferral(value = Deferral.Way.ALONE, why = "checks a password")
    public CustomerBody change(SaveSelf request) {
        CustomerBody body = request.customer();
        if (body.email() == null || body.email().isBlank()) {
            throw CustomerRefusals.emailMissing();
        }
        CustomerRules.demandNames(body.firstname(), body.lastname());
        passwords.allowEmail(caller.get().id(), body.email(), request.password());
        return answer.show(profiles.changeOwn(caller.get().id(), body.draft()), CustomerBody::of);
    }

    @PUT
    @Unversioned
    @Path("/customers/me/password")
    @Acl(Acl.SELF)
    @Deferral(value = Deferral.Way.NEVER, why = "checks a password")
    public boolean changePassword(ChangePassword request) {
        passwords.change(
                caller.get().id(), request.currentPassword(), request.newPassword(), CustomerRefusals.wrongPassword());
        return true;
    }

    @GET
    @Path("/customers/me/billingAddress")
    @Acl(Acl.SELF)
    public @Nullable AddressBody billingAddress() {
        return AddressBody.ofNullable(customers.get(caller.get().id()).defaultBillingAddress());
    }

    @GET
    @Path("/customers/me/shippingAddress")
    @Acl(Acl.SELF)
    public @Nullable AddressBody shippingAddress() {
        return AddressBody.ofNullable(customers.get(caller.get().id()).defaultShippingAddress());
    }
}
