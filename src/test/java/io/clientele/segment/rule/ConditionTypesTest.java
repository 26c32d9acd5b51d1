package io.clientele.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.segment.rule.ConditionType.OfferedOperator;
import io.clientele.segment.rule.ConditionType.Property;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A front end that knows nothing but the list of conditions makes rules that are read. */
class ConditionTypesTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Known KNOWN = new PoolsKnown(Pools.hostile());

    @ParameterizedTest
    @EnumSource(ApplyTo.class)
    void every_condition_that_is_offered_is_read(ApplyTo applyTo) {
        List<ConditionType> types = new ConditionTypes(KNOWN, applyTo).all();
        List<ObjectNode> rules =
                types.stream().flatMap(ConditionTypesTest::rules).toList();
        assertThat(rules).hasSizeGreaterThan(applyTo == ApplyTo.VISITORS ? 90 : 700);
        for (ObjectNode rule : rules) {
            Condition root = RuleReader.read(JsonSent.of(rule), KNOWN, applyTo).root();
            assertThat(RuleReader.read(TextReader.read(RuleText.of(new Rule(root))), KNOWN, applyTo))
                    .as(rule.toString())
                    .isEqualTo(new Rule(root));
        }
    }

    @Test
    void visitors_are_offered_the_reduced_list() {
        List<ConditionType> types = new ConditionTypes(KNOWN, ApplyTo.VISITORS).all();
        assertThat(types)
                .extracting(ConditionType::type)
                .containsExactly("combine", "cart", "product_list", "product_history");
        assertThat(types)
                .allSatisfy(type -> assertThat(type.applyTo()).containsExactly("registered", "visitors", "both"));
        assertThat(options(types.get(1), "measure")).containsExactly("subtotal", "lines", "qty");
        assertThat(options(types.get(2), "list")).containsExactly("cart");
        assertThat(options(types.get(3), "event")).containsExactly("viewed", "ordered");
    }

    @Test
    void everything_has_a_sentence_and_attributes_have_their_options() {
        List<ConditionType> types = new ConditionTypes(KNOWN, ApplyTo.REGISTERED).all();
        assertThat(types).allSatisfy(type -> {
            assertThat(type.sentence()).isNotBlank();
            assertThat(type.group()).isNotBlank();
            assertThat(type.conditions())
                    .allSatisfy(test -> assertThat(test.sentence()).isNotBlank());
        });
        assertThat(types)
                .extracting(ConditionType::type)
                .contains("attribute.size", "attribute.hobbies", "group_id", "rank", "segment")
                .doesNotContain("attribute." + PoolsKnown.UNFLAGGED)
                .doesNotHaveDuplicates();
        ConditionType size = types.stream()
                .filter(type -> type.type().equals("attribute.size"))
                .findFirst()
                .orElseThrow();
        assertThat(size.valueType()).isEqualTo("select");
        assertThat(size.options()).extracting(RuleOption::label).containsExactly("Small", "Large", "Other");
        assertThat(size.operators())
                .containsExactly(
                        new OfferedOperator("is", "==", "one"),
                        new OfferedOperator("is_not", "!=", "one"),
                        new OfferedOperator("is_one_of", "()", "list"),
                        new OfferedOperator("is_not_one_of", "!()", "list"),
                        new OfferedOperator("is_empty", "<=>", "flag"));
    }

    private static List<String> options(ConditionType type, String property) {
        return type.properties().stream()
                .filter(each -> each.name().equals(property))
                .flatMap(each -> each.options().stream())
                .map(RuleOption::value)
                .toList();
    }

    /** A rule for each operator, for each option of each property, and for each test. */
    private static Stream<ObjectNode> rules(ConditionType type) {
        List<ObjectNode> rules = new ArrayList<>();
        List<OfferedOperator> operators = type.operators();
        if (operators.isEmpty()) {
            rules.add(base(type));
        }
        for (OfferedOperator operator : operators) {
            for (String spelling : List.of(operator.operator(), operator.sign())) {
                if (!spelling.isEmpty()) {
                    rules.add(compared(base(type), type, operator, spelling));
                }
            }
        }
        for (Property property : type.properties()) {
            for (RuleOption option : property.options()) {
                ObjectNode rule = operators.isEmpty()
                        ? base(type)
                        : compared(
                                base(type),
                                type,
                                operators.getFirst(),
                                operators.getFirst().operator());
                rules.add(rule.put(property.name(), option.value()));
            }
        }
        for (ConditionType test : type.conditions()) {
            rules(test).forEach(each -> {
                ObjectNode rule = operators.isEmpty()
                        ? base(type)
                        : compared(
                                base(type),
                                type,
                                operators.getFirst(),
                                operators.getFirst().operator());
                rule.putArray("conditions").add(each);
                rules.add(rule);
            });
        }
        return rules.stream();
    }

    private static ObjectNode base(ConditionType type) {
        ObjectNode rule = JSON.objectNode().put("type", type.type().replace("*", "colour"));
        for (Property property : type.properties()) {
            if (property.required() && property.valueType().equals("select")) {
                rule.put(property.name(), property.options().getFirst().value());
            } else if (property.required()) {
                rule.putArray(property.name())
                        .addObject()
                        .put("type", "cart")
                        .put("measure", "qty")
                        .put("operator", "is")
                        .put("value", 1);
            } else if (property.name().equals("top_percent")) {
                rule.put(property.name(), 10);
            }
        }
        return rule;
    }

    private static ObjectNode compared(ObjectNode rule, ConditionType type, OfferedOperator operator, String spelling) {
        rule.put("operator", spelling);
        JsonNode value = value(type, operator);
        switch (operator.value()) {
            case "list" -> rule.putArray("value").add(value);
            case "two" -> rule.putArray("value").add(value).add(value);
            case "flag" -> rule.put("value", true);
            default -> rule.set("value", value);
        }
        return rule;
    }

    private static JsonNode value(ConditionType type, OfferedOperator operator) {
        if (!type.options().isEmpty()) {
            return JSON.textNode(type.options().getFirst().value());
        }
        boolean isDay = type.valueType().equals("date") && !operator.value().equals("days");
        return JSON.textNode(isDay ? "2026-01-31" : "1");
    }
}
