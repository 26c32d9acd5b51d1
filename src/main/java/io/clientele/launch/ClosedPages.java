package io.clientele.launch;

import io.clientele.shared.Mode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Answers 404 for the tools and documents that the mode keeps closed. They are packaged always. */
@Singleton
class ClosedPages {

    private static final int AFTER_REQUEST_IDS = 9_000;

    private final List<String> closed = new ArrayList<>();

    ClosedPages(Mode mode) {
        if (!mode.swaggerUi()) {
            closed.add("/q/swagger-ui");
            closed.add("/q/openapi");
        }
        if (!mode.graphiql()) {
            closed.add("/q/graphql-ui");
        }
        if (!mode.introspection()) {
            closed.add("/graphql/schema.graphql");
        }
    }

    void install(@Observes Filters filters) {
        if (!closed.isEmpty()) {
            filters.register(this::handle, AFTER_REQUEST_IDS);
        }
    }

    private void handle(RoutingContext context) {
        String path = context.normalizedPath();
        // Nothing that is open begins like something closed, so the beginning is enough: /q/openapi.json.
        if (closed.stream().anyMatch(path::startsWith)) {
            context.response().setStatusCode(404).end();
        } else {
            context.next();
        }
    }
}
