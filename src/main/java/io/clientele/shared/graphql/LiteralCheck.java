package io.clientele.shared.graphql;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.SourceLocation;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with values written in a document, in the words of the contract's library. */
final class LiteralCheck {

    private final List<PlainError> errors = new ArrayList<>();

    private LiteralCheck() {}

    static List<PlainError> of(GraphQLSchema schema, Document document) {
        LiteralCheck check = new LiteralCheck();
        for (TypedWalk.Place place : TypedWalk.fields(schema, document)) {
            check.arguments(place.field().getArguments(), place.definition().getArguments());
            for (Directive directive : place.field().getDirectives()) {
                var definition = schema.getDirective(directive.getName());
                if (definition != null) {
                    check.arguments(directive.getArguments(), definition.getArguments());
                }
            }
        }
        return check.errors;
    }

    private void arguments(List<Argument> given, List<GraphQLArgument> known) {
        for (Argument argument : given) {
            known.stream()
                    .filter(definition -> definition.getName().equals(argument.getName()))
                    .findFirst()
                    .ifPresent(definition -> check(argument.getValue(), definition.getType()));
        }
    }

    private void check(Value<?> value, GraphQLType type) {
        if (value instanceof VariableReference) {
            return;
        }
        if (type instanceof GraphQLNonNull required) {
            if (value instanceof NullValue) {
                report(value, "Expected value of type \"%s\", found null.".formatted(name(type)));
            } else {
                check(value, required.getWrappedType());
            }
        } else if (value instanceof NullValue) {
            return;
        } else if (type instanceof GraphQLList list) {
            if (value instanceof ArrayValue array) {
                array.getValues().forEach(item -> check(item, list.getWrappedType()));
            } else {
                check(value, list.getWrappedType());
            }
        } else if (type instanceof GraphQLInputObjectType object) {
            if (value instanceof ObjectValue fields) {
                fields(fields, object);
            } else {
                report(value, expected(type, value));
            }
        } else {
            String problem = leaf(value, type);
            if (problem != null) {
                report(value, problem);
            }
        }
    }

    private void fields(ObjectValue value, GraphQLInputObjectType type) {
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            boolean given = value.getObjectFields().stream()
                    .anyMatch(one -> one.getName().equals(field.getName()));
            if (!given && field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue()) {
                report(
                        value,
                        "Field %s.%s of required type %s was not provided."
                                .formatted(type.getName(), field.getName(), name(field.getType())));
            }
        }
        for (ObjectField field : value.getObjectFields()) {
            GraphQLInputObjectField definition = type.getFieldDefinition(field.getName());
            if (definition == null) {
                errors.add(PlainError.of(InputWording.unknownField(field.getName(), type.getName()), locations(field)));
            } else {
                check(field.getValue(), definition.getType());
            }
        }
    }

    private static List<SourceLocation> locations(ObjectField field) {
        SourceLocation location = field.getSourceLocation();
        return location == null ? List.of() : List.of(location);
    }

    private static @Nullable String leaf(Value<?> value, GraphQLType type) {
        String text = AstPrinter.printAst(value);
        if (type instanceof GraphQLEnumType values) {
            if (!(value instanceof EnumValue one)) {
                return InputWording.notAnEnum(values.getName(), text);
            }
            return values.getValue(one.getName()) == null
                    ? InputWording.unknownEnumValue(one.getName(), values.getName())
                    : null;
        }
        boolean fits = switch (name(type)) {
            case "Int" -> value instanceof IntValue;
            case "Float" -> value instanceof IntValue || value instanceof FloatValue;
            case "String" -> value instanceof StringValue;
            case "Boolean" -> value instanceof BooleanValue;
            case "ID" -> value instanceof StringValue || value instanceof IntValue;
            default -> !(value instanceof ObjectValue) && !(value instanceof ArrayValue);
        };
        if (!fits) {
            return InputWording.notAScalar(name(type), text);
        }
        boolean tooLarge = name(type).equals("Int")
                && value instanceof IntValue number
                && number.getValue().bitLength() > 31;
        return tooLarge ? InputWording.notAnInt32(text) : null;
    }

    private static String expected(GraphQLType type, Value<?> value) {
        return "Expected value of type \"%s\", found %s.".formatted(name(type), AstPrinter.printAst(value));
    }

    private void report(Value<?> value, String message) {
        errors.add(PlainError.of(message, List.of(value.getSourceLocation())));
    }

    private static String name(GraphQLType type) {
        return GraphQLTypeUtil.simplePrint(type);
    }
}
