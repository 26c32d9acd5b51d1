package io.clientele.newsletter;

import io.clientele.shared.Acl;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The subscriptions, for administrators. */
@Path("/rest/V1/newsletter/subscribers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Newsletter")
public class SubscriberResource {

    private final SubscriberService subscribers;

    @Inject
    SubscriberResource(SubscriberService subscribers) {
        this.subscribers = subscribers;
    }

    /** What is to be done to which subscriptions: {@code unsubscribe} or {@code delete}, at most a thousand. */
    @Schema(name = "newsletter-mass-action")
    public record MassAction(
            @Nullable String name, @Nullable List<Long> ids) {}

    /** What doing it takes. */
    public record RunMassAction(MassAction action) {}

    @GET
    @Path("search")
    @Acl(SubscriberService.RESOURCE)
    public SearchResults<SubscriberBody> search(@Context UriInfo uri) {
        return subscribers.search(Search.criteria(uri.getQueryParameters())).map(SubscriberBody::of);
    }

    /** Answers how many subscriptions there were; others are passed over. */
    @POST
    @Path("massActions")
    @Acl(SubscriberService.RESOURCE)
    public int run(RunMassAction request) {
        return subscribers.change(request.action().name(), request.action().ids());
    }
}
