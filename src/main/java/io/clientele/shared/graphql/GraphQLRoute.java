package io.clientele.shared.graphql;

import io.clientele.shared.AnswerHeaders;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Mode;
import io.clientele.shared.idempotency.Idempotent;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code /graphql} over HTTP. It stands before the framework's own route and never passes a request on to it, because
 * that one knows neither the contract's statuses nor our limits.
 */
@Singleton
class GraphQLRoute {

    // After CORS (-300) and authentication (-200), before the framework's routes, the first of which is at -99.
    private static final int ORDER = -150;

    static final String CACHE_ID = "X-Magento-Cache-Id";

    // The document and the variables with every character escaped, and some room.
    private static final int ESCAPED = 6;
    private static final int TOO_LARGE = 413;
    private static final int UNAVAILABLE = 503;
    private static final int RUNNING = 409;

    private final GraphQLEngine engine;
    private final GraphQLSettings settings;
    private final Mode mode;
    private final CacheId cacheId;
    private final CurrentCaller caller;
    private final AnswerHeaders headers;
    private final CurrentVertxRequest current;

    GraphQLRoute(
            GraphQLEngine engine,
            GraphQLSettings settings,
            Mode mode,
            CacheId cacheId,
            CurrentCaller caller,
            AnswerHeaders headers,
            CurrentVertxRequest current) {
        this.current = current;
        this.engine = engine;
        this.settings = settings;
        this.mode = mode;
        this.cacheId = cacheId;
        this.caller = caller;
        this.headers = headers;
    }

    void register(@Observes Router router) {
        long limit = (long) settings.maxDocumentBytes() * ESCAPED + settings.maxVariablesBytes();
        for (String path : List.of("/graphql", "/graphql/*")) {
            router.route(path)
                    .order(ORDER)
                    .handler(BodyHandler.create(false).setBodyLimit(limit))
                    .blockingHandler(this::handle, false)
                    .failureHandler(this::fail);
        }
    }

    private void handle(RoutingContext context) {
        String path = context.normalizedPath();
        HttpMethod method = context.request().method();
        if (!path.equals("/graphql") && !path.equals("/graphql/")) {
            context.response().setStatusCode(404).end();
        } else if (method.equals(HttpMethod.OPTIONS)) {
            context.response()
                    .setStatusCode(204)
                    .putHeader("Allow", "GET, POST, OPTIONS")
                    .end();
        } else if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.POST)) {
            context.response()
                    .setStatusCode(405)
                    .putHeader("Allow", "GET, POST, OPTIONS")
                    .end();
        } else {
            inRequest(context);
        }
    }

    private void inRequest(RoutingContext context) {
        ManagedContext scope = Arc.container().requestContext();
        boolean started = !scope.isActive();
        if (started) {
            scope.activate();
        }
        try {
            current.setCurrent(context);
            answer(context);
        } finally {
            if (started) {
                scope.terminate();
            }
        }
    }

    private void answer(RoutingContext context) {
        // A filter before all routes has made sure that there is an id and that it is a plain word.
        String requestId = context.request().getHeader("X-Request-Id");
        caller.from(
                String.valueOf(context.request().remoteAddress().hostAddress()), requestId == null ? "" : requestId);
        GraphQLAnswer answer;
        try {
            answer = engine.execute(read(context), name -> header(context, name));
        } catch (RequestReader.Unreadable e) {
            answer = GraphQLAnswer.refused(GraphQLAnswer.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            answer = GraphQLAnswer.refused(500, List.of(Failures.unexpected(e, List.of(), null)));
        }
        HttpServerResponse response = context.response();
        cacheHeaders(context, response, answer);
        headers.all().forEach(response::putHeader);
        send(response, answer);
    }

    private static @Nullable String header(RoutingContext context, String name) {
        List<String> values = context.request().headers().getAll(name);
        return values.isEmpty() ? null : String.join(",", values);
    }

    private GraphQLRequest read(RoutingContext context) {
        RequestReader reader = new RequestReader(settings.maxVariablesBytes());
        if (context.request().method().equals(HttpMethod.GET)) {
            return reader.parameters(
                    context.request().getParam("query"),
                    context.request().getParam("operationName"),
                    context.request().getParam("variables"));
        }
        if (!isJson(context.request().getHeader("Content-Type"))) {
            throw new RequestReader.Unreadable("Request content type must be application/json");
        }
        Buffer body = context.body().buffer();
        return reader.body(body == null ? new byte[0] : body.getBytes());
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json");
    }

    /** Only what anybody may get, asked for by GET, may be kept; an outdated id says the asker expects another answer. */
    private void cacheHeaders(RoutingContext context, HttpServerResponse response, GraphQLAnswer answer) {
        boolean open = false;
        if (context.request().method().equals(HttpMethod.GET) && answer.executed()) {
            String current = cacheId.current();
            String sent = context.request().getHeader(CACHE_ID);
            response.putHeader(CACHE_ID, current);
            open = answer.cacheable() && caller.get().isGuest() && (sent == null || sent.equals(current));
        }
        response.putHeader(
                "Cache-Control",
                open ? "public, max-age=" + settings.publicMaxAge().toSeconds() : "no-store, private");
        response.putHeader("Vary", "Store, Content-Currency, Authorization, " + CACHE_ID);
    }

    private void fail(RoutingContext context) {
        GraphQLAnswer answer = context.statusCode() == TOO_LARGE
                ? GraphQLAnswer.refused(TOO_LARGE, "The request is too large.")
                : GraphQLAnswer.refused(
                        500,
                        List.of(Failures.unexpected(
                                context.failure() == null ? new IllegalStateException("no cause") : context.failure(),
                                List.of(),
                                null)));
        send(context.response(), answer);
    }

    private void send(HttpServerResponse response, GraphQLAnswer answer) {
        if (answer.status() == UNAVAILABLE) {
            response.putHeader("Retry-After", "5");
        }
        if (answer.status() == RUNNING) {
            response.putHeader("Retry-After", "1");
        }
        if (answer.earlier() != null) {
            response.putHeader(Idempotent.REPLAYED, "true");
        }
        response.setStatusCode(answer.status())
                .putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(AnswerWriter.write(answer, mode.local())));
    }
}
