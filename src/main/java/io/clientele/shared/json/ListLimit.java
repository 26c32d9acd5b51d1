package io.clientele.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import java.lang.reflect.Type;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Refuses bodies with more objects in a list than the shop's limit, before any of them is read. */
public final class ListLimit {

    private ListLimit() {}

    /**
     * Custom attributes are not counted: to the contract they are a map, and so are scalars and lists nobody reads.
     *
     * @param type the record of the operation's parameters
     * @throws Refusal naming the type of the objects that are too many
     */
    public static void check(Class<? extends Record> type, JsonNode body, int most) {
        properties(type, body, most);
    }

    private static void properties(Class<?> type, JsonNode node, int most) {
        RecordShape shape = RecordShape.of(type);
        node.properties().forEach(property -> {
            int index = shape.indexOf(property.getKey());
            if (index >= 0) {
                value(shape.components().get(index).type(), property.getValue(), most);
            }
        });
    }

    private static void value(Type type, JsonNode node, int most) {
        Class<?> raw = RecordShape.raw(type);
        if (raw == List.class && node.isArray()) {
            elements(RecordShape.raw(RecordShape.element(type)), node, most);
        } else if (raw.isRecord() && node.isObject()) {
            properties(raw, node, most);
        }
    }

    private static void elements(Class<?> type, JsonNode list, int most) {
        if (!type.isRecord() || type == CustomAttribute.class) {
            return;
        }
        if (list.size() > most) {
            throw Refusals.tooManyItems(name(type), most);
        }
        list.forEach(element -> value(type, element, most));
    }

    /** What the published description of the API calls the type. */
    private static String name(Class<?> type) {
        Schema published = type.getAnnotation(Schema.class);
        return published == null || published.name().isEmpty() ? type.getSimpleName() : published.name();
    }
}
