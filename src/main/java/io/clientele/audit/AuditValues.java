package io.clientele.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.clientele.shared.json.SecretNames;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an entry says of its object, as JSON: of a change only what differs, and nothing that is a secret. */
final class AuditValues {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    /** What changes with every change says nothing. */
    private static final List<String> NOISE = List.of("updated_at");

    private AuditValues() {}

    /** The name, the change and the details of a draft; null when it says none of them. */
    static @Nullable String of(AuditDraft draft) {
        ObjectNode values = JSON.createObjectNode();
        if (draft.name != null) {
            values.put("name", draft.name);
        }
        JsonNode before = open(draft.before);
        JsonNode after = open(draft.after);
        if (before instanceof ObjectNode was && after instanceof ObjectNode is) {
            reduce(was, is);
        }
        put(values, "before", before);
        put(values, "after", after);
        put(values, "detail", draft.detail.isEmpty() ? null : open(draft.detail));
        return values.isEmpty() ? null : write(values);
    }

    /** The name and the address of an actor; null when neither is known. */
    static @Nullable String of(@Nullable String name, String address) {
        ObjectNode values = JSON.createObjectNode();
        if (name != null) {
            values.put("name", name);
        }
        if (!address.isEmpty()) {
            values.put("address", address);
        }
        return values.isEmpty() ? null : write(values);
    }

    static JsonNode read(@Nullable String values) {
        try {
            return values == null ? JSON.createObjectNode() : JSON.readTree(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an audit entry holds JSON", e);
        }
    }

    private static @Nullable JsonNode open(@Nullable Object value) {
        JsonNode tree = value == null ? null : tree(value);
        return tree == null ? null : withoutSecrets(tree);
    }

    /** A map of plain values, which most changes are, is a tree without further ado. */
    private static JsonNode tree(Object value) {
        if (!(value instanceof Map<?, ?> map) || !map.keySet().stream().allMatch(String.class::isInstance)) {
            return JSON.valueToTree(value);
        }
        ObjectNode tree = JSON.createObjectNode();
        map.forEach((name, each) -> {
            switch (each) {
                case null -> {}
                case String text -> tree.put((String) name, text);
                case Integer number -> tree.put((String) name, number);
                case Long number -> tree.put((String) name, number);
                case Boolean yes -> tree.put((String) name, yes);
                default -> tree.set((String) name, JSON.<JsonNode>valueToTree(each));
            }
        });
        return tree;
    }

    private static JsonNode withoutSecrets(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            for (Iterator<Map.Entry<String, JsonNode>> fields =
                            object.properties().iterator();
                    fields.hasNext(); ) {
                Map.Entry<String, JsonNode> field = fields.next();
                if (SecretNames.isSecret(field.getKey()) || field.getValue().isNull()) {
                    fields.remove();
                }
            }
        }
        tree.forEach(AuditValues::withoutSecrets);
        return tree;
    }

    /** Takes out of both what is the same in both. */
    private static void reduce(ObjectNode was, ObjectNode is) {
        was.remove(NOISE);
        is.remove(NOISE);
        for (Iterator<Map.Entry<String, JsonNode>> fields = was.properties().iterator(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            JsonNode other = is.get(field.getKey());
            if (field.getValue() instanceof ObjectNode inner && other instanceof ObjectNode otherInner) {
                reduce(inner, otherInner);
            }
            if (field.getValue().equals(other)) {
                fields.remove();
                is.remove(field.getKey());
            }
        }
    }

    private static void put(ObjectNode values, String name, @Nullable JsonNode value) {
        if (value != null && !value.isEmpty()) {
            values.set(name, value);
        }
    }

    private static String write(JsonNode tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }
}
