package io.clientele.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.shared.Storable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What attributes of a product may be: codes with a text, a number, yes/no, nothing, or a list of such. */
public final class ProductAttributes {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final int MOST = 200;
    private static final int MOST_VALUES = 200;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_NUMBER = 60;

    private ProductAttributes() {}

    /** Whether a product could have an attribute with that code. */
    public static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    /** What is wrong with them; empty when nothing is. */
    static List<Refusal> faults(ObjectNode attributes) {
        List<Refusal> faults = new ArrayList<>();
        if (attributes.size() > MOST) {
            faults.add(Refusals.tooManyItems("attributes", MOST));
            return faults;
        }
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            if (!isCode(attribute.getKey())) {
                faults.add(Refusals.invalidValue("attributes", Decimals.named(attribute.getKey())));
            } else if (!isValue(attribute.getValue(), true)) {
                faults.add(Refusals.invalidValue(
                        "attributes." + attribute.getKey(),
                        Decimals.named(attribute.getValue().toString())));
            }
        }
        return faults;
    }

    private static boolean isValue(JsonNode value, boolean mayBeList) {
        if (value.isTextual()) {
            return value.asText().length() <= LONGEST_TEXT && Storable.is(value.asText());
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return number.precision() <= LONGEST_NUMBER && Math.abs(number.scale()) <= LONGEST_NUMBER;
        }
        if (value.isArray()) {
            return mayBeList
                    && value.size() <= MOST_VALUES
                    && value.valueStream().allMatch(element -> isValue(element, false));
        }
        return value.isBoolean() || value.isNull();
    }
}
