package io.clientele.shared.rest.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Operations of OpenAPI 3.1 in the language of Swagger 2.0. */
final class OperationConversion {

    private static final String JSON = "application/json";

    private final JsonNode components;

    OperationConversion(JsonNode components) {
        this.components = components;
    }

    ObjectNode convert(JsonNode source) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        for (String same : new String[] {"operationId", "summary", "description", "tags", "x-acl", "deprecated"}) {
            if (source.has(same)) {
                operation.set(same, source.get(same));
            }
        }
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        source.path("parameters").forEach(each -> parameter(resolved(each), parameters));
        if (source.has("requestBody")) {
            body(source.path("requestBody"), operation, parameters);
        }
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        responses(source.path("responses"), operation);
        if (source.has("security")) {
            operation.set("security", source.get("security"));
        }
        return operation;
    }

    private void parameter(JsonNode source, ArrayNode parameters) {
        flatten(source.path("name").asText(), source.path("schema"), source, parameters);
    }

    /** Swagger 2.0 knows no objects in a query: each value in them is a parameter, written as clients send it. */
    private void flatten(String name, JsonNode schema, JsonNode source, ArrayNode parameters) {
        if (schema.has("properties")) {
            schema.path("properties")
                    .properties()
                    .forEach(part -> flatten(name + "[" + part.getKey() + "]", part.getValue(), source, parameters));
        } else if (name.contains("[") && schema.path("type").asText().equals("array")) {
            flatten(name + "[0]", schema.path("items"), source, parameters);
        } else {
            ObjectNode parameter = parameters.addObject();
            parameter.put("name", name).put("in", source.path("in").asText());
            parameter.setAll(SchemaConversion.convert(schema));
            if (!parameter.has("type")) {
                parameter.put("type", "string");
            }
            if (source.has("description") && !name.contains("[")) {
                parameter.set("description", source.get("description"));
            }
            parameter.put("required", source.path("in").asText().equals("path"));
        }
    }

    private static void body(JsonNode source, ObjectNode operation, ArrayNode parameters) {
        JsonNode content = source.path("content");
        if (content.size() != 1 || !content.has(JSON)) {
            ArrayNode consumes = operation.putArray("consumes");
            content.fieldNames().forEachRemaining(consumes::add);
        }
        if (content.has("application/x-www-form-urlencoded")) {
            for (Map.Entry<String, JsonNode> field : content.path("application/x-www-form-urlencoded")
                    .path("schema")
                    .path("properties")
                    .properties()) {
                ObjectNode parameter = parameters.addObject();
                parameter.put("name", field.getKey()).put("in", "formData").put("type", "string");
            }
            return;
        }
        ObjectNode parameter = parameters.addObject();
        parameter
                .put("name", "body")
                .put("in", "body")
                .put("required", source.path("required").asBoolean());
        parameter.set(
                "schema",
                content.has(JSON)
                        ? SchemaConversion.convert(content.path(JSON).path("schema"))
                        : JsonNodeFactory.instance.objectNode().put("type", "string"));
    }

    private void responses(JsonNode source, ObjectNode operation) {
        ObjectNode responses = operation.putObject("responses");
        ArrayNode produces = JsonNodeFactory.instance.arrayNode();
        for (Map.Entry<String, JsonNode> each : source.properties()) {
            JsonNode response = resolved(each.getValue());
            ObjectNode converted = responses.putObject(each.getKey());
            converted.put("description", response.path("description").asText());
            JsonNode content = response.path("content");
            if (content.path(JSON).has("schema")) {
                converted.set(
                        "schema", SchemaConversion.convert(content.path(JSON).path("schema")));
            } else if (each.getKey().startsWith("2") && !content.isEmpty()) {
                converted.putObject("schema").put("type", "file");
                content.fieldNames().forEachRemaining(produces::add);
            }
        }
        if (!produces.isEmpty()) {
            operation.set("produces", produces);
        }
    }

    private JsonNode resolved(JsonNode source) {
        String reference = source.path("$ref").asText();
        return reference.isEmpty() ? source : components.at(reference.substring("#/components".length()));
    }
}
