package io.clientele.activity;

import io.clientele.shared.Acl;
import io.clientele.shared.operation.Deferral;
import io.clientele.shared.rest.ContentTypes;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** What shops report, over REST: many facts as one JSON value, or one as each line. */
@Path("/rest/V1")
@Consumes(MediaType.WILDCARD)
public class ActivityResource {

    private static final String LINES = "application/x-ndjson";

    private final ActivityService activity;

    @Inject
    ActivityResource(ActivityService activity) {
        this.activity = activity;
    }

    /** Orders as one JSON value. */
    public record Orders(List<OrderDraft> orders) {}

    /** Carts as one JSON value. */
    public record Carts(List<CartDraft> carts) {}

    /** Product views as one JSON value. */
    public record Views(List<ViewDraft> views) {}

    /** Wish lists as one JSON value. */
    public record Wishlists(List<WishlistDraft> wishlists) {}

    /** Reviews as one JSON value. */
    public record Reviews(List<ReviewDraft> reviews) {}

    /** Balances as one JSON value. */
    public record Balances(List<BalanceDraft> balances) {}

    @POST
    @Path("/activity/orders")
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Orders.class)),
                @Content(mediaType = LINES, schema = @Schema(implementation = OrderDraft.class))
            })
    @Acl(ActivityService.WRITE)
    @Deferral(value = Deferral.Way.NEVER, why = "reads a stream")
    public ActivityResultBody orders(
            InputStream body, @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return ActivityResultBody.of(activity.orders(facts(body, type)));
    }

    @POST
    @Path("/activity/carts")
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Carts.class)),
                @Content(mediaType = LINES, schema = @Schema(implementation = CartDraft.class))
            })
    @Acl(ActivityService.WRITE)
    @Deferral(value = Deferral.Way.NEVER, why = "reads a stream")
    public ActivityResultBody carts(
            InputStream body, @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return ActivityResultBody.of(activity.carts(facts(body, type)));
    }

    @POST
    @Path("/activity/views")
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Views.class)),
                @Content(mediaType = LINES, schema = @Schema(implementation = ViewDraft.class))
            })
    @Acl(ActivityService.WRITE)
    @Deferral(value = Deferral.Way.NEVER, why = "reads a stream")
    public ActivityResultBody views(
            InputStream body, @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return ActivityResultBody.of(activity.views(facts(body, type)));
    }

    @POST
    @Path("/activity/wishlists")
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Wishlists.class)),
                @Content(mediaType = LINES, schema = @Schema(implementation = WishlistDraft.class))
            })
    @Acl(ActivityService.WRITE)
    @Deferral(value = Deferral.Way.NEVER, why = "reads a stream")
    public ActivityResultBody wishlists(
            InputStream body, @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return ActivityResultBody.of(activity.wishlists(facts(body, type)));
    }

    @POST
    @Path("/activity/reviews")
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Reviews.class)),
                @Content(mediaType = LINES, schema = @Schema(implementation = ReviewDraft.class))
            })
    @Acl(ActivityService.WRITE)
    @Deferral(value = Deferral.Way.NEVER, why = "reads a stream")
    public ActivityResultBody reviews(
            InputStream body, @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return ActivityResultBody.of(activity.reviews(facts(body, type)));
    }

    @POST
    @Path("/activity/balances")
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Balances.class)),
                @Content(mediaType = LINES, schema = @Schema(implementation = BalanceDraft.class))
            })
    @Acl(ActivityService.WRITE)
    @Deferral(value = Deferral.Way.NEVER, why = "reads a stream")
    public ActivityResultBody balances(
            InputStream body, @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return ActivityResultBody.of(activity.balances(facts(body, type)));
    }

    private static FactStream facts(InputStream body, @Nullable String type) {
        return new FactStream(body, ContentTypes.areLines(type));
    }
}
