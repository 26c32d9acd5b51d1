package io.clientele.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object into a record by the contract's rules. At the top the components are the parameters of an
 * operation: unknown ones are ignored, missing ones refused unless nullable. Further down the components are the
 * properties of an object: unknown ones are refused, missing ones and nulls are null.
 */
public final class RecordReader {

    private RecordReader() {}

    /** @throws Refusal naming every parameter that is missing or wrong */
    public static <T> T parameters(Class<T> type, JsonNode body) {
        RecordShape shape = RecordShape.of(type);
        Map<String, JsonNode> given = byCanonicalName(body);
        List<Refusal> errors = new ArrayList<>();
        Object[] values = new Object[shape.components().size()];
        for (int i = 0; i < values.length; i++) {
            RecordShape.Component component = shape.components().get(i);
            JsonNode node = given.get(component.canonical());
            if (node == null || node.isNull()) {
                if (!component.nullable()) {
                    errors.add(Refusals.required(component.name()));
                }
            } else {
                values[i] = read(component.type(), component.name(), node, true);
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.all(errors);
        }
        return type.cast(shape.create(values));
    }

    /**
     * One object, whose unknown properties are refused and whose missing ones are null.
     *
     * @param name what it is called in a refusal
     * @throws Refusal naming the properties that are unknown, or the first that is of the wrong type
     */
    public static <T> T object(Class<T> type, String name, JsonNode node) {
        return type.cast(properties(type, name, node));
    }

    private static Map<String, JsonNode> byCanonicalName(JsonNode body) {
        Map<String, JsonNode> given = new LinkedHashMap<>();
        body.properties().forEach(property -> given.put(Names.canonical(property.getKey()), property.getValue()));
        return given;
    }

    private static Object properties(Class<?> type, String name, JsonNode node) {
        if (!node.isObject()) {
            throw JsonRefusals.failedProperty(name, JsonRefusals.notAValue(name));
        }
        RecordShape shape = RecordShape.of(type);
        List<Refusal> unknown = new ArrayList<>();
        Object[] values = new Object[shape.components().size()];
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            int index = shape.indexOf(property.getKey());
            if (index >= 0) {
                RecordShape.Component component = shape.components().get(index);
                values[index] = read(component.type(), component.snake(), property.getValue(), false);
            } else if (!isNothing(property.getValue())) {
                unknown.add(JsonRefusals.unknownProperty(Names.upperCamel(property.getKey())));
            }
        }
        if (!unknown.isEmpty()) {
            throw Refusal.all(unknown);
        }
        return shape.create(values);
    }

    /** An unknown property without content is let pass, as the contract does for read-only ones. */
    private static boolean isNothing(JsonNode node) {
        return node.isNull() || (node.isContainerNode() && node.isEmpty());
    }

    private static @Nullable Object read(Type type, String name, JsonNode node, boolean top) {
        if (node.isNull()) {
            return null;
        }
        Class<?> raw = RecordShape.raw(type);
        if (ScalarReader.reads(raw)) {
            return scalar(raw, name, node, top);
        }
        if (raw == JsonNode.class) {
            return node;
        }
        if (raw == List.class) {
            return list(RecordShape.element(type), name, node, top);
        }
        return properties(raw, name, node);
    }

    private static Object scalar(Class<?> type, String name, JsonNode node, boolean top) {
        try {
            return ScalarReader.read(type, node);
        } catch (Refusal wrong) {
            throw top ? wrong : JsonRefusals.failedProperty(name, wrong);
        }
    }

    private static List<?> list(Type element, String name, JsonNode node, boolean top) {
        if (RecordShape.raw(element) == CustomAttribute.class) {
            return CustomAttributeReader.read(node);
        }
        if (!node.isArray()) {
            throw JsonRefusals.failedProperty(name, JsonRefusals.notAValue(name));
        }
        List<@Nullable Object> values = new ArrayList<>(node.size());
        for (Iterator<JsonNode> elements = node.elements(); elements.hasNext(); ) {
            Object value = read(element, name, elements.next(), top);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
