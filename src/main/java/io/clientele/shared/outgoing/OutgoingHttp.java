package io.clientele.shared.outgoing;

import io.clientele.shared.Mode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to addresses that others have named. A name is looked up once, its addresses are checked, and the connection
 * goes to one of these, while TLS still asks for a certificate of the name. No redirect is followed, no proxy is used, and an
 * answer over a megabyte is cut off.
 */
@ApplicationScoped
public class OutgoingHttp {

    /** The longest that a call takes, whatever its caller asks for: the lookup, the connection and the whole answer. */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    static final int MOST_BYTES = 1 << 20;

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final int CONNECTIONS_TO_ONE = 64;
    /** Shorter than servers usually wait, so that none closes a connection in the moment it is used again. */
    private static final int IDLE_SECONDS = 4;

    private final HttpClient client;
    private final NameLookup names;
    private final BooleanSupplier allowsPrivate;

    @Inject
    OutgoingHttp(Vertx vertx, OutgoingConfig config, Mode mode) {
        this(
                vertx.createHttpClient(options()),
                new NameLookup(InetAddress::getAllByName),
                () -> config.allowPrivate().orElseGet(mode::local));
    }

    OutgoingHttp(HttpClient client, NameLookup names, BooleanSupplier allowsPrivate) {
        this.client = client;
        this.names = names;
        this.allowsPrivate = allowsPrivate;
    }

    static HttpClientOptions options() {
        return new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_TO_ONE)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setConnectTimeout(Math.toIntExact(CONNECT_LIMIT.toMillis()));
    }

    /**
     * Checks what can be checked without asking anybody, for the moment in which an address is named.
     *
     * @throws OutgoingRefused when no call to it would ever be made
     */
    public void check(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new OutgoingRefused("The address must begin with https:// or http://.");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new OutgoingRefused("The address names no host.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new OutgoingRefused("The address must have neither a user nor a fragment.");
        }
        InetAddress literal = literal(host(uri));
        if (literal != null) {
            demandPublic(host(uri), List.of(literal));
        }
    }

    /**
     * Posts and waits for the answer, whichever status it has. Blocks the thread, which should be a virtual one.
     *
     * @param limit for everything together; longer than {@link #LIMIT} is that
     * @throws OutgoingRefused when the call may not be made
     * @throws OutgoingFailed when there is no answer
     */
    public OutgoingAnswer post(URI uri, Map<String, String> headers, byte[] body, Duration limit) {
        long end = System.nanoTime() + Math.min(limit.toNanos(), LIMIT.toNanos());
        check(uri);
        InetAddress literal = literal(host(uri));
        List<InetAddress> addresses =
                literal == null ? names.find(host(uri), end - System.nanoTime()) : List.of(literal);
        demandPublic(host(uri), addresses);
        try {
            return exchange(connect(uri, headers, addresses, end), body, end);
        } catch (OutgoingFailed e) {
            if (!(e.getCause() instanceof ClosedChannelException)) {
                throw e;
            }
            // A connection that was kept had been closed, so that nothing was sent: another one may be open.
            return exchange(connect(uri, headers, addresses, end), body, end);
        }
    }

    private static OutgoingAnswer exchange(HttpClientRequest request, byte[] body, long end) {
        // Before anything is sent: an answer that is faster than whoever listens for it would lose its beginning.
        Future<OutgoingAnswer> answer = request.response().compose(response -> read(request, response));
        var _ = request.end(Buffer.buffer(body));
        try {
            return await(answer, end);
        } finally {
            if (!answer.isComplete()) {
                request.reset();
            }
        }
    }

    private HttpClientRequest connect(URI uri, Map<String, String> headers, List<InetAddress> addresses, long end) {
        @Nullable OutgoingFailed failed = null;
        for (InetAddress address : addresses) {
            Future<HttpClientRequest> request = client.request(request(uri, headers, address));
            try {
                return await(request, end);
            } catch (OutgoingFailed e) {
                // It may still come; then nobody wants it.
                request.onSuccess(HttpClientRequest::reset);
                failed = e;
            }
        }
        throw failed == null ? new OutgoingFailed("The name has no address.", null) : failed;
    }

    private static RequestOptions request(URI uri, Map<String, String> headers, InetAddress address) {
        boolean secure = uri.getScheme().equalsIgnoreCase("https");
        int port = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(host(uri))
                .setPort(port)
                .setSsl(secure)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        return options.putHeader("Host", uri.getRawAuthority());
    }

    private static Future<OutgoingAnswer> read(HttpClientRequest request, HttpClientResponse response) {
        Promise<OutgoingAnswer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(whole::tryFail);
        response.handler(part -> {
            if (body.length() + part.length() > MOST_BYTES) {
                whole.tryFail(new OutgoingFailed("The answer is longer than a megabyte.", null));
                request.reset();
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(_ -> {
            Map<String, String> headers = new HashMap<>();
            response.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
            whole.tryComplete(new OutgoingAnswer(response.statusCode(), Map.copyOf(headers), body.getBytes()));
        });
        return whole.future();
    }

    private static <T> T await(Future<T> future, long end) {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .get(Math.max(end - System.nanoTime(), 0), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutgoingFailed failed) {
                throw failed;
            }
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new OutgoingFailed("There was no answer: " + why.getMessage(), why);
        } catch (TimeoutException e) {
            throw new OutgoingFailed("There was no answer in time.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutgoingFailed("The service is stopping.", e);
        }
    }

    /** One address that is not the world's is enough: whoever names it beside others means to be connected to it. */
    private void demandPublic(String host, List<InetAddress> addresses) {
        if (!allowsPrivate.getAsBoolean() && !addresses.stream().allMatch(PublicAddresses::contains)) {
            throw new OutgoingRefused("\"" + host + "\" is a private address, which this deployment does not call.");
        }
    }

    private static String host(URI uri) {
        String host = String.valueOf(uri.getHost());
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static @Nullable InetAddress literal(String host) {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
