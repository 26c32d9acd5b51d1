package io.clientele.massaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What is asked for, and what customers were like, as it is kept. */
final class MassActionJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private MassActionJson() {}

    /** Without zero bytes, which PostgreSQL does not keep. */
    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value).replace("\\u0000", " ");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is asked for can be written", e);
        }
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    static JsonNode tree(String text) {
        return read(text, JsonNode.class);
    }
}
