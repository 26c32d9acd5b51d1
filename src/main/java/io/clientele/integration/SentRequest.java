package io.clientele.integration;

import io.clientele.access.RequestOrigin;
import io.clientele.shared.Refusal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The request in hand as the client sent it, before anything of ours has read or rewritten it. */
@Singleton
class SentRequest {

    private final CurrentVertxRequest current;
    private final RequestOrigin origin;

    SentRequest(CurrentVertxRequest current, RequestOrigin origin) {
        this.current = current;
        this.origin = origin;
    }

    /** A name and its value, both encoded for the signature. */
    private record Pair(String name, String value) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            int byName = name.compareTo(other.name);
            return byName == 0 ? value.compareTo(other.value) : byName;
        }
    }

    /** The path, not decoded. */
    String path() {
        return String.valueOf(request().path());
    }

    /**
     * What is signed of it (RFC 5849, 3.4.1): method, address and all parameters but the signature.
     *
     * @param form the body, if it is a form; empty otherwise
     * @throws Refusal for a query or form that is not encoded well
     */
    String signatureBase(OAuthParameters parameters, String form) {
        List<Pair> pairs = new ArrayList<>();
        parameters.values().forEach((name, value) -> {
            if (!name.equals("oauth_signature")) {
                pairs.add(pair(name, value));
            }
        });
        String query = request().query();
        Stream.of(query == null ? "" : query, form).flatMap(SentRequest::pairs).forEach(pairs::add);
        String all = pairs.stream()
                .sorted()
                .map(pair -> pair.name() + "=" + pair.value())
                .collect(Collectors.joining("&"));
        return Stream.of(request().method().name(), origin.get() + path(), all)
                .map(PercentEncoding::encoded)
                .collect(Collectors.joining("&"));
    }

    private static Stream<Pair> pairs(String query) {
        return Stream.of(query.split("&", -1)).filter(part -> !part.isEmpty()).map(part -> {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            return pair(name, equals < 0 ? "" : decoded(part.substring(equals + 1)));
        });
    }

    private static Pair pair(String name, String value) {
        return new Pair(PercentEncoding.encoded(name), PercentEncoding.encoded(value));
    }

    private static String decoded(String text) {
        return PercentEncoding.decoded(text, true).orElseThrow(() -> IntegrationRefusals.parameterRejected("query"));
    }

    private HttpServerRequest request() {
        return current.getCurrent().request();
    }
}
