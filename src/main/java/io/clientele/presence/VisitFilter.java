package io.clientele.presence;

import io.clientele.shared.CurrentCaller;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Reads the visitor of a REST request, and notes whoever has changed something by one. */
public class VisitFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";
    private static final int FIRST_REFUSAL = 400;

    private final PresenceService presence;
    private final CurrentVisit visit;
    private final CurrentCaller caller;

    VisitFilter(PresenceService presence, CurrentVisit visit, CurrentCaller caller) {
        this.presence = presence;
        this.visit = visit;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION + 1)
    public void read(ContainerRequestContext request) {
        String token = request.getHeaderString(CurrentVisit.HEADER);
        visit.from(
                token == null ? bearer(request.getHeaderString(HttpHeaders.AUTHORIZATION)) : token,
                request.getHeaderString("Referer"));
    }

    @ServerResponseFilter
    public void note(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < FIRST_REFUSAL && !READS.contains(request.getMethod())) {
            presence.active();
        }
    }

    /** A token that is no customer's may be a visitor's: clients that know one header only send it there. */
    private @Nullable String bearer(@Nullable String authorization) {
        if (authorization == null
                || !caller.get().isGuest()
                || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        return authorization.substring(BEARER.length()).strip();
    }
}
