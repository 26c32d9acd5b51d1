package io.clientele.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes GraphQL requests out of the served schema: valid ones, and valid ones with something broken. */
public final class GraphQLDocuments {

    private static final ObjectMapper ESCAPED =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 4;
    private static final int DEEPEST_INPUT = 4;

    /** Declared by tests only; one of them fails on purpose. */
    private static final String PROBE = "probe";

    private static final List<String> RAW = List.of(
            "{",
            "[]",
            "null",
            "\"query\"",
            "{\"query\":1}",
            "{\"query\":null}",
            "{\"query\":\"{__typename}\",\"variables\":\"x\"}",
            "{\"query\":\"{__typename}\",\"variables\":[1]}",
            "{\"query\":\"{__typename}\",\"operationName\":{}}",
            "{\"query\":\"{__typename}\",\"extensions\":{\"persistedQuery\":{\"version\":1}}}",
            "[{\"query\":\"{__typename}\"}]",
            "{\"query\":\"\\ud800\"}",
            "{\"query\":\"{__typename}\",\"variables\":" + "{\"a\":".repeat(70) + "1" + "}".repeat(71));

    /** The arguments by which administrators name what they change or delete. */
    private static final Set<String> NAMING = Set.of("id", "customerId", "code", "path");

    private final GraphQLSchema schema;
    private final Random random;
    private final Plausible plausible;
    private final Set<String> interfaces;
    private ObjectNode variables = JSON.objectNode();
    private List<String> declared = List.of();
    private boolean administers;

