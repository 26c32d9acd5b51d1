package io.clientele.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOption;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.AttributeSet;
import io.clientele.attribute.AttributeValues;
import io.clientele.attribute.Attributes;
import io.clientele.attribute.InputType;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The merchant's own attributes in files: a column each, named by the code, with options by their labels in the administration.
 * Files and images are no part of a table: they are neither read nor written.
 */
@ApplicationScoped
class AttributeCells {

    private final Attributes attributes;

    @Inject
    AttributeCells(Attributes attributes) {
        this.attributes = attributes;
    }

    /** Those with a column, in their order. */
    List<Attribute> columns(AttributeOwner owner) {
        return attributes.custom(owner).stream()
                .filter(attribute -> !attribute.input().isFile())
                .toList();
    }

    /**
     * What the row says of them, by code.
     *
     * @param isNew whether the customer or address is made: then what is bad falls back to the default value, and otherwise what
     *     must be there stays as it is
     * @throws BadCell for a value that cannot be one
     */
    Map<String, JsonNode> values(
            AttributeOwner owner, Cells cells, int websiteId, boolean isNew, String valueSeparator) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Attribute attribute : columns(owner)) {
            String text = cells.text(attribute.code());
            boolean stays = attribute.requiredIn(websiteId) && (!isNew || hasDefault(attribute));
            if (text != null && !(text.isEmpty() && (stays || isNew))) {
                JsonNode value = value(attribute, text, valueSeparator);
                if (value != null) {
                    values.put(attribute.code(), value);
                } else if (!stays) {
                    throw bad(cells, attribute, text);
                }
            }
        }
        return values;
    }

    private static boolean hasDefault(Attribute attribute) {
        return attribute.defaultValue() != null && !attribute.defaultValue().isEmpty();
    }

    private static BadCell bad(Cells cells, Attribute attribute, String text) {
        String column = cells.name(attribute.code());
        return attribute.input().hasOptions()
                ? new BadCell(column, TransferRefusals.unknownOption(column, text))
                : new BadCell(column, TransferRefusals.invalid(column, text));
    }

    /** Null for what can be no value; what else can be wrong with it, the attribute's own rules say. */
    private static @Nullable JsonNode value(Attribute attribute, String text, String separator) {
        if (text.isEmpty()) {
            return NullNode.getInstance();
        }
        return switch (attribute.input()) {
            case SELECT ->
                option(attribute, text).<JsonNode>map(TextNode::valueOf).orElse(null);
            case MULTISELECT -> options(attribute, text, separator);
            case BOOLEAN ->
                YesNo.of(text).map(yes -> TextNode.valueOf(yes ? "1" : "0")).orElse(null);
            case DATE -> FileDates.day(text).map(TextNode::valueOf).orElse(null);
            default -> TextNode.valueOf(text);
        };
    }

    private static @Nullable JsonNode options(Attribute attribute, String text, String separator) {
        Optional<String> whole = option(attribute, text);
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (String part : whole.isPresent() ? new String[] {text} : text.split(Pattern.quote(separator), -1)) {
            Optional<String> value = option(attribute, part.strip());
            if (value.isEmpty()) {
                return null;
            }
            values.add(value.get());
        }
        return values;
    }

    /** The option with the label, or else with that very value. */
    static Optional<String> option(Attribute attribute, String text) {
        return attribute.options().stream()
                .filter(option -> label(option).equalsIgnoreCase(text))
                .findFirst()
                .or(() -> attribute.option(text))
                .map(AttributeOption::value);
    }

    /** The labels of the options, by their values. */
    static Map<String, String> labels(Attribute attribute) {
        return attribute.options().stream()
                .collect(Collectors.toMap(AttributeOption::value, AttributeCells::label, (one, _) -> one));
    }

    static String label(AttributeOption option) {
        return option.label().in(StoreView.ADMIN).strip();
    }

    /** What the cell of an attribute says of those who have the values. */
    static String text(Attribute attribute, AttributeSet set, String valueSeparator) {
        JsonNode value = set.stored().get(attribute.key());
        if (value == null || value.isNull()) {
            return "";
        }
        if (attribute.input().hasOptions()) {
            return AttributeValues.selected(attribute, value, StoreView.ADMIN).stream()
                    .map(AttributeValues.SelectedOption::label)
                    .map(String::strip)
                    .collect(Collectors.joining(valueSeparator));
        }
        if (attribute.input() == InputType.BOOLEAN) {
            return value.booleanValue() ? "Yes" : "No";
        }
        return AttributeValues.text(attribute, value);
    }
}
