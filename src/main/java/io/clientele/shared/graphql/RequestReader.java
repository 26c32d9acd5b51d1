package io.clientele.shared.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a request out of a body or out of the parameters of a URL. */
final class RequestReader {

    static final String NO_JSON = "Unable to unserialize value. Error: Syntax error";
    static final String NO_BATCHES = "Batched requests are not supported.";

    private static final int MAX_NESTING = 64;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final int maxVariablesBytes;
    private @Nullable String query;
    private @Nullable String operationName;
    private Map<String, @Nullable Object> variables = new HashMap<>();

    RequestReader(int maxVariablesBytes) {
        this.maxVariablesBytes = maxVariablesBytes;
    }

    /** @throws Unreadable with the words for the client */
    GraphQLRequest body(byte[] body) {
        try (JsonParser json = JSON.createParser(body)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                throw new Unreadable(NO_BATCHES);
            }
            if (first != JsonToken.START_OBJECT) {
                throw new Unreadable(NO_JSON);
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                part(json, name);
            }
            if (json.nextToken() != null) {
                throw new Unreadable(NO_JSON);
            }
        } catch (IOException e) {
            throw new Unreadable(NO_JSON);
        }
        return request(false);
    }

    /** @throws Unreadable with the words for the client */
    GraphQLRequest parameters(@Nullable String query, @Nullable String operationName, @Nullable String variables) {
        this.query = query;
        this.operationName = operationName;
        if (variables != null && !variables.isBlank()) {
            byte[] text = variables.getBytes(StandardCharsets.UTF_8);
            try (JsonParser json = JSON.createParser(text)) {
                json.nextToken();
                variables(json);
                if (json.nextToken() != null) {
                    throw new Unreadable(NO_JSON);
                }
            } catch (IOException e) {
                throw new Unreadable(NO_JSON);
            }
        }
        return request(true);
    }

    private void part(JsonParser json, String name) throws IOException {
        switch (name) {
            case "query" -> query = text(json);
            case "operationName" -> operationName = text(json);
            case "variables" -> variables(json);
            default -> json.skipChildren();
        }
    }

    private static @Nullable String text(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        throw new Unreadable(NO_JSON);
    }

    @SuppressWarnings("unchecked") // a JSON object reads as a map by name
    private void variables(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (json.currentToken() == JsonToken.START_ARRAY && json.nextToken() == JsonToken.END_ARRAY) {
            // PHP clients write an empty map as an empty list.
            return;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new Unreadable("Variables are invalid JSON.");
        }
        long start = json.currentTokenLocation().getByteOffset();
        Map<String, @Nullable Object> values = JSON.readValue(json, Map.class);
        if (json.currentLocation().getByteOffset() - start > maxVariablesBytes) {
            throw new Unreadable("The variables are larger than %d bytes.".formatted(maxVariablesBytes));
        }
        variables = values;
    }

    private GraphQLRequest request(boolean readOnly) {
        return new GraphQLRequest(query == null ? "" : query, operationName, variables, readOnly);
    }

    /** The request is none; the message is for the client. */
    static final class Unreadable extends RuntimeException {

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }
}
