package io.clientele.bulk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to do something later.
 *
 * @param verb the HTTP method
 * @param path below {@code /rest/async}: {@code V1/customers}, or {@code bulk/V1/customers} for a list of them
 * @param query its query
 * @param contentType its {@code Content-Type}, or null
 * @param ifMatch its {@code If-Match}, or null
 * @param key its {@code Idempotency-Key}, or null
 */
public record SentRequest(
        String verb,
        String path,
        Map<String, List<String>> query,
        @Nullable String contentType,
        @Nullable String ifMatch,
        @Nullable String key) {

    private static final String BULK = "bulk/";

    boolean isBulk() {
        return path.startsWith(BULK);
    }

    /** Below {@code /rest}. */
    String route() {
        return isBulk() ? path.substring(BULK.length()) : path;
    }
}
