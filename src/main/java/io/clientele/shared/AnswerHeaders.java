package io.clientele.shared;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers that the answer to the request in hand shall carry whatever it is, over REST and GraphQL alike. */
@RequestScoped
public class AnswerHeaders {

    private final Map<String, String> headers = new LinkedHashMap<>();

    public void put(String name, String value) {
        headers.put(name, value);
    }

    public Map<String, String> all() {
        return Collections.unmodifiableMap(headers);
    }
}
