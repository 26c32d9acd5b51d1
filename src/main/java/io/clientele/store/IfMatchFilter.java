package io.clientele.store;

import io.clientele.shared.rest.Unversioned;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Where the shop wants it, refuses a change over REST that does not name the version it is meant for. */
public class IfMatchFilter {

    private static final Set<String> CHANGES = Set.of("PUT", "DELETE");

    private final IfMatchDemand demand;

    IfMatchFilter(IfMatchDemand demand) {
        this.demand = demand;
    }

    /** After the caller was let in: nobody else learns how the shop is set. */
    @ServerRequestFilter(priority = Priorities.USER)
    public void check(ContainerRequestContext request, ResourceInfo operation) {
        demand.check(
                CHANGES.contains(request.getMethod())
                        && !operation.getResourceMethod().isAnnotationPresent(Unversioned.class),
                request.getHeaderString(HttpHeaders.IF_MATCH));
    }
}
