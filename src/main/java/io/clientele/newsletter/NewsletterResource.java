package io.clientele.newsletter;

import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the links in mails about subscriptions lead to. */
@Path("/rest/V1/newsletter")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Newsletter")
public class NewsletterResource {

    private final SubscriptionLinkService links;

    @Inject
    NewsletterResource(SubscriptionLinkService links) {
        this.links = links;
    }

    /** What the mail's link carries. */
    public record FollowNewsletterLink(String token) {}

    /** Begins the subscription. */
    @POST
    @Path("confirm")
    @Acl(Acl.ANONYMOUS)
    public boolean confirm(FollowNewsletterLink link) {
        links.confirm(link.token());
        return true;
    }

    /** Ends the subscription. */
    @POST
    @Path("unsubscribe")
    @Acl(Acl.ANONYMOUS)
    public boolean unsubscribe(FollowNewsletterLink link) {
        links.unsubscribe(link.token());
        return true;
    }

    /** The same for mail programs, whatever the body (RFC 8058). */
    @POST
    @Path("unsubscribe/{token}")
    @Acl(Acl.ANONYMOUS)
    public boolean unsubscribeInOneClick(@PathParam("token") String token) {
        links.unsubscribe(token);
        return true;
    }
}
