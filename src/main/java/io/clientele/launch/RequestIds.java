package io.clientele.launch;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request an id: the caller's {@code X-Request-Id} where it is a plain word, a random one otherwise. It is
 * in the answer, in the logs as {@code requestId}, and behind this filter always in the request's own header.
 */
@Singleton
class RequestIds {

    static final String HEADER = "X-Request-Id";

    /** Nothing that could break a line of the log or a header. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private static final int BEFORE_ALL_OTHERS = 10_000;

    void install(@Observes Filters filters) {
        filters.register(RequestIds::handle, BEFORE_ALL_OTHERS);
    }

    private static void handle(RoutingContext context) {
        String id = of(context.request().getHeader(HEADER));
        context.request().headers().set(HEADER, id);
        context.response().putHeader(HEADER, id);
        MDC.put("requestId", id);
        context.next();
    }

    static String of(@Nullable String sent) {
        if (sent != null && PLAIN.matcher(sent).matches()) {
            return sent;
        }
        byte[] random = new byte[12];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
