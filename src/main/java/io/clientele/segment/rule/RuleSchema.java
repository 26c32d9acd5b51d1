package io.clientele.segment.rule;

import static io.clientele.segment.rule.SchemaParts.object;
import static io.clientele.segment.rule.SchemaParts.ref;

import io.clientele.segment.rule.ConditionType.Property;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Condition.DateOperator;
import io.clientele.segment.rule.tree.ConditionKind;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of rules. What it accepts is read, but for the bounds of a whole rule, which a schema cannot express, and
 * what is compared with something else: the first bound with the second.
 */
final class RuleSchema {

    private final FieldSchemas fields;

    RuleSchema(Known known) {
        this.fields = new FieldSchemas(known);
    }

    Map<String, Object> schema() {
        Map<String, Object> parts = new LinkedHashMap<>();
        List<Object> conditions = new ArrayList<>();
        for (ConditionKind kind : ConditionKind.values()) {
            parts.put(kind.word(), ofKind(kind));
            conditions.add(ref(kind.word()));
        }
        conditions.addAll(fields.of(Subject.CUSTOMER));
        parts.put("condition", object("anyOf", conditions));
        for (Subject subject : Subject.values()) {
            if (subject != Subject.CUSTOMER) {
                parts.put(test(subject), object("anyOf", fields.of(subject)));
            }
        }
        parts.put(PeriodReader.PERIOD, PeriodSchema.schema());
        return object(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "title",
                "Rule of a segment",
                "description",
                "At most " + RuleLimits.DEPTH + " conditions in each other and " + RuleLimits.CONDITIONS + " in all.",
                "$ref",
                "#/$defs/condition",
                "$defs",
                parts);
    }

    private Map<String, Object> ofKind(ConditionKind kind) {
        Map<String, Object> properties = object("type", object("const", kind.word()));
        List<String> required = new ArrayList<>(List.of(RuleReader.TYPE));
        for (Property property : new ConditionProperties(ApplyTo.BOTH).of(kind)) {
            properties.put(property.name(), ofProperty(kind, property));
            if (property.required()) {
                required.add(property.name());
            }
        }
        Map<String, Object> schema = object(
                "type",
                "object",
                "description",
                kind.sentence(),
                "properties",
                properties,
                "additionalProperties",
                false);
        compare(kind, schema, properties, required);
        schema.put("required", required);
        return schema;
    }

    private static void compare(
            ConditionKind kind, Map<String, Object> schema, Map<String, Object> properties, List<String> required) {
        switch (kind) {
            case COMBINE -> schema.put("anyOf", List.of(notEmpty(), ofAll()));
            case SEGMENT -> {
                required.addAll(List.of(RuleReader.OPERATOR, RuleReader.VALUE));
                properties.put(
                        RuleReader.OPERATOR,
                        object("enum", SchemaParts.spellings(List.of(Operator.IS, Operator.IS_NOT))));
                properties.put(RuleReader.VALUE, SchemaParts.whole(1, Integer.MAX_VALUE));
            }
            case CART, ORDERS -> {
                required.addAll(List.of(RuleReader.OPERATOR, RuleReader.VALUE));
                properties.put(RuleReader.OPERATOR, true);
                properties.put(RuleReader.VALUE, true);
                schema.put("anyOf", SchemaParts.comparisons(Meaning.measure(""), List.of()));
            }
            case ORDER_DATE -> {
                required.addAll(List.of(RuleReader.OPERATOR, RuleReader.VALUE));
                properties.put(RuleReader.OPERATOR, true);
                properties.put(RuleReader.VALUE, true);
                schema.put("anyOf", moments());
            }
            case RANK ->
                schema.put(
                        "oneOf",
                        List.of(
                                object("required", List.of("top_percent")),
                                object("required", List.of("bottom_percent")),
                                object("required", List.of("quantile"))));
            default -> {}
        }
    }

    private static Map<String, Object> notEmpty() {
        return object("properties", object(RuleReader.CONDITIONS, object("minItems", 1)));
    }

    private static Map<String, Object> ofAll() {
        return object("properties", object(RuleReader.AGGREGATOR, object("const", "all")));
    }

    private static List<Object> moments() {
        return List.of(
                object(
                        "properties",
                        object(
                                RuleReader.OPERATOR,
                                words(DateOperator.OLDER_THAN_DAYS, DateOperator.WITHIN_DAYS),
                                RuleReader.VALUE,
                                SchemaParts.whole(0, RuleLimits.DAYS))),
                object(
                        "properties",
                        object(
                                RuleReader.OPERATOR,
                                words(DateOperator.BEFORE, DateOperator.AFTER),
                                RuleReader.VALUE,
                                SchemaParts.day())));
    }

    private static Map<String, Object> words(Enum<?>... constants) {
        return object("enum", Arrays.stream(constants).map(Words::of).toList());
    }

    private static Object ofProperty(ConditionKind kind, Property property) {
        return switch (property.valueType()) {
            case "select" ->
                object(
                        "enum",
                        property.options().stream().map(RuleOption::value).toList());
            case "yes_no" -> SchemaParts.flag();
            case "text_list" -> object("type", "array", "items", SchemaParts.text(), "maxItems", RuleLimits.VALUES);
            case "period" -> ref(PeriodReader.PERIOD);
            case "number" -> property.name().equals("quantile") ? SchemaParts.whole(1, 5) : SchemaParts.percent();
            default ->
                object(
                        "type",
                        "array",
                        "items",
                        ref(ConditionProperties.subject(kind)
                                .map(RuleSchema::test)
                                .orElse("condition")));
        };
    }

    private static String test(Subject subject) {
        return "test_of_" + Words.of(subject);
    }
}
