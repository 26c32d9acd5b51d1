package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.shared.json.StoredJson;

/** What is asked for, and what customers were like, as it is kept. */
final class MassActionJson {

    private MassActionJson() {}

    /** Without zero bytes, which PostgreSQL does not keep. */
    static String write(Object value) {
        return StoredJson.write(value).replace("\\u0000", " ");
    }

    static <T> T read(String text, Class<T> type) {
        return StoredJson.read(text, type);
    }

    static JsonNode tree(String text) {
        return read(text, JsonNode.class);
    }
}
