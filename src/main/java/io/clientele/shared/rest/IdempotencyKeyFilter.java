package io.clientele.shared.rest;

import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.idempotency.KeyedRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Notes the Idempotency-Key of a request whose operation takes one; elsewhere the header means nothing. */
public class IdempotencyKeyFilter {

    private final SentKey sent;
    private final RoutingContext routing;

    IdempotencyKeyFilter(SentKey sent, RoutingContext routing) {
        this.sent = sent;
        this.routing = routing;
    }

    @ServerRequestFilter(priority = Priorities.USER)
    public void read(ContainerRequestContext request, ResourceInfo operation) {
        String key = request.getHeaderString(Idempotent.HEADER);
        if (key != null && operation.getResourceMethod().isAnnotationPresent(Idempotent.class)) {
            KeyedRequest.check(key);
            // As it was sent: the path still names the store view.
            sent.sent(
                    key,
                    List.of(
                            request.getMethod(),
                            String.valueOf(routing.request().uri())));
        }
    }
}
