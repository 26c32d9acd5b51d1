package io.clientele.shared.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What the contract asks of a request before its route is looked for: method and the media types it accepts. */
public class RequestShape {

    /** Set on a request whose refusals shall be problem details. */
    static final String PROBLEM = "clientele.problem";

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "OPTIONS");

    @ServerRequestFilter(preMatching = true, priority = 100)
    public void check(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith("/rest")) {
            return;
        }
        if (!METHODS.contains(request.getMethod())) {
            throw RestRefusals.method(request.getMethod());
        }
        ContentTypes.checkForm(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
        List<String> accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        if (accept == null) {
            return;
        }
        if (wantsProblem(accept)) {
            request.setProperty(PROBLEM, true);
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        } else if (String.join(",", accept).isBlank()) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
    }

    /** Whether a caller that accepts these wants refusals as problem details. */
    static boolean wantsProblem(List<String> accept) {
        return String.join(",", accept).toLowerCase(Locale.ROOT).contains(ProblemBody.MEDIA_TYPE);
    }
}
