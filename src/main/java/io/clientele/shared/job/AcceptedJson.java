package io.clientele.shared.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The request of a job as it is kept. */
final class AcceptedJson {

    /** Getters of yes or no are questions about a record, and no parts of it. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private AcceptedJson() {}

    static String write(Accepted accepted) {
        try {
            return JSON.writeValueAsString(accepted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request can be written", e);
        }
    }

    static Accepted read(String text) {
        try {
            return JSON.readValue(text, Accepted.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request that was written can be read", e);
        }
    }
}
