package io.clientele.shared.operation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.json.BodyReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the items of a JSON array one after another; none of them takes more memory than an operation's body may have. */
public final class SentItems implements AutoCloseable {

    private final ObjectMapper mapper;
    private final JsonParser parser;
    private final int most;
    private @Nullable ObjectNode item;

    /**
     * @param most the most bytes of an item
     * @throws io.clientele.shared.Refusal when the body is no JSON array
     */
    public SentItems(ObjectMapper mapper, InputStream body, int most) throws IOException {
        this.mapper = mapper;
        this.most = most;
        try {
            this.parser = mapper.getFactory().createParser(body);
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw OperationRefusals.noList();
            }
        } catch (JsonProcessingException e) {
            throw BodyReader.undecodable();
        }
    }

    /**
     * Reads the next item.
     *
     * @return false at the end of the array
     * @throws io.clientele.shared.Refusal when it cannot be decoded
     */
    public boolean next() throws IOException {
        try {
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                if (parser.nextToken() != null) {
                    throw BodyReader.undecodable();
                }
                return false;
            }
            Bounded bytes = new Bounded(most);
            try (JsonGenerator copy = mapper.getFactory().createGenerator(bytes)) {
                copy.copyCurrentStructure(parser);
            }
            // A list or a scalar holds no named parameter, so all of them are missing.
            item = bytes.full
                    ? null
                    : mapper.readTree(bytes.toByteArray()) instanceof ObjectNode object
                            ? object
                            : mapper.createObjectNode();
            return true;
        } catch (JsonProcessingException e) {
            throw BodyReader.undecodable();
        }
    }

    /** The item that was read last; null when it was too large. */
    public @Nullable ObjectNode item() {
        return item;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Keeps bytes up to a number and loses all of them beyond it. */
    private static final class Bounded extends ByteArrayOutputStream {

        private final int most;
        private boolean full;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public synchronized void write(int one) {
            if (!full && size() < most) {
                super.write(one);
            } else {
                fill();
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            if (!full && size() + length <= most) {
                super.write(bytes, from, length);
            } else {
                fill();
            }
        }

        private void fill() {
            full = true;
            reset();
        }
    }
}
