package io.clientele.attribute;

import static io.clientele.attribute.Made.attribute;
import static io.clientele.attribute.Made.option;
import static io.clientele.attribute.Made.required;
import static io.clientele.attribute.Made.values;
import static io.clientele.attribute.Made.withOptions;
import static io.clientele.attribute.Made.withRules;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random attributes and values, taken in by the service and by an evaluation that only this test has. */
class AttributeValuesPropertyTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<InputType> TYPES =
            List.of(InputType.TEXT, InputType.MULTILINE, InputType.SELECT, InputType.MULTISELECT, InputType.BOOLEAN);
    private static final List<String> WORDS =
            List.of("", " ", "a", "ab", "abc", "abcdef", "1", "0", "2", "3", "1,2", "3,1", "9", "1,9", "true", "a\nb");

    private final Random random = new Random(20_261_122);

    @Test
    void merge_and_the_naive_evaluation_agree() {
        int refused = 0;
        for (int run = 0; run < 20_000; run++) {
            List<Attribute> attributes =
                    IntStream.range(0, 3).mapToObj(this::anyAttribute).toList();
            ObjectNode stored = stored(attributes);
            Map<String, JsonNode> given = given(attributes);
            boolean isNew = random.nextBoolean();
            ObjectNode naive = naive(attributes, stored, given, isNew);
            ObjectNode merged = merged(attributes, stored, given, isNew);
            assertThat(merged)
                    .as("%s with %s, new: %s, of %s", stored, given, isNew, attributes)
                    .isEqualTo(naive);
            refused += merged == null ? 1 : 0;
            if (merged != null) {
                assertThat(merged(attributes, merged, Map.of(), false)).isEqualTo(merged);
            }
        }
        assertThat(refused).isBetween(1_000, 19_000);
    }

    private static @Nullable ObjectNode merged(
            List<Attribute> attributes, ObjectNode stored, Map<String, JsonNode> given, boolean isNew) {
        try {
            return values(attributes.toArray(new Attribute[0]))
                    .merge(
                            AttributeOwner.CUSTOMER,
                            stored,
                            given,
                            new ValueScope(1, 0, isNew, ValueScope.Writer.SHOPPER, ValueScope.Unknown.IGNORE));
        } catch (Refusal refusal) {
            return null;
        }
    }

    private Attribute anyAttribute(int number) {
        Attribute any = attribute(number + 1, "code" + number, TYPES.get(random.nextInt(TYPES.size())));
        if (any.input().hasOptions()) {
            any = withOptions(any, option("3", 0), option("1", 1), option("2", 2));
        }
        if (any.input() == InputType.TEXT && random.nextBoolean()) {
            any = withRules(any, Map.of("min_text_length", "2", "max_text_length", "3"));
        }
        return required(any, random.nextInt(4) == 0);
    }

    private ObjectNode stored(List<Attribute> attributes) {
        ObjectNode stored = JSON.objectNode();
        for (Attribute each : attributes) {
            if (random.nextBoolean()) {
                stored.set(
                        each.code(),
                        switch (each.input()) {
                            case MULTILINE -> JSON.arrayNode().add("kept");
                            case MULTISELECT -> JSON.arrayNode().add("1");
                            case BOOLEAN -> JSON.booleanNode(true);
                            case SELECT -> JSON.textNode("1");
                            default -> JSON.textNode("kept");
                        });
            }
        }
        return stored;
    }

    private Map<String, JsonNode> given(List<Attribute> attributes) {
        Map<String, JsonNode> given = new LinkedHashMap<>();
        for (Attribute each : attributes) {
            if (random.nextInt(3) > 0) {
                given.put(each.code(), JSON.textNode(WORDS.get(random.nextInt(WORDS.size()))));
            }
        }
        if (random.nextInt(5) == 0) {
            given.put("nobody_s", JSON.textNode("x"));
        }
        return given;
    }

    /** Null for "refused". */
    private static @Nullable ObjectNode naive(
            List<Attribute> attributes, ObjectNode stored, Map<String, JsonNode> given, boolean isNew) {
        ObjectNode result = stored.deepCopy();
        for (Attribute each : attributes) {
            JsonNode sent = given.get(each.code());
            if (sent == null) {
                if (isNew && each.required() && !stored.has(each.code())) {
                    return null;
                }
                continue;
            }
            if (!isRight(each, sent.asText())) {
                return null;
            }
            JsonNode value = naive(each, sent.asText());
            if (value == null && each.required()) {
                return null;
            }
            if (value == null) {
                result.remove(each.code());
            } else {
                result.set(each.code(), value);
            }
        }
        return result;
    }

    private static boolean isRight(Attribute attribute, String text) {
        return switch (attribute.input()) {
            case TEXT -> text.isBlank() || attribute.rules().isEmpty() || (text.length() >= 2 && text.length() <= 3);
            case SELECT -> Set.of("", "1", "2", "3").contains(text.strip()) && !text.equals(" ");
            case MULTISELECT ->
                List.of(text.split(",")).stream().allMatch(part -> part.isBlank() || "123".contains(part));
            case BOOLEAN -> Set.of("", "1", "0", "true").contains(text);
            default -> true;
        };
    }

    private static @Nullable JsonNode naive(Attribute attribute, String text) {
        if (text.isBlank()) {
            return null;
        }
        return switch (attribute.input()) {
            case BOOLEAN -> JSON.booleanNode(!text.equals("0"));
            case MULTILINE -> list(List.of(text.split("\n")));
            case MULTISELECT -> {
                List<String> inOrder = new ArrayList<>(List.of("3", "1", "2"));
                inOrder.retainAll(List.of(text.split(",")));
                yield list(inOrder);
            }
            default -> JSON.textNode(text);
        };
    }

    private static ArrayNode list(List<String> texts) {
        ArrayNode list = JSON.arrayNode();
        texts.forEach(list::add);
        return list;
    }
}
