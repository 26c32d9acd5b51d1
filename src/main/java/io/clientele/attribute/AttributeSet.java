package io.clientele.attribute;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values one customer or address has, with the attributes as they were when it was read.
 *
 * @param defined the merchant's attributes, in their order; no part of what the customer or address says
 * @param stored the values by {@link Attribute#key()}, as the column has them; not to be changed
 */
public record AttributeSet(@JsonIgnore List<Attribute> defined, ObjectNode stored) {

    /** No values. */
    public static final AttributeSet EMPTY = new AttributeSet(List.of(), JsonNodeFactory.instance.objectNode());

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** A value and its attribute. */
    public record Value(Attribute attribute, JsonNode value) {}

    /** The values in a column of type {@code jsonb}. */
    public static AttributeSet read(List<Attribute> defined, @Nullable String column) {
        return column == null || column.length() <= 2 ? EMPTY : new AttributeSet(defined, parse(column));
    }

    private static ObjectNode parse(String column) {
        try {
            return (ObjectNode) JSON.readTree(column);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values by the codes of their attributes, to be changed at will. */
    ObjectNode byCode() {
        ObjectNode values = JSON.createObjectNode();
        values().forEach(each -> values.set(each.attribute().code(), each.value()));
        return values;
    }

    /** What a column of type {@code jsonb} holds for values by code. */
    static String column(List<Attribute> defined, ObjectNode byCode) {
        ObjectNode values = JSON.createObjectNode();
        defined.stream()
                .filter(attribute -> byCode.hasNonNull(attribute.code()))
                .forEach(attribute -> values.set(attribute.key(), byCode.get(attribute.code())));
        return values.toString();
    }

    /** The values, in the order of their attributes; those without an attribute are left out. */
    public List<Value> values() {
        if (stored.isEmpty()) {
            return List.of();
        }
        return defined.stream()
                .filter(attribute -> stored.hasNonNull(attribute.key()))
                .map(attribute -> new Value(attribute, stored.get(attribute.key())))
                .toList();
    }

    /** The values as REST shows them, by the attribute's code and in the order of the attributes. */
    public Map<String, JsonNode> shown() {
        Map<String, JsonNode> shown = new LinkedHashMap<>();
        values().forEach(each -> shown.put(
                each.attribute().code(), TextNode.valueOf(AttributeValues.text(each.attribute(), each.value()))));
        return shown;
    }
}
