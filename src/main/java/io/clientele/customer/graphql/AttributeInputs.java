package io.clientele.customer.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** Values of custom attributes as GraphQL takes them. */
public final class AttributeInputs {

    private AttributeInputs() {}

    /** The values by attribute code, in the form REST has them; null for no list at all. */
    public static Map<String, JsonNode> byCode(@Nullable List<@Nullable AttributeValue> given) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        if (given != null) {
            given.stream()
                    .filter(Objects::nonNull)
                    .forEach(each -> values.put(String.valueOf(each.attributeCode), each.json()));
        }
        return values;
    }

    /** The same of the older form. */
    static Map<String, JsonNode> olderByCode(@Nullable List<@Nullable OlderValue> given) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        if (given != null) {
            given.stream()
                    .filter(Objects::nonNull)
                    .forEach(each -> values.put(String.valueOf(each.attributeCode), text(each.value)));
        }
        return values;
    }

    private static JsonNode text(@Nullable String value) {
        return value == null ? NullNode.getInstance() : TextNode.valueOf(value);
    }

    /** A value by its attribute's code. */
    @Name("AttributeValueInput")
    public static class AttributeValue {
        @JsonbProperty("attribute_code")
        public @Nullable String attributeCode;

        public @Nullable String value;

        @JsonbProperty("selected_options")
        public @Nullable List<@Nullable SelectedOption> selectedOptions;

        /** Options where any are named; an empty list of them beside a value says nothing. */
        JsonNode json() {
            List<@Nullable SelectedOption> options = selectedOptions;
            if (options == null || (options.isEmpty() && value != null)) {
                return text(value);
            }
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            options.stream()
                    .filter(Objects::nonNull)
                    .map(option -> option.value)
                    .forEach(list::add);
            return list;
        }
    }

    /** An option by its value. */
    @Name("AttributeInputSelectedOption")
    public static class SelectedOption {
        public @Nullable String value;
    }

    /** A value as older clients send it. */
    @Name("CustomerAddressAttributeInput")
    public static class OlderValue {
        @JsonbProperty("attribute_code")
        public @Nullable String attributeCode;

        public @Nullable String value;
    }
}
