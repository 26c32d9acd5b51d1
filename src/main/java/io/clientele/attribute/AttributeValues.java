package io.clientele.attribute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the values of custom attributes become. It knows no table: values are an object by attribute code, kept
 * by those who call it. In it a text, a day ({@code YYYY-MM-DD}), an option's id and a file's path are texts, yes or no
 * a boolean, several options (in their order) and several lines a list of texts.
 */
@ApplicationScoped
public class AttributeValues {

    private final Attributes attributes;
    private final FileStore files;

    /** Keeps a file that is sent as a value and answers its path. */
    @FunctionalInterface
    interface FileStore {
        String store(Attribute attribute, JsonNode given, String label);
    }

    @Inject
    AttributeValues(Attributes attributes, AttributeFiles files) {
        this(attributes, files::store);
    }

    AttributeValues(Attributes attributes, FileStore files) {
        this.attributes = attributes;
        this.files = files;
    }

    /**
     * What is kept once the given values are taken in; the stored ones are not changed in place.
     *
     * @param given by attribute code; null and empty values clear. Codes of built-in attributes have no effect
     * @throws Refusal for values that break a rule, all of them at once
     */
    public ObjectNode merge(AttributeOwner owner, ObjectNode stored, Map<String, JsonNode> given, ValueScope scope) {
        ObjectNode merged = stored.deepCopy();
        List<Refusal> wrong = new ArrayList<>();
        given.forEach((code, value) -> take(owner, code, value, merged, scope, wrong));
        if (scope.isNew()) {
            attributes.custom(owner).stream()
                    .filter(attribute -> !given.containsKey(attribute.code()) && isFilled(attribute, scope))
                    .forEach(attribute -> complete(attribute, merged, scope, wrong));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.all(wrong);
        }
        return merged;
    }

    private void take(
            AttributeOwner owner,
            String code,
            JsonNode value,
            ObjectNode merged,
            ValueScope scope,
            List<Refusal> wrong) {
        Optional<Attribute> found = attributes.find(owner, code);
        if (found.isEmpty() && scope.unknown() == ValueScope.Unknown.REFUSE) {
            wrong.add(AttributeRefusals.unknownCode(code));
        }
        found.filter(attribute -> attribute.userDefined() && isFilled(attribute, scope))
                .ifPresent(attribute -> put(attribute, value, merged, scope, wrong));
    }

    private void put(Attribute attribute, JsonNode value, ObjectNode merged, ValueScope scope, List<Refusal> wrong) {
        String label = attribute.label().in(scope.storeId());
        try {
            JsonNode read = read(attribute, value, merged.get(attribute.code()), label);
            if (read != null) {
                merged.set(attribute.code(), read);
            } else if (attribute.requiredIn(scope.websiteId())) {
                wrong.add(AttributeRefusals.required(label));
            } else {
                merged.remove(attribute.code());
            }
        } catch (Refusal refusal) {
            wrong.addAll(refusal.errors().isEmpty() ? List.of(refusal) : refusal.errors());
        }
    }

    /** A file is sent whole; one that is kept may be named again by its path. */
    private @Nullable JsonNode read(Attribute attribute, JsonNode value, @Nullable JsonNode kept, String label) {
        if (!attribute.input().isFile()) {
            return ValueReader.read(attribute, value, label);
        }
        if (value.isNull() || (value.isTextual() && value.asText().isEmpty())) {
            return null;
        }
        if (value.equals(kept)) {
            return kept;
        }
        if (!value.isObject()) {
            throw AttributeRefusals.notAFile(label);
        }
        return TextNode.valueOf(files.store(attribute, value, label));
    }

    /** Gives what is new the attribute's default value; where there is none, a required attribute is missing. */
    private void complete(Attribute attribute, ObjectNode merged, ValueScope scope, List<Refusal> wrong) {
        String byDefault = attribute.defaultValue();
        if (byDefault != null && !byDefault.isEmpty()) {
            put(attribute, TextNode.valueOf(byDefault), merged, scope, wrong);
        } else if (attribute.requiredIn(scope.websiteId()) && !merged.has(attribute.code())) {
            wrong.add(AttributeRefusals.required(attribute.label().in(scope.storeId())));
        }
    }

    private static boolean isFilled(Attribute attribute, ValueScope scope) {
        return scope.writer() == ValueScope.Writer.ADMINISTRATOR || attribute.visibleIn(scope.websiteId());
    }

    /** The values as REST shows them, in the order of the attributes; those without an attribute are left out. */
    public Map<String, JsonNode> shown(AttributeOwner owner, ObjectNode stored) {
        if (stored.isEmpty()) {
            return Map.of();
        }
        Map<String, JsonNode> shown = new LinkedHashMap<>();
        for (Attribute attribute : attributes.custom(owner)) {
            JsonNode value = stored.get(attribute.code());
            if (value != null && !value.isNull()) {
                shown.put(attribute.code(), TextNode.valueOf(text(attribute, value)));
            }
        }
        return shown;
    }

    /** A kept value as one text: options joined by commas, lines by line breaks, yes and no as 1 and 0. */
    public static String text(Attribute attribute, JsonNode value) {
        if (value.isArray()) {
            return elements(value).collect(Collectors.joining(attribute.input() == InputType.MULTILINE ? "\n" : ","));
        }
        return value.isBoolean() ? (value.booleanValue() ? "1" : "0") : value.asText();
    }

    /** The options a kept value names, in their order, with their labels in the store view; yes and no are options too. */
    public static List<SelectedOption> selected(Attribute attribute, JsonNode value, int storeId) {
        List<String> kept =
                (value.isArray() ? elements(value) : java.util.stream.Stream.of(text(attribute, value))).toList();
        return attribute.options().stream()
                .filter(option -> kept.contains(option.value()))
                .map(option -> new SelectedOption(option.value(), option.label().in(storeId)))
                .toList();
    }

    /** An option as a value names it. */
    public record SelectedOption(String value, String label) {}

    private static java.util.stream.Stream<String> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }
}
