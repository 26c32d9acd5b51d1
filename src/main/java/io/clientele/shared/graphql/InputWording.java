package io.clientele.shared.graphql;

/** What the contract's library says of values that do not fit their type. */
final class InputWording {

    private InputWording() {}

    static String unknownField(String field, String type) {
        return "Field \"%s\" is not defined by type \"%s\".".formatted(field, type);
    }

    static String notAnEnum(String type, String value) {
        return "Enum \"%s\" cannot represent non-enum value: %s.".formatted(type, value);
    }

    static String unknownEnumValue(String value, String type) {
        return "Value \"%s\" does not exist in \"%s\" enum.".formatted(value, type);
    }

    static String notAnInt32(String value) {
        return "Int cannot represent non 32-bit signed integer value: " + value;
    }

    static String notAScalar(String type, String value) {
        return switch (type) {
            case "Int" -> "Int cannot represent non-integer value: " + value;
            case "Float" -> "Float cannot represent non numeric value: " + value;
            case "String" -> "String cannot represent a non string value: " + value;
            case "Boolean" -> "Boolean cannot represent a non boolean value: " + value;
            case "ID" -> "ID cannot represent a non-string and non-integer value: " + value;
            default -> "Expected value of type \"%s\", found %s.".formatted(type, value);
        };
    }
}
