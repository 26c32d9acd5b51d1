package io.clientele.access;

import io.clientele.shared.Acl;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusals;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Finds out who calls a REST operation and whether that is allowed, before the body is read. */
public class AccessFilter {

    /** Stands for a method that names no resource; nobody has it. */
    private static final String UNNAMED = "unknown";

    private final Authentication authentication;
    private final CurrentCaller currentCaller;
    private final ClientAddress clientAddress;
    private final TokenThrottle throttle;
    private final RoutingContext routing;
    private final Map<Method, String> resources = new ConcurrentHashMap<>();

    AccessFilter(
            Authentication authentication,
            CurrentCaller currentCaller,
            ClientAddress clientAddress,
            TokenThrottle throttle,
            RoutingContext routing) {
        this.authentication = authentication;
        this.currentCaller = currentCaller;
        this.clientAddress = clientAddress;
        this.throttle = throttle;
        this.routing = routing;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void check(ContainerRequestContext request, ResourceInfo operation) {
        currentCaller.from(
                clientAddress.of(
                        String.valueOf(routing.request().remoteAddress().hostAddress()), request::getHeaderString),
                String.valueOf(request.getHeaderString("X-Request-Id")));
        currentCaller.calledItself(request.getHeaderString(HttpHeaders.USER_AGENT));
        Caller caller = authentication.callerOrGuest(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        currentCaller.set(caller);
        throttle.admit(caller);
        String resource = resources.computeIfAbsent(operation.getResourceMethod(), AccessFilter::resource);
        if (resource.equals(UNNAMED) || !caller.mayCall(resource)) {
            throw Refusals.notAllowed(resource);
        }
        if (resource.equals(Acl.SELF)) {
            currentCaller.demandScope(!request.getMethod().equals(HttpMethod.GET));
        }
    }

    private static String resource(Method method) {
        Acl acl = method.getAnnotation(Acl.class);
        return acl == null ? UNNAMED : acl.value();
    }
}
