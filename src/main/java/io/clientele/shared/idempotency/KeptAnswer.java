package io.clientele.shared.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that took effect.
 *
 * @param body the JSON as it was sent
 * @param version the version of the thing it shows, or null
 */
public record KeptAnswer(String body, @Nullable String version) {

    String write() {
        return (version == null ? "" : version) + '\n' + body;
    }

    static KeptAnswer read(String text) {
        int end = text.indexOf('\n');
        return new KeptAnswer(text.substring(end + 1), end == 0 ? null : text.substring(0, end));
    }
}
