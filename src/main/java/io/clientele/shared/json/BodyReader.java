package io.clientele.shared.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

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

    /** The parameters in the body, with those of the query, which win where both have a scalar. */
    public static <T extends Record> T read(Class<T> type, ObjectNode body, Map<String, List<String>> query) {
        for (RecordShape.Component component : RecordShape.of(type).components()) {
            if (ScalarReader.reads(RecordShape.raw(component.type()))) {
                query.forEach((name, values) -> {
                    if (!values.isEmpty() && Names.canonical(name).equals(component.canonical())) {
                        drop(body, component.canonical());
                        body.set(component.name(), TextNode.valueOf(values.get(0)));
                    }
                });
            }
        }
        return RecordReader.parameters(type, body);
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

    /** The refusal for a body that is not JSON. */
    public static Refusal undecodable() {
        return JsonRefusals.undecodable();
    }
}
