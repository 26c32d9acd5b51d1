package io.clientele.shared.rest;

import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Version;
import io.clientele.shared.search.SearchResults;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collection;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Conditional requests (RFC 9110, 13): {@code If-Match} goes to the service, which knows the thing and its lock; the
 * answer gets its {@code ETag}; {@code If-None-Match} on reading spares the body that the caller has already.
 */
public class Preconditions {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final ExpectedVersion expected;
    private final AnswerVersion answered;

    Preconditions(ExpectedVersion expected, AnswerVersion answered) {
        this.expected = expected;
        this.answered = answered;
    }

    @ServerRequestFilter(priority = Priorities.USER)
    public void read(ContainerRequestContext request) {
        if (!request.getMethod().equals("PUT") && !request.getMethod().equals("DELETE")) {
            return;
        }
        demand(expected, request.getHeaders().get(HttpHeaders.IF_MATCH));
    }

    /** Demands what the lines of an {@code If-Match} name; nothing when they are null. */
    public static void demand(ExpectedVersion expected, @Nullable List<String> lines) {
        EntityTags tags = EntityTags.of(lines);
        if (tags == null) {
            return;
        }
        if (tags.any()) {
            expected.demandExisting();
        } else {
            expected.demand(tags.strong());
        }
    }

    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != OK) {
            return;
        }
        boolean reads = request.getMethod().equals("GET");
        String version = answered.get();
        if (version == null && reads && isOne(response.getEntity())) {
            version = Version.of(response.getEntity());
        }
        if (version == null) {
            return;
        }
        response.getHeaders().putSingle(HttpHeaders.ETAG, EntityTags.write(version));
        EntityTags known = EntityTags.of(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
        if (reads && known != null && known.mentions(version)) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    private static boolean isOne(@Nullable Object answer) {
        return answer != null && !(answer instanceof Collection) && !(answer instanceof SearchResults<?>);
    }
}
