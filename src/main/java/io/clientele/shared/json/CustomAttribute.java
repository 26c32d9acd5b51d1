package io.clientele.shared.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of an attribute the merchant defined, named by its code; text, number, yes/no or a list of texts. */
public record CustomAttribute(
        @JsonProperty("attribute_code") String attributeCode, JsonNode value) {

    /** The values as a list, or null for none. */
    public static @Nullable List<CustomAttribute> list(Map<String, JsonNode> values) {
        return values.isEmpty()
                ? null
                : values.entrySet().stream()
                        .map(each -> new CustomAttribute(each.getKey(), each.getValue()))
                        .toList();
    }

    /** The values by code; of a code that is named twice the last counts. */
    public static Map<String, JsonNode> byCode(@Nullable List<CustomAttribute> list) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        if (list != null) {
            list.forEach(each -> values.put(each.attributeCode(), each.value()));
        }
        return values;
    }
}