    public GraphQLDocuments(GraphQLSchema schema, Random random) {
        this.schema = schema;
        this.random = random;
        this.plausible = new Plausible(random);
        this.interfaces = schema.getAllTypesAsList().stream()
                .filter(GraphQLInterfaceType.class::isInstance)
                .map(type -> ((GraphQLInterfaceType) type).getName())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The body of the next request. */
    public String next() {
        if (random.nextInt(30) == 0) {
            return Hostile.pick(RAW, random);
        }
        variables = JSON.objectNode();
        declared = new ArrayList<>();
        boolean mutation = random.nextBoolean();
        String selection = roots(mutation ? schema.getMutationType() : schema.getQueryType());
        String document = (mutation ? "mutation" : "query") + " Fuzz"
                + (declared.isEmpty() ? "" : "(" + String.join(", ", declared) + ")") + " " + selection;
        ObjectNode body = JSON.objectNode().put("query", random.nextInt(10) == 0 ? damaged(document) : document);
        if (!variables.isEmpty() || random.nextInt(10) == 0) {
            body.set("variables", random.nextInt(30) == 0 ? Hostile.value(random) : variables);
        }
        if (random.nextInt(20) == 0) {
            body.set("operationName", Hostile.value(random));
        }
        try {
            return ESCAPED.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String roots(GraphQLObjectType type) {
        List<GraphQLFieldDefinition> fields = type.getFieldDefinitions().stream()
                .filter(field -> !field.getName().startsWith(PROBE))
                .toList();
        StringBuilder text = new StringBuilder("{");
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            text.append(" r").append(i).append(": ").append(field(Hostile.pick(fields, random), 0));
        }
        return text.append(" }").toString();
    }

    private String field(GraphQLFieldDefinition field, int depth) {
        administers = field.getName().startsWith("admin");
        return field.getName() + arguments(field.getArguments()) + selection(field.getType(), depth + 1);
    }

    private String selection(GraphQLType type, int depth) {
        GraphQLType bare = GraphQLTypeUtil.unwrapAll(type);
        if (bare instanceof GraphQLUnionType union) {
            return " { __typename" + fragment(union.getTypes(), depth) + " }";
        }
        if (!(bare instanceof GraphQLFieldsContainer container)) {
            // A selection on a leaf is a fault now and then.
            return random.nextInt(100) == 0 ? " { x }" : "";
        }
        List<GraphQLFieldDefinition> fields = container.getFieldDefinitions().stream()
                .filter(field -> depth < DEEPEST || isLeaf(field))
                .filter(field -> !field.getName().startsWith(PROBE))
                .toList();
        StringBuilder text = new StringBuilder(" { __typename");
        int count = fields.isEmpty() ? 0 : 1 + random.nextInt(5);
        Set<String> chosen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            GraphQLFieldDefinition field = Hostile.pick(fields, random);
            if (chosen.add(field.getName())) {
                text.append(' ').append(field(field, depth));
            }
        }
        if (random.nextInt(40) == 0) {
            text.append(" nonsense");
        }
        if (container instanceof GraphQLInterfaceType known && interfaces.contains(known.getName())) {
            text.append(fragment(schema.getImplementations(known), depth));
        }
        return text.append(" }").toString();
    }

    private String fragment(List<? extends GraphQLNamedOutputType> types, int depth) {
        if (types.isEmpty() || depth >= DEEPEST) {
            return "";
        }
        GraphQLNamedOutputType type = Hostile.pick(types, random);
        return " ... on " + type.getName() + selection(type, depth + 1);
    }

    private static boolean isLeaf(GraphQLFieldDefinition field) {
        return !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer)
                && !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLUnionType);
    }

    private String arguments(List<GraphQLArgument> arguments) {
        List<String> texts = new ArrayList<>();
        for (GraphQLArgument argument : arguments) {
            boolean required = GraphQLTypeUtil.isNonNull(argument.getType());
            if (required ? random.nextInt(25) > 0 : random.nextBoolean()) {
                texts.add(argument.getName() + ": " + argument(argument));
            }
        }
        if (random.nextInt(60) == 0) {
            texts.add("nonsense: 1");
        }
        return texts.isEmpty() ? "" : "(" + String.join(", ", texts) + ")";
    }

    private String argument(GraphQLArgument argument) {
        JsonNode value = value(argument.getType(), argument.getName(), 0);
        if (random.nextBoolean()) {
            return literal(value, argument.getType());
        }
        String name = "v" + declared.size();
        declared.add("$" + name + ": " + GraphQLTypeUtil.simplePrint(argument.getType()));
        if (random.nextInt(20) > 0) {
            variables.set(name, value);
        }
        return "$" + name;
    }

    private JsonNode value(GraphQLInputType type, String name, int depth) {
        if (administers && depth == 0 && NAMING.contains(name)) {
            // What there is belongs to other tests: only what is not there is named.
            return GraphQLTypeUtil.simplePrint(type).startsWith("Int")
                    ? JSON.numberNode(987_654_321)
                    : JSON.textNode("x" + Hostile.text(random));
        }
        if (name.equals("is_required")) {
            // Otherwise nobody could be made any more.
            return JSON.booleanNode(false);
        }
        if (random.nextInt(8) == 0) {
            return Hostile.value(random);
        }
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (nullable instanceof GraphQLList list) {
            ArrayNode items = JSON.arrayNode();
            int size = random.nextInt(3);
            for (int i = 0; i < size; i++) {
                items.add(value((GraphQLInputType) list.getWrappedType(), name, depth));
            }
            return items;
        }
        if (nullable instanceof GraphQLInputObjectType input) {
            return object(input, depth);
        }
        if (nullable instanceof GraphQLEnumType values) {
            return JSON.textNode(Hostile.pick(values.getValues(), random).getName());
        }
        JsonNode known = plausible.of(name);
        if (known != null && random.nextInt(6) > 0) {
            return known;
        }
        return switch (GraphQLTypeUtil.unwrapAll(type).getName()) {
            case "Int" -> JSON.numberNode(random.nextInt(20) - 2);
            case "Float" -> JSON.numberNode(1.5);
            case "Boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(random.nextBoolean() ? "MQ==" : Hostile.text(random));
        };
    }

    private JsonNode object(GraphQLInputObjectType type, int depth) {
        ObjectNode object = JSON.objectNode();
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            boolean required = GraphQLTypeUtil.isNonNull(field.getType());
            if (depth < DEEPEST_INPUT && (required ? random.nextInt(25) > 0 : random.nextInt(4) > 0)) {
                object.set(field.getName(), value(field.getType(), field.getName(), depth + 1));
            }
        }
        if (random.nextInt(30) == 0) {
            object.set("nonsense", Hostile.value(random));
        }
        return object;
    }

    /** As it stands in a document; enum values go without quotes. */
    private String literal(JsonNode value, GraphQLType type) {
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (value.isArray()) {
            GraphQLType item = nullable instanceof GraphQLList list ? list.getWrappedType() : nullable;
            List<String> items = new ArrayList<>();
            value.forEach(each -> items.add(literal(each, item)));
            return "[" + String.join(", ", items) + "]";
        }
        if (value.isObject()) {
            List<String> properties = new ArrayList<>();
            value.properties().forEach(property -> {
                GraphQLInputObjectField field =
                        nullable instanceof GraphQLInputObjectType input ? input.getField(property.getKey()) : null;
                GraphQLType below = field == null ? nullable : field.getType();
                properties.add(property.getKey() + ": " + literal(property.getValue(), below));
            });
            return "{" + String.join(", ", properties) + "}";
        }
        if (value.isTextual()
                && nullable instanceof GraphQLEnumType
                && value.asText().matches("[A-Z_]+")) {
            return value.asText();
        }
        try {
            return ESCAPED.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String damaged(String document) {
        int at = random.nextInt(document.length());
        return switch (random.nextInt(4)) {
            case 0 -> document.substring(0, at);
            case 1 -> document.substring(0, at) + Hostile.text(random) + document.substring(at);
            case 2 -> document.substring(0, at) + "@include(if: $nobody)" + document.substring(at);
            default -> document.replace("{", "{ ...F ") + " fragment F on Query { ...F }";
        };
    }
}
