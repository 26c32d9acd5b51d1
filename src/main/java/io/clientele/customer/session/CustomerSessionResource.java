package io.clientele.customer.session;

import io.clientele.shared.Acl;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.rest.Unversioned;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where somebody is signed in, and signing out there. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer")
public class CustomerSessionResource {

    private static final String END = "Magento_Customer::invalidate_tokens";

    private final CustomerSessions sessions;
    private final CurrentCaller caller;

    @Inject
    CustomerSessionResource(CustomerSessions sessions, CurrentCaller caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @Path("/customers/me/sessions")
    @Acl(Acl.SELF)
    public List<SessionBody> own() {
        return sessions.of(caller.customerId()).stream().map(SessionBody::of).toList();
    }

    @GET
    @Path("/customers/me/sessions/{sessionId}")
    @Acl(Acl.SELF)
    public SessionBody ownOne(@PathParam("sessionId") long sessionId) {
        return SessionBody.of(sessions.one(caller.customerId(), sessionId));
    }

    /** Ends all of them, that of the request included. */
    @DELETE
    @Unversioned
    @Path("/customers/me/sessions")
    @Acl(Acl.SELF)
    public boolean endOwn() {
        sessions.endAll(caller.customerId());
        return true;
    }

    @DELETE
    @Unversioned
    @Path("/customers/me/sessions/{sessionId}")
    @Acl(Acl.SELF)
    public boolean endOwnOne(@PathParam("sessionId") long sessionId) {
        sessions.end(caller.customerId(), sessionId);
        return true;
    }

    @GET
    @Path("/customers/{customerId}/sessions")
    @Acl("Magento_Customer::manage")
    public List<SessionBody> of(@PathParam("customerId") long customerId) {
        return sessions.of(customerId).stream().map(SessionBody::of).toList();
    }

    @DELETE
    @Unversioned
    @Path("/customers/{customerId}/sessions")
    @Acl(END)
    public boolean end(@PathParam("customerId") long customerId) {
        sessions.endAll(customerId);
        return true;
    }

    @DELETE
    @Unversioned
    @Path("/customers/{customerId}/sessions/{sessionId}")
    @Acl(END)
    public boolean endOne(@PathParam("customerId") long customerId, @PathParam("sessionId") long sessionId) {
        sessions.end(customerId, sessionId);
        return true;
    }
}
