package io.clientele.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the JSON Schema of an event's data: an object with named parts. More may be added later. */
public final class EventShape {

    private final Map<String, Object> parts = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    private EventShape() {}

    public static EventShape data() {
        return new EventShape();
    }

    public EventShape integer(String name, String description) {
        return part(name, Map.of("type", "integer", "description", description));
    }

    public EventShape text(String name, String description) {
        return part(name, Map.of("type", "string", "description", description));
    }

    public EventShape texts(String name, String description) {
        return part(name, Map.of("type", "array", "items", Map.of("type", "string"), "description", description));
    }

    /** A number that is not always there. */
    public EventShape optionalInteger(String name, String description) {
        parts.put(name, Map.of("type", "integer", "description", description));
        return this;
    }

    private EventShape part(String name, Map<String, Object> schema) {
        parts.put(name, schema);
        required.add(name);
        return this;
    }

    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("type", "object");
        schema.put("properties", parts);
        schema.put("required", required);
        return schema;
    }
}
