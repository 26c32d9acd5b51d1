package io.clientele.attribute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a row of attributes, with what hangs on it as JSON. */
final class AttributeRow {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AttributeRow() {}

    static Attribute read(ResultSet row) throws SQLException {
        InputType input = InputType.of(row.getString("input")).orElseThrow();
        String byDefault = row.getString("default_value");
        List<AttributeOption> options =
                input == InputType.BOOLEAN ? yesAndNo(byDefault) : options(json(row.getString("options")));
        return new Attribute(
                row.getInt("id"),
                AttributeOwner.valueOf(row.getString("entity").toUpperCase(Locale.ROOT)),
                row.getString("code"),
                input,
                new Labels(row.getString("label"), labels(json(row.getString("labels")))),
                row.getBoolean("is_required"),
                row.getBoolean("is_visible"),
                byId(json(row.getString("websites")), AttributeRow::inWebsite),
                input.hasOptions() ? defaults(options) : byDefault,
                row.getInt("multiline_count"),
                row.getInt("sort_order"),
                List.of((String[]) row.getArray("forms").getArray()),
                rules(json(row.getString("rules"))),
                InputFilter.valueOf(row.getString("input_filter").toUpperCase(Locale.ROOT)),
                options,
                new GridUse(
                        row.getBoolean("is_used_in_grid"),
                        row.getBoolean("is_used_in_grid"),
                        row.getBoolean("is_filterable_in_grid"),
                        GridUse.Match.valueOf(row.getString("grid_match").toUpperCase(Locale.ROOT)),
                        row.getBoolean("is_searchable_in_grid")),
                row.getBoolean("is_used_for_segments"),
                false,
                true);
    }

    private static JsonNode json(@Nullable String text) {
        try {
            return text == null ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Integer, String> labels(JsonNode json) {
        return byId(json, JsonNode::asText);
    }

    private static <T> Map<Integer, T> byId(JsonNode json, Function<JsonNode, T> value) {
        Map<Integer, T> values = new TreeMap<>();
        json.properties().forEach(each -> values.put(Integer.valueOf(each.getKey()), value.apply(each.getValue())));
        return Collections.unmodifiableMap(values);
    }

    private static Attribute.InWebsite inWebsite(JsonNode json) {
        return new Attribute.InWebsite(flag(json.path("required")), flag(json.path("visible")));
    }

    private static @Nullable Boolean flag(JsonNode json) {
        return json.isBoolean() ? json.booleanValue() : null;
    }

    private static Map<String, String> rules(JsonNode json) {
        Map<String, String> rules = new LinkedHashMap<>();
        json.forEach(
                rule -> rules.put(rule.path("name").asText(), rule.path("value").asText()));
        return Collections.unmodifiableMap(rules);
    }

    private static List<AttributeOption> options(JsonNode json) {
        List<AttributeOption> options = new ArrayList<>();
        json.forEach(option -> options.add(new AttributeOption(
                option.path("value").asText(),
                new Labels(option.path("label").asText(), labels(option.path("labels"))),
                option.path("sort").asInt(),
                option.path("default").asBoolean())));
        return List.copyOf(options);
    }

    /** Both answers to a question, in the contract's order. */
    private static List<AttributeOption> yesAndNo(@Nullable String byDefault) {
        return List.of(
                new AttributeOption("1", new Labels("Yes", Map.of()), 0, "1".equals(byDefault)),
                new AttributeOption("0", new Labels("No", Map.of()), 1, "0".equals(byDefault)));
    }

    private static @Nullable String defaults(List<AttributeOption> options) {
        String values = options.stream()
                .filter(AttributeOption::isDefault)
                .map(AttributeOption::value)
                .collect(Collectors.joining(","));
        return values.isEmpty() ? null : values;
    }
}
