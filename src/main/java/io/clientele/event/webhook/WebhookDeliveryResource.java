package io.clientele.event.webhook;

import io.clientele.shared.Acl;
import io.clientele.shared.rest.Unversioned;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What could not be delivered to webhooks, for administrators. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookDeliveryResource {

    private final WebhookDeliveryService deliveries;

    @Inject
    WebhookDeliveryResource(WebhookDeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    /** Deliveries that wait for their next try, and those that were given up: these have a {@code dead_at}. */
    @GET
    @Path("/webhookDeliveries/search")
    @Acl(WebhookService.RESOURCE)
    public SearchResults<WebhookDeliveryBody> search(@Context UriInfo uri) {
        return deliveries.search(Search.criteria(uri.getQueryParameters())).map(WebhookDeliveryBody::of);
    }

    /** Has a delivery that was given up tried again at once. */
    @POST
    @Path("/webhookDeliveries/{id}/release")
    @Acl(WebhookService.RESOURCE)
    public boolean release(@PathParam("id") long id) {
        deliveries.release(id);
        return true;
    }

    /** Drops a delivery that was given up for good. */
    @DELETE
    @Unversioned
    @Path("/webhookDeliveries/{id}")
    @Acl(WebhookService.RESOURCE)
    public boolean drop(@PathParam("id") long id) {
        deliveries.drop(id);
        return true;
    }
}
