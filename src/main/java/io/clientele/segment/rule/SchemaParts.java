package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Choices;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Pieces of JSON Schemas, for single values and comparisons. */
final class SchemaParts {

    private static final String NUMBER = "^-?[0-9]{1,20}(\\.[0-9]{1,20})?$";

    private SchemaParts() {}

    /** @param pairs names and values in turn */
    static Map<String, Object> object(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return object;
    }

    static Map<String, Object> ref(String name) {
        return object("$ref", "#/$defs/" + name);
    }

    static Map<String, Object> text() {
        return object("type", List.of("string", "number"), "minLength", 1, "maxLength", RuleLimits.TEXT);
    }

    static Map<String, Object> number() {
        return object("type", List.of("number", "string"), "pattern", NUMBER);
    }

    static Map<String, Object> whole(int from, int to) {
        return object(
                "anyOf",
                List.of(
                        object("type", "integer", "minimum", from, "maximum", to),
                        object("type", "string", "pattern", "^[0-9]{1,10}$")));
    }

    static Map<String, Object> percent() {
        return object(
                "anyOf",
                List.of(
                        object("type", "number", "exclusiveMinimum", 0, "maximum", 100),
                        object("type", "string", "pattern", NUMBER)));
    }

    static Map<String, Object> day() {
        return object("type", "string", "format", "date", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    }

    static Map<String, Object> flag() {
        return object("enum", List.of(true, false, 1, 0, "1", "0"));
    }

    /** All that an operator may be called. */
    static List<String> spellings(List<Operator> operators) {
        return operators.stream()
                .flatMap(operator -> operator == Operator.IS
                        ? Stream.of(operator.word(), operator.sign(), "=")
                        : Stream.of(operator.word(), operator.sign()))
                .toList();
    }

    /** The operators with the values that go with them. */
    static List<Object> comparisons(Meaning field, List<RuleOption> options) {
        List<Object> comparisons = new ArrayList<>();
        Object one = value(field, options);
        add(comparisons, field, operator -> isOfOne(operator) && !isOfText(operator, field), one);
        add(comparisons, field, operator -> isOfText(operator, field), text());
        add(
                comparisons,
                field,
                operator -> operator == Operator.IS_ONE_OF || operator == Operator.IS_NOT_ONE_OF,
                object("type", "array", "items", one, "minItems", 1, "maxItems", RuleLimits.VALUES));
        add(
                comparisons,
                field,
                operator -> operator == Operator.BETWEEN,
                object(
                        "type",
                        "array",
                        "items",
                        field.type() == ValueType.DATE ? day() : number(),
                        "minItems",
                        2,
                        "maxItems",
                        2));
        List<Operator> empty = field.type().operators().stream()
                .filter(operator -> operator == Operator.IS_EMPTY)
                .toList();
        if (!empty.isEmpty()) {
            comparisons.add(object(
                    "properties",
                    object(RuleReader.OPERATOR, object("enum", spellings(empty)), RuleReader.VALUE, flag())));
        }
        return comparisons;
    }

    private static void add(List<Object> comparisons, Meaning field, Predicate<Operator> which, Object value) {
        List<Operator> operators =
                field.type().operators().stream().filter(which).toList();
        if (!operators.isEmpty()) {
            comparisons.add(object(
                    "properties",
                    object(RuleReader.OPERATOR, object("enum", spellings(operators)), RuleReader.VALUE, value),
                    "required",
                    List.of(RuleReader.VALUE)));
        }
    }

    private static boolean isOfOne(Operator operator) {
        return switch (operator) {
            case IS_ONE_OF, IS_NOT_ONE_OF, BETWEEN, IS_EMPTY -> false;
            default -> true;
        };
    }

    /** Of values of any type, parts are looked for in texts only. */
    private static boolean isOfText(Operator operator, Meaning field) {
        return field.type() == ValueType.ANY
                && (operator == Operator.CONTAINS
                        || operator == Operator.DOES_NOT_CONTAIN
                        || operator == Operator.STARTS_WITH);
    }

    private static Object value(Meaning field, List<RuleOption> options) {
        return switch (field.type()) {
            case TEXT, FILE -> text();
            case NUMBER, MEASURE -> number();
            case DATE -> day();
            case YES_NO -> flag();
            case SELECT, SET ->
                options.isEmpty()
                        ? text()
                        : object("enum", options.stream().map(RuleOption::value).toList());
            case ID, IDS ->
                options.isEmpty()
                        ? whole(0, Integer.MAX_VALUE)
                        : object("enum", numbers(options, field.choices() == Choices.GENDERS));
            case ANY ->
                object("type", List.of("string", "number", "boolean"), "minLength", 1, "maxLength", RuleLimits.TEXT);
        };
    }

    /** Numbers are understood as texts too, and genders by their names. */
    private static List<Object> numbers(List<RuleOption> options, boolean named) {
        List<Object> values = new ArrayList<>();
        for (RuleOption option : options) {
            values.add(option.value());
            values.add(Integer.valueOf(option.value()));
            if (named) {
                values.add(option.label());
            }
        }
        return values;
    }
}
