package io.clientele.launch;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Refuses requests whose body another server could see end elsewhere: those with a transfer coding other than one
 * {@code chunked}, which the HTTP server would read as if they had none. It refuses wrong lengths by itself.
 */
@Singleton
class TransferCodings {

    /** Before anything reads the request. */
    private static final int FIRST = 11_000;

    private static final int BAD_REQUEST = 400;

    void install(@Observes Filters filters) {
        filters.register(TransferCodings::handle, FIRST);
    }

    private static void handle(RoutingContext context) {
        List<String> codings = context.request().headers().getAll("Transfer-Encoding");
        if (codings.isEmpty() || (codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked"))) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(BAD_REQUEST)
                .putHeader("Connection", "close")
                .end()
                .onComplete(ended -> context.request().connection().close());
    }
}
