package io.clientele.shared.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an answer as JSON, straight from the maps of the execution. */
final class AnswerWriter {

    private static final JsonFactory JSON = new JsonFactory();
    // Whole numbers up to here are exact as doubles, and are written without a fraction.
    private static final double EXACT = 1L << 53;

    private AnswerWriter() {}

    /** @param all whether all errors are told, or only the first */
    static byte[] write(GraphQLAnswer answer, boolean all) {
        if (answer.earlier() != null) {
            return answer.earlier().getBytes(StandardCharsets.UTF_8);
        }
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(1024);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            if (!answer.errors().isEmpty()) {
                json.writeArrayFieldStart("errors");
                for (GraphQLError error :
                        all ? answer.errors() : answer.errors().subList(0, 1)) {
                    error(json, error);
                }
                json.writeEndArray();
            }
            if (answer.executed()) {
                json.writeFieldName("data");
                value(json, answer.data());
            }
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void error(JsonGenerator json, GraphQLError error) throws IOException {
        json.writeStartObject();
        json.writeStringField("message", error.getMessage());
        List<SourceLocation> locations = error.getLocations();
        if (locations != null && !locations.isEmpty()) {
            json.writeArrayFieldStart("locations");
            for (SourceLocation location : locations) {
                json.writeStartObject();
                json.writeNumberField("line", location.getLine());
                json.writeNumberField("column", location.getColumn());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (error.getPath() != null) {
            json.writeFieldName("path");
            value(json, error.getPath());
        }
        if (error.getExtensions() != null) {
            json.writeFieldName("extensions");
            value(json, error.getExtensions());
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> number(json, number);
            case BigDecimal number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case Map<?, ?> object -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : object.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    value(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object item : list) {
                    value(json, item);
                }
                json.writeEndArray();
            }
            default -> json.writeString(String.valueOf(value));
        }
    }

    private static void number(JsonGenerator json, double number) throws IOException {
        if (number == Math.rint(number) && Math.abs(number) < EXACT) {
            json.writeNumber((long) number);
        } else {
            json.writeNumber(number);
        }
    }
}
