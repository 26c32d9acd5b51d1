package io.clientele.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads custom attributes: a list of code and value, or an object with the codes as names. */
final class CustomAttributeReader {

    private CustomAttributeReader() {}

    static List<CustomAttribute> read(JsonNode node) {
        List<CustomAttribute> attributes = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> attributes.add(attribute(element)));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(each -> attributes.add(
                            each.getValue().isObject()
                                    ? attribute(each.getValue())
                                    : new CustomAttribute(each.getKey(), each.getValue())));
        } else {
            throw JsonRefusals.failedProperty("custom_attributes", JsonRefusals.notAValue("custom_attributes"));
        }
        return attributes;
    }

    private static CustomAttribute attribute(JsonNode element) {
        if (!element.isObject() || element.isEmpty()) {
            throw JsonRefusals.emptyAttribute();
        }
        JsonNode code = either(element, "attribute_code", "attributeCode");
        if (code == null || !code.isValueNode() || code.asText().isEmpty()) {
            throw JsonRefusals.attributeWithoutCode();
        }
        String read = (String) ScalarReader.read(String.class, code);
        JsonNode value = element.get("value");
        if (value == null) {
            value = element.get("selected_options");
        }
        if (value == null || value.isNull()) {
            throw JsonRefusals.attributeWithoutValue(read);
        }
        return new CustomAttribute(read, value);
    }

    private static @Nullable JsonNode either(JsonNode element, String one, String other) {
        JsonNode found = element.get(one);
        return found == null ? element.get(other) : found;
    }
}
