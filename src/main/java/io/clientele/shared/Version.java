package io.clientele.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Arrays;
import java.util.Base64;

/**
 * The version of a thing: a short text that differs whenever anything the thing says differs. It is made of the record
 * that a service gives, so that REST (as {@code ETag}) and GraphQL (as {@code version}) name the same one.
 */
public final class Version {

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    /** 128 bits: nobody finds two things of one version, not even on purpose. */
    private static final int BYTES = 16;

    private Version() {}

    /** 22 signs of the URL's alphabet. */
    public static String of(Object thing) {
        try {
            byte[] hash = Sha256.of(CANONICAL.writeValueAsBytes(thing));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records can be written", e);
        }
    }
}
