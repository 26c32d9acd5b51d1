package io.clientele.shared.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;

/**
 * A message as its topic gets it.
 *
 * @param id the same at every try
 * @param key messages of one topic with one key are handled in the order they were added
 * @param payload JSON
 * @param tries how many times it has been taken, this time included
 */
public record OutboxMessage(long id, String topic, String key, String payload, int tries, Instant createdAt) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The payload as the record that was added. */
    public <T> T read(Class<T> type) {
        try {
            return JSON.readValue(payload, type);
        } catch (JsonProcessingException e) {
            throw new PermanentFailure("the payload is no " + type.getSimpleName(), e);
        }
    }

    static String write(Object payload) {
        try {
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a payload must be writable as JSON", e);
        }
    }
}
