package io.clientele.shared.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the variables of a request, in the words of the contract's library. */
final class VariableCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigInteger INT_MIN = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);
    // Numbers beyond this many digits are no Int and not worth writing out.
    private static final int DIGITS = 400;

    private final List<PlainError> errors = new ArrayList<>();
    private final VariableDefinition variable;

    private VariableCheck(VariableDefinition variable) {
        this.variable = variable;
    }

    static List<PlainError> of(
            GraphQLSchema schema, OperationDefinition operation, Map<String, @Nullable Object> variables) {
        List<PlainError> errors = new ArrayList<>();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            VariableCheck check = new VariableCheck(variable);
            check.check(schema, variables);
            errors.addAll(check.errors);
        }
        return errors;
    }

    private void check(GraphQLSchema schema, Map<String, @Nullable Object> variables) {
        String name = variable.getName();
        GraphQLType type = type(schema, variable.getType());
        Object value = variables.get(name);
        if (type instanceof GraphQLNonNull && value == null) {
            if (variables.containsKey(name)) {
                report("Variable \"$%s\" of non-null type \"%s\" must not be null.".formatted(name, name(type)));
            } else if (variable.getDefaultValue() == null) {
                report("Variable \"$%s\" of required type \"%s\" was not provided.".formatted(name, name(type)));
            }
        } else if (type != null && value != null) {
            check(value, type, "");
        }
    }

    private void check(@Nullable Object value, GraphQLType type, String path) {
        if (type instanceof GraphQLNonNull required) {
            if (value == null) {
                invalid(null, path, "Expected non-nullable type \"%s\" not to be null.".formatted(name(type)));
            } else {
                check(value, required.getWrappedType(), path);
            }
        } else if (value == null) {
            return;
        } else if (type instanceof GraphQLList list) {
            if (value instanceof List<?> items) {
                for (int i = 0; i < items.size(); i++) {
                    check(items.get(i), list.getWrappedType(), path + "[" + i + "]");
                }
            } else {
                check(value, list.getWrappedType(), path);
            }
        } else if (type instanceof GraphQLInputObjectType object) {
            if (value instanceof Map<?, ?> fields) {
                fields(fields, object, path);
            } else {
                invalid(value, path, "Expected type \"%s\" to be an object.".formatted(name(type)));
            }
        } else {
            String problem = leaf(value, type);
            if (problem != null) {
                invalid(value, path, problem);
            }
        }
    }

    private void fields(Map<?, ?> value, GraphQLInputObjectType type, String path) {
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            if (value.containsKey(field.getName())) {
                check(value.get(field.getName()), field.getType(), path + "." + field.getName());
            } else if (field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue()) {
                invalid(
                        value,
                        path,
                        "Field \"%s\" of required type \"%s\" was not provided."
                                .formatted(field.getName(), name(field.getType())));
            }
        }
        for (Object key : value.keySet()) {
            if (type.getFieldDefinition(String.valueOf(key)) == null) {
                invalid(value, path, InputWording.unknownField(String.valueOf(key), type.getName()));
            }
        }
    }

    private static @Nullable String leaf(Object value, GraphQLType type) {
        if (type instanceof GraphQLEnumType values) {
            if (!(value instanceof String text)) {
                return InputWording.notAnEnum(values.getName(), print(value));
            }
            return values.getValue(text) == null ? InputWording.unknownEnumValue(text, values.getName()) : null;
        }
        String name = name(type);
        boolean fits = switch (name) {
            case "Int" -> whole(value) != null;
            case "Float" -> value instanceof Number number && Double.isFinite(number.doubleValue());
            case "String" -> value instanceof String;
            case "Boolean" -> value instanceof Boolean;
            case "ID" -> value instanceof String || whole(value) != null;
            default -> true;
        };
        if (!fits) {
            return InputWording.notAScalar(name, print(value));
        }
        BigInteger number = name.equals("Int") ? whole(value) : null;
        boolean tooLarge = number != null && (number.compareTo(INT_MIN) < 0 || number.compareTo(INT_MAX) > 0);
        return tooLarge ? InputWording.notAnInt32(print(value)) : null;
    }

    /** The value as a whole number, or null when it is none. */
    private static @Nullable BigInteger whole(Object value) {
        return switch (value) {
            case Integer number -> BigInteger.valueOf(number);
            case Long number -> BigInteger.valueOf(number);
            case BigInteger number -> number;
            case BigDecimal number -> {
                boolean readable = Math.abs((long) number.precision() - number.scale()) < DIGITS
                        && number.stripTrailingZeros().scale() <= 0;
                yield readable ? number.toBigInteger() : null;
            }
            default -> null;
        };
    }

    private void invalid(@Nullable Object value, String path, String problem) {
        String at = path.isEmpty() ? "" : " at \"%s%s\"".formatted(variable.getName(), path);
        report("Variable \"$%s\" got invalid value %s%s; %s".formatted(variable.getName(), print(value), at, problem));
    }

    private void report(String message) {
        errors.add(PlainError.of(message, List.of(variable.getSourceLocation())));
    }

    private static @Nullable GraphQLType type(GraphQLSchema schema, Type<?> type) {
        return switch (type) {
            case NonNullType required -> {
                GraphQLType inner = type(schema, required.getType());
                yield inner == null ? null : GraphQLNonNull.nonNull(inner);
            }
            case ListType list -> {
                GraphQLType inner = type(schema, list.getType());
                yield inner == null ? null : GraphQLList.list(inner);
            }
            case TypeName name -> schema.getType(name.getName());
            default -> null;
        };
    }

    private static String print(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(GraphQLType type) {
        return GraphQLTypeUtil.simplePrint(type);
    }
}
