package io.clientele.event.webhook;

import io.clientele.shared.Acl;
import io.clientele.shared.operation.Deferral;
import io.clientele.shared.rest.AnswerVersion;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchResults;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Receivers of events. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookResource {

    private final WebhookService webhooks;
    private final WebhookReplayService replays;
    private final WebhookTestService tests;
    private final AnswerVersion answer;

    @Inject
    WebhookResource(
            WebhookService webhooks, WebhookReplayService replays, WebhookTestService tests, AnswerVersion answer) {
        this.webhooks = webhooks;
        this.replays = replays;
        this.tests = tests;
        this.answer = answer;
    }

    /** What a caller sends to save a webhook. */
    public record SaveWebhook(WebhookBody webhook) {}

    /** What a caller sends to have events delivered again. */
    public record ReplayEvents(ReplayBody replay) {}

    /**
     * Where to begin: one of the two.
     *
     * @param after a cursor of the feed
     * @param since a moment in ISO 8601 with its zone, as {@code 2026-11-27T09:30:00Z}
     */
    public record ReplayBody(
            @Nullable String after, @Nullable String since) {}

    /** Makes a webhook that is told of what happens from now on. Its secret is in this answer and never shown again. */
    @POST
    @Deferral(value = Deferral.Way.NEVER, why = "answers a secret")
    @Path("/webhooks")
    @Acl(WebhookService.RESOURCE)
    public WebhookBody create(SaveWebhook body) {
        WebhookService.WithSecret made = webhooks.create(body.webhook().draft());
        return answer.show(made.webhook(), WebhookBody::of).with(made.secret());
    }

    @GET
    @Path("/webhooks/search")
    @Acl(WebhookService.RESOURCE)
    public SearchResults<WebhookBody> search(@Context UriInfo uri) {
        return webhooks.search(Search.criteria(uri.getQueryParameters())).map(WebhookBody::of);
    }

    /** A webhook and how its deliveries go. */
    @GET
    @Path("/webhooks/{id}")
    @Acl(WebhookService.RESOURCE)
    public WebhookBody read(@PathParam("id") long id) {
        return answer.show(webhooks.webhook(id), WebhookBody::of).with(webhooks.state(id));
    }

    /** Changes what is supplied. What happened while a webhook was not active is delivered when it is again. */
    @PUT
    @Path("/webhooks/{id}")
    @Acl(WebhookService.RESOURCE)
    public WebhookBody change(@PathParam("id") long id, SaveWebhook body) {
        return answer.show(webhooks.change(id, body.webhook().draft()), WebhookBody::of);
    }

    @DELETE
    @Path("/webhooks/{id}")
    @Acl(WebhookService.RESOURCE)
    public boolean delete(@PathParam("id") long id) {
        webhooks.delete(id);
        return true;
    }

    /** Makes a new secret, which is in this answer only; the one before signs beside it for a while. */
    @POST
    @Deferral(value = Deferral.Way.NEVER, why = "answers a secret")
    @Path("/webhooks/{id}/rotate")
    @Acl(WebhookService.RESOURCE)
    public WebhookBody rotate(@PathParam("id") long id) {
        WebhookService.WithSecret made = webhooks.rotate(id);
        return WebhookBody.of(made.webhook()).with(made.secret());
    }

    /** Sends a test message at once and says what the receiver answered. */
    @POST
    @Deferral(value = Deferral.Way.NEVER, why = "answers what a receiver says now")
    @Path("/webhooks/{id}/test")
    @Acl(WebhookService.RESOURCE)
    public WebhookTestBody test(@PathParam("id") long id) {
        return WebhookTestBody.of(tests.send(id));
    }

    /** Delivers everything after a place in the feed again, and then what follows. Answers the cursor it begins after. */
    @POST
    @Path("/webhooks/{id}/replay")
    @Acl(WebhookService.RESOURCE)
    public String replay(@PathParam("id") long id, ReplayEvents body) {
        return replays.replay(id, body.replay().after(), body.replay().since());
    }
}
