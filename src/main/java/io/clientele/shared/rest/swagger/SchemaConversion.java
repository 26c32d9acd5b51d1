package io.clientele.shared.rest.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Schemas of OpenAPI 3.1 in the smaller language of Swagger 2.0. */
final class SchemaConversion {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/definitions/";

    /** What both languages have and mean alike. */
    private static final Set<String> KEPT = Set.of(
            "title",
            "description",
            "format",
            "default",
            "enum",
            "pattern",
            "required",
            "readOnly",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems");

    private SchemaConversion() {}

    /** The name of what a reference of Swagger 2.0 refers to. */
    static String definition(String reference) {
        return reference.substring(DEFINITIONS.length());
    }

    static ObjectNode convert(JsonNode schema) {
        ObjectNode converted = JsonNodeFactory.instance.objectNode();
        if (schema.has("$ref")) {
            return converted.put(
                    "$ref", DEFINITIONS + schema.path("$ref").asText().substring(SCHEMAS.length()));
        }
        for (Map.Entry<String, JsonNode> each : schema.properties()) {
            JsonNode value = each.getValue();
            switch (each.getKey()) {
                case "type" -> type(value, converted);
                case "items" -> converted.set("items", convert(value));
                case "additionalProperties" ->
                    converted.set("additionalProperties", value.isObject() ? convert(value) : value);
                case "properties" -> {
                    ObjectNode properties = converted.putObject("properties");
                    value.properties().forEach(part -> properties.set(part.getKey(), convert(part.getValue())));
                }
                case "const" -> converted.putArray("enum").add(value);
                default -> {
                    if (KEPT.contains(each.getKey()) || each.getKey().startsWith("x-")) {
                        converted.set(each.getKey(), value);
                    }
                }
            }
        }
        return converted;
    }

    /** One type; that null is one too is said beside it, as many tools read it. Several others are any. */
    private static void type(JsonNode value, ObjectNode converted) {
        if (!(value instanceof ArrayNode types)) {
            converted.set("type", value);
            return;
        }
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : types) {
            if (each.asText().equals("null")) {
                converted.put("x-nullable", true);
            } else {
                others.add(each);
            }
        }
        if (others.size() == 1) {
            converted.set("type", others.get(0));
        }
    }
}
