package io.clientele.segment.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes a rule that was sent as JSON apart. Properties that are null count as missing. */
final class JsonSent {

    /** A condition is an object in a list; the innermost has a list of values or a period. */
    private static final int DEEPEST = 2 * RuleLimits.DEPTH + 2;

    private JsonSent() {}

    /** @throws io.clientele.shared.Refusal when it goes too deep, a list is too long, or a null stands in one */
    static Sent of(JsonNode json) {
        return of(json, Place.InJson.ROOT, 1);
    }

    private static Sent of(JsonNode json, Place.InJson place, int depth) {
        if (depth > DEEPEST) {
            throw RuleRefusals.tooDeep(place);
        }
        if (json.isObject()) {
            Map<String, Sent> members = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> each : json.properties()) {
                if (!each.getValue().isNull()) {
                    members.put(each.getKey(), of(each.getValue(), place.property(each.getKey()), depth + 1));
                }
            }
            return new Sent.Members(place, members);
        }
        if (json.isArray()) {
            if (json.size() > RuleLimits.VALUES) {
                throw RuleRefusals.tooManyValues(place);
            }
            List<Sent> items = new ArrayList<>();
            for (JsonNode each : json) {
                items.add(of(each, place.element(items.size()), depth + 1));
            }
            return new Sent.Items(place, items);
        }
        return new Sent.Scalar(place, scalar(json, place));
    }

    private static Object scalar(JsonNode json, Place place) {
        if (json.isTextual()) {
            return json.asText();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        if (json.isNumber()) {
            return json.decimalValue();
        }
        throw RuleRefusals.wrongValue(place, "null", "a text, a number, true or false");
    }
}
