package io.clientele.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From the bytes of a body to the record of an operation's parameters. */
public final class BodyReader {

    /** The most bytes the body of a plain operation may have. */
    public static final int LARGEST = 1 << 20;

    private BodyReader() {}

    /** @throws Refusal when there are more bytes than a plain operation takes */
    public static byte[] bytes(InputStream body) throws IOException {
        return bytes(body, LARGEST);
    }

    /**
     * The bytes of a body whose operation takes more or less than a plain one.
     *
     * @throws Refusal when there are more than that
     */
    public static byte[] bytes(InputStream body, int most) throws IOException {
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw JsonRefusals.tooLarge(most);
        }
        return bytes;
    }

    /** The same bytes, of which no more than so many can be read: one more is refused. */
    public static InputStream bounded(InputStream body, int most) {
        return new BoundedBody(body, most);
    }

    /** The parameters in the body, with those of the query, which win where both have a scalar. */
    public static <T extends Record> T read(Class<T> type, ObjectNode body, Map<String, List<String>> query) {
        merge(type, body, query);
        return RecordReader.parameters(type, body);
    }

    /** Puts the query's values into the body where the operation has a scalar of that name. */
    public static void merge(Class<? extends Record> type, ObjectNode body, Map<String, List<String>> query) {
        for (RecordShape.Component component : RecordShape.of(type).components()) {
            if (ScalarReader.reads(RecordShape.raw(component.type()))) {
                query.forEach((name, values) -> {
                    if (!values.isEmpty() && Names.canonical(name).equals(component.canonical())) {
                        put(body, component.name(), values.get(0));
                    }
                });
            }
        }
    }

    /** Puts a text under the name, in the place of whatever was there, however it was spelt. */
    public static void put(ObjectNode body, String name, String value) {
        drop(body, Names.canonical(name));
        body.set(name, TextNode.valueOf(value));
    }

    /** What the body has under the name, whatever its spelling; null when there is nothing, or a null. */
    public static @Nullable JsonNode find(ObjectNode body, String name) {
        String canonical = Names.canonical(name);
        JsonNode found = null;
        for (Map.Entry<String, JsonNode> property : body.properties()) {
            if (Names.canonical(property.getKey()).equals(canonical)) {
                found = property.getValue();
            }
        }
        return found == null || found.isNull() ? null : found;
    }

    private static void drop(ObjectNode body, String canonical) {
        List<String> same = new java.util.ArrayList<>();
        body.fieldNames().forEachRemaining(name -> {
            if (Names.canonical(name).equals(canonical)) {
                same.add(name);
            }
        });
        body.remove(same);
    }

    /**
     * A value of a path or a query as text, a number or yes/no.
     *
     * @throws Refusal when it is not of the type
     */
    public static <T> T scalar(Class<T> type, String text) {
        return type.cast(ScalarReader.read(type, TextNode.valueOf(text)));
    }

    /**
     * A scalar of a body as a text, a number or yes/no; the type may be a primitive one.
     *
     * @throws Refusal when it is not of the type
     */
    public static Object scalar(Class<?> type, JsonNode value) {
        return ScalarReader.read(type, value);
    }

    /** The refusal for a body that is larger than so many bytes. */
    public static Refusal tooLarge(int most) {
        return JsonRefusals.tooLarge(most);
    }

    /** The refusal for a body that is not JSON. */
    public static Refusal undecodable() {
        return JsonRefusals.undecodable();
    }
}
