package io.clientele.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Lets pages of the configured origins call REST, GraphQL and the token routes from a browser. The framework's own
 * filter knows one list of origins for all; ours are the website's.
 */
@Singleton
class Cors {

    private static final int AFTER_REQUEST_IDS = 9_000;
    private static final Pattern PATHS = Pattern.compile("/(?:rest|graphql|oauth|oauth2(?!/authorize))(?:/.*)?");
    private static final String METHODS = "GET, POST, PUT, DELETE, OPTIONS";
    private static final String REQUEST_HEADERS =
            "Authorization, Store, Content-Currency, X-Magento-Cache-Id, If-Match, If-None-Match, Idempotency-Key,"
                    + " X-Clientele-Visitor, Content-Type";
    private static final String EXPOSED_HEADERS =
            "ETag, Idempotent-Replayed, Retry-After, RateLimit, RateLimit-Policy, X-Magento-Cache-Id";
    private static final String REMEMBER_SECONDS = "600";

    private final CorsOrigins origins;

    Cors(CorsOrigins origins) {
        this.origins = origins;
    }

    void install(@Observes Filters filters) {
        filters.register(this::handle, AFTER_REQUEST_IDS);
    }

    private void handle(RoutingContext context) {
        String path = context.request().path();
        if (path == null || !PATHS.matcher(path).matches()) {
            context.next();
            return;
        }
        MultiMap headers = context.request().headers();
        HttpServerResponse answer = context.response();
        // Caches must not give one origin what was answered to another, or to none.
        answer.headers().add("Vary", "Origin");
        String origin = headers.get("Origin");
        boolean preflight = context.request().method().equals(HttpMethod.OPTIONS)
                && headers.contains("Access-Control-Request-Method");
        boolean allowed = origin != null && origins.allows(origin, path, headers.get("Store"), preflight);
        if (allowed) {
            answer.putHeader("Access-Control-Allow-Origin", origin);
            answer.putHeader("Access-Control-Allow-Credentials", "true");
        }
        if (!preflight) {
            if (allowed) {
                answer.putHeader("Access-Control-Expose-Headers", EXPOSED_HEADERS);
            }
            context.next();
            return;
        }
        if (allowed) {
            answer.putHeader("Access-Control-Allow-Methods", METHODS);
            answer.putHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
            answer.putHeader("Access-Control-Max-Age", REMEMBER_SECONDS);
        }
        answer.setStatusCode(204).end();
    }
}
