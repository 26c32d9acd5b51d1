package io.clientele.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An operation of the OpenAPI document.
 *
 * @param method in capitals
 * @param path with its parameters in braces
 * @param description what the document says of it
 */
public record Operation(String method, String path, JsonNode description) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** All operations of the document, in its order. */
    public static List<Operation> all(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(each -> METHODS.contains(each.getKey()))
                        .forEach(each -> operations.add(new Operation(
                                each.getKey().toUpperCase(Locale.ROOT), path.getKey(), each.getValue()))));
        return Collections.unmodifiableList(operations);
    }

    public boolean reads() {
        return method.equals("GET");
    }

    /** The path before its first parameter: where things of this kind are made and found. */
    String collection() {
        int brace = path.indexOf("/{");
        return brace < 0 ? path : path.substring(0, brace);
    }

    /** The schema of its body; missing where it takes none. */
    JsonNode body() {
        return description.at("/requestBody/content/application~1json/schema");
    }

    /** The schema of its answer; missing where the document has none. */
    public JsonNode answer() {
        return description.at("/responses/200/content/application~1json/schema");
    }

    /** Whether the document has the status by number. */
    public boolean names(int status) {
        return description.path("responses").has(Integer.toString(status));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
