package io.clientele.event;

import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happened, for whoever follows it. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class EventFeedResource {

    private final EventFeedService feed;

    @Inject
    EventFeedResource(EventFeedService feed) {
        this.feed = feed;
    }

    /**
     * Events in the order in which they came to light, those of one customer in the order in which they happened.
     *
     * @param after the {@code next} of the page before this one; without it the oldest event that is kept comes first
     * @param limit how many at most, 100 unless said otherwise, up to 1,000
     */
    @GET
    @Path("/events")
    @Acl(EventFeedService.RESOURCE)
    public EventFeedBody events(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        return EventFeedBody.of(feed.page(after, limit));
    }

    /** All kinds of events, each with the JSON Schema of its data. */
    @GET
    @Path("/events/types")
    @Acl(EventFeedService.RESOURCE)
    public List<EventTypeBody> types() {
        return feed.types().stream().map(EventTypeBody::of).toList();
    }
}
