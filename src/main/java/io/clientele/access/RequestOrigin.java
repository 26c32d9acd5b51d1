package io.clientele.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scheme and host that the client of the request in hand called. A trusted proxy is asked for those the client used with it
 * ({@code X-Forwarded-Proto}, {@code -Host} and {@code -Port}, or {@code Forwarded}); anybody else's word is ignored.
 */
@Singleton
public class RequestOrigin {

    private static final Map<String, String> DEFAULT_PORTS = Map.of("http", ":80", "https", ":443");

    private final CurrentVertxRequest current;
    private final ClientAddress proxies;
    private final boolean standard;

    RequestOrigin(CurrentVertxRequest current, ClientAddress proxies, AccessConfig config) {
        this.current = current;
        this.proxies = proxies;
        this.standard = config.forwardedHeader().equalsIgnoreCase("Forwarded");
    }

    /** Such as {@code https://shop.example:8443}: in lower case, and without the port that the scheme has by itself. */
    public String get() {
        HttpServerRequest request = current.getCurrent().request();
        String scheme = String.valueOf(request.scheme());
        String host = String.valueOf(request.authority());
        if (proxies.isTrusted(String.valueOf(request.remoteAddress().hostAddress()))) {
            scheme = told(request, "X-Forwarded-Proto", "proto", scheme);
            host = withPort(request, told(request, "X-Forwarded-Host", "host", host), scheme);
        }
        scheme = scheme.toLowerCase(Locale.ROOT);
        host = host.toLowerCase(Locale.ROOT);
        String port = DEFAULT_PORTS.getOrDefault(scheme, ":");
        return scheme + "://" + (host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host);
    }

    /** What the outermost proxy says, which spoke with the client. */
    private String told(HttpServerRequest request, String header, String part, String otherwise) {
        @Nullable
        String value =
                standard ? forwarded(request, part) : first(request.headers().getAll(header));
        return value == null || value.isEmpty() ? otherwise : value;
    }

    private String withPort(HttpServerRequest request, String host, String scheme) {
        String port = standard ? null : first(request.headers().getAll("X-Forwarded-Port"));
        boolean named = host.indexOf(':', host.lastIndexOf(']') + 1) >= 0;
        boolean told = port != null && request.getHeader("X-Forwarded-Host") != null;
        return told && !named && !(":" + port).equals(DEFAULT_PORTS.get(scheme.toLowerCase(Locale.ROOT)))
                ? host + ":" + port
                : host;
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.getFirst().split(",", -1)[0].strip();
    }

    private static @Nullable String forwarded(HttpServerRequest request, String part) {
        String element = first(request.headers().getAll("Forwarded"));
        return element == null
                ? null
                : Arrays.stream(element.split(";", -1))
                        .map(String::strip)
                        .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith(part + "="))
                        .map(pair -> pair.substring(part.length() + 1).replace("\"", ""))
                        .findFirst()
                        .orElse(null);
    }
}
