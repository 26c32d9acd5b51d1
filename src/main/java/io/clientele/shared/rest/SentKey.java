package io.clientele.shared.rest;

import io.clientele.shared.CurrentCaller;
import io.clientele.shared.idempotency.KeyedRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Idempotency-Key that came with the REST request in hand, and what else makes the request the same. */
@RequestScoped
class SentKey {

    private @Nullable String key;
    private List<String> about = List.of();
    private byte[] body = {};

    /** @param about method, path and query as they were sent */
    void sent(String key, List<String> about) {
        this.key = key;
        this.about = about;
    }

    void body(byte[] bytes) {
        if (key != null) {
            body = bytes;
        }
    }

    /** The request under its key; empty when it came without one. */
    Optional<KeyedRequest> request(CurrentCaller caller) {
        return key == null ? Optional.empty() : Optional.of(KeyedRequest.of(key, caller, about, body));
    }
}
