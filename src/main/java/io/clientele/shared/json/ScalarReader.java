package io.clientele.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.shared.Storable;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads text, numbers and yes/no as the contract does: a number may come as text and text as a number, but never as
 * an object or a list.
 */
final class ScalarReader {

    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "string",
            Integer.class, "int",
            int.class, "int",
            Long.class, "int",
            long.class, "int",
            Boolean.class, "bool",
            boolean.class, "bool",
            BigDecimal.class, "float");

    private ScalarReader() {}

    static boolean reads(Class<?> type) {
        return TYPES.containsKey(type);
    }

    /** @throws io.clientele.shared.Refusal when the value is not of the type */
    static Object read(Class<?> type, JsonNode node) {
        Object value = node.isValueNode() ? convert(TYPES.getOrDefault(type, ""), type, node) : null;
        if (value == null) {
            String shown = node.isArray() ? "Array" : node.isValueNode() ? node.asText() : "Object";
            throw JsonRefusals.wrongType(shown, TYPES.getOrDefault(type, "string"));
        }
        return value;
    }

    private static @Nullable Object convert(String name, Class<?> type, JsonNode node) {
        return switch (name) {
            case "string" -> text(node);
            case "bool" -> bool(node);
            case "float" -> number(node);
            default -> whole(type, node);
        };
    }

    private static @Nullable String text(JsonNode node) {
        String text = node.isBoolean() ? (node.booleanValue() ? "1" : "") : node.asText();
        return Storable.is(text) ? text : null;
    }

    private static @Nullable Boolean bool(JsonNode node) {
        return switch (node.asText().toLowerCase(java.util.Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0", "" -> false;
            default -> null;
        };
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        if (node.isBoolean()) {
            return null;
        }
        try {
            BigDecimal number = node.isNumber() ? node.decimalValue() : parsed(node.asText());
            // Beyond these bounds a number is an attack on memory, not a price.
            return number.scale() > 100 || number.precision() - number.scale() > 100 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** ASCII digits only: the library would take those of any script, and one id would have many spellings. */
    private static BigDecimal parsed(String text) {
        String number = text.strip();
        if (!number.chars().allMatch(letter -> letter < 128)) {
            throw new NumberFormatException(number);
        }
        return new BigDecimal(number);
    }

    private static @Nullable Object whole(Class<?> type, JsonNode node) {
        if (node.isBoolean()) {
            return type == Integer.class || type == int.class ? (Object) (node.booleanValue() ? 1 : 0) : null;
        }
        BigDecimal number = number(node);
        try {
            if (number == null) {
                return null;
            }
            boolean small = type == Integer.class || type == int.class;
            return small ? (Object) number.intValueExact() : (Object) number.longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }
}
