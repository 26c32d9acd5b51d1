package io.clientele.activity.history;

import io.clientele.customer.CustomerBody;
import io.clientele.shared.Acl;
import io.clientele.shared.rest.AnswerVersion;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What customers did, for administrators and integrations, and accounts for those who ordered without one. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Activity")
public class HistoryResource {

    private final CustomerActivityService activity;
    private final OrderAccountService accounts;
    private final AnswerVersion answer;

    @Inject
    HistoryResource(CustomerActivityService activity, OrderAccountService accounts, AnswerVersion answer) {
        this.activity = activity;
        this.accounts = accounts;
        this.answer = answer;
    }

    /** Sums of the customer's orders, and the latest orders, carts, wish lists, reviews and views. */
    @GET
    @Path("/customers/{customerId}/activity")
    @Acl(CustomerActivityService.RESOURCE)
    public ActivityBody activity(@PathParam("customerId") long customerId) {
        return ActivityBody.of(activity.of(customerId), activity::baseCurrency);
    }

    /** Makes an account of the names and addresses on a guest's order, which becomes the account's. */
    @POST
    @Path("/activity/orders/{externalId}/account")
    @Acl(OrderAccountService.RESOURCE)
    public CustomerBody account(@PathParam("externalId") String externalId) {
        return answer.show(accounts.make(externalId), CustomerBody::created);
    }
}
