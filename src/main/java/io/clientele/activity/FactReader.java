package io.clientele.activity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.shared.json.BodyReader;
import io.clientele.shared.load.BoundedLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads facts one after another, so that no more than a few are in memory. One JSON value is looked through first: when it
 * is broken or holds too many, nothing of it is taken.
 */
@ApplicationScoped
class FactReader {

    /** The most facts of one call. */
    static final int MOST = 10_000;

    /** The most bytes of one fact. */
    static final int LARGEST_FACT = 1 << 18;

    /** The most bytes of one JSON value; larger calls come as lines. */
    private static final int LARGEST_BODY = 16 << 20;

    private final ObjectMapper json;

    /** For one value among others. */
    private final ObjectReader elements;

    @Inject
    FactReader(ObjectMapper json) {
        this.json = json;
        this.elements = json.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Takes the facts in their order; numbers begin with 1. */
    interface Sink {

        void take(long number, int bytes, JsonNode fact);

        void refuse(long number, Refusal refusal);
    }

    /**
     * Hands every fact of the body on.
     *
     * @param name of the list in a JSON value
     * @throws Refusal when nothing of the body can be read
     */
    void read(FactStream body, String name, Sink sink) {
        try {
            if (body.lines()) {
                lines(new BoundedLines(body.in(), LARGEST_FACT), name, sink);
            } else {
                byte[] bytes = BodyReader.bytes(body.in(), LARGEST_BODY);
                list(bytes, name, null);
                list(bytes, name, sink);
            }
        } catch (JsonProcessingException e) {
            throw BodyReader.undecodable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lines(BoundedLines lines, String name, Sink sink) throws IOException {
        int count = 0;
        while (lines.next()) {
            String line = lines.line().orElse(null);
            if (line == null || !line.isEmpty()) {
                count++;
                line(line, lines.number(), count > MOST ? Refusals.tooManyItems(name, MOST) : null, sink);
            }
        }
    }

    private void line(@Nullable String line, long number, @Nullable Refusal refusal, Sink sink) {
        if (refusal != null || line == null) {
            sink.refuse(number, refusal == null ? ActivityRefusals.tooLarge(LARGEST_FACT) : refusal);
            return;
        }
        JsonNode fact;
        try {
            fact = json.readTree(line);
        } catch (JsonProcessingException e) {
            sink.refuse(number, BodyReader.undecodable());
            return;
        }
        sink.take(number, line.length(), fact);
    }

    /** Reads the list of that name in an object; with nobody to take the facts it only looks whether all is well. */
    private void list(byte[] bytes, String name, @Nullable Sink sink) throws IOException {
        try (JsonParser parser = json.getFactory().createParser(bytes)) {
            boolean found = false;
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean named = parser.currentName().equalsIgnoreCase(name);
                    JsonToken value = parser.nextToken();
                    if (!named) {
                        parser.skipChildren();
                    } else if (value == JsonToken.START_ARRAY && !found) {
                        found = true;
                        elements(parser, name, sink);
                    } else if (value != JsonToken.VALUE_NULL) {
                        throw Refusals.invalidValue(name, parser.getText());
                    }
                }
            }
            if (!found) {
                throw Refusals.required(name);
            }
            if (parser.nextToken() != null) {
                throw BodyReader.undecodable();
            }
        }
    }

    private void elements(JsonParser parser, String name, @Nullable Sink sink) throws IOException {
        int number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (++number > MOST) {
                throw Refusals.tooManyItems(name, MOST);
            }
            long from = parser.currentTokenLocation().getByteOffset();
            if (sink == null) {
                parser.skipChildren();
            } else {
                JsonNode fact = elements.readValue(parser);
                int size = (int) (parser.currentLocation().getByteOffset() - from);
                if (size > LARGEST_FACT) {
                    sink.refuse(number, ActivityRefusals.tooLarge(LARGEST_FACT));
                } else {
                    sink.take(number, size, fact);
                }
            }
        }
    }
}
