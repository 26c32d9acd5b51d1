package io.clientele.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The contract's {@code fields=email,addresses[city,region[region_code]]}: keeps the named properties of an answer. */
public final class FieldFilter {

    private static final Pattern ALLOWED = Pattern.compile("[\\w\\[\\],]+");
    private static final int DEEPEST = 20;
    private static final String ATTRIBUTES = "custom_attributes";

    private final Map<String, FieldFilter> wanted = new LinkedHashMap<>();

    private FieldFilter() {}

    /** The answer with only the named properties. A scalar stays as it is; an invalid filter yields an empty list. */
    public static JsonNode apply(String fields, JsonNode answer) {
        if (!answer.isContainerNode()) {
            return answer;
        }
        FieldFilter filter = parse(fields);
        return filter == null ? JsonNodeFactory.instance.arrayNode() : filter.prune(answer);
    }

    private static @Nullable FieldFilter parse(String fields) {
        if (!ALLOWED.matcher(fields).matches()) {
            return null;
        }
        FieldFilter root = new FieldFilter();
        int end = root.read(fields, 0, 0);
        return end == fields.length() ? root : null;
    }

    /** Reads names from a position on and returns where it stopped; -1 for a filter that is not of the form. */
    private int read(String fields, int from, int depth) {
        int at = from;
        while (at < fields.length() && depth <= DEEPEST) {
            int start = at;
            while (at < fields.length() && "[],".indexOf(fields.charAt(at)) < 0) {
                at++;
            }
            FieldFilter child = new FieldFilter();
            if (at > start) {
                wanted.put(fields.substring(start, at), child);
            }
            if (at < fields.length() && fields.charAt(at) == '[') {
                at = child.read(fields, at + 1, depth + 1);
                if (at < 0 || at >= fields.length() || fields.charAt(at) != ']') {
                    return -1;
                }
                at++;
            }
            if (at < fields.length() && fields.charAt(at) == ',') {
                at++;
            } else {
                return at;
            }
        }
        return depth > DEEPEST ? -1 : at;
    }

    private JsonNode prune(JsonNode node) {
        if (node.isArray()) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> kept.add(prune(element)));
            return kept;
        }
        if (wanted.isEmpty() || !node.isObject()) {
            return node;
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        wanted.forEach((name, child) -> {
            JsonNode value = node.get(name);
            if (value != null) {
                kept.set(name, name.equals(ATTRIBUTES) ? child.pruneAttributes(value) : child.prune(value));
            }
        });
        return kept;
    }

    /** Under custom attributes a name is an attribute's code, or one of the two words every attribute has. */
    private JsonNode pruneAttributes(JsonNode attributes) {
        if (wanted.isEmpty() || wanted.containsKey("attribute_code") || wanted.containsKey("value")) {
            return prune(attributes);
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        attributes.forEach(attribute -> {
            if (wanted.containsKey(attribute.path("attribute_code").asText())) {
                kept.add(attribute);
            }
        });
        return kept;
    }
}
