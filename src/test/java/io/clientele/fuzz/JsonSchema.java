package io.clientele.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares an answer with the schema that the OpenAPI document has for it: types, lists and unknown properties. */
public final class JsonSchema {

    private final JsonNode document;

    public JsonSchema(JsonNode document) {
        this.document = document;
    }

    /** What does not fit, with the place where; empty when all does. */
    public List<String> misfits(JsonNode value, JsonNode schema) {
        List<String> misfits = new ArrayList<>();
        check(value, schema, "$", misfits);
        return misfits;
    }

    /** The schema itself, where a reference was given. */
    JsonNode resolved(JsonNode schema) {
        JsonNode at = schema;
        while (at.has("$ref")) {
            at = document.at(at.get("$ref").asText().substring(1));
        }
        return at;
    }

    private void check(JsonNode value, JsonNode given, String place, List<String> misfits) {
        JsonNode schema = resolved(given);
        // Null is left out of answers; a whole answer may be "nothing".
        if (value.isNull() || schema.isEmpty() || schema.has("allOf") || schema.has("anyOf") || schema.has("oneOf")) {
            return;
        }
        boolean fits = switch (schema.path("type").asText()) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
        if (!fits) {
            misfits.add(place + " is not of type " + schema.path("type").asText());
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), schema.path("items"), place + "[" + i + "]", misfits);
            }
        } else if (value.isObject() && schema.has("properties")) {
            value.properties().forEach(property -> {
                JsonNode known = schema.get("properties").get(property.getKey());
                if (known != null) {
                    check(property.getValue(), known, place + "." + property.getKey(), misfits);
                } else if (!schema.has("additionalProperties")) {
                    misfits.add(place + "." + property.getKey() + " is not documented");
                }
            });
        }
    }
}
