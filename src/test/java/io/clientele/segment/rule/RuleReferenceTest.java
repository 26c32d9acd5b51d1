package io.clientele.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.ConditionKind;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference of the language says what the language is. */
class RuleReferenceTest {

    private static final String REFERENCE = read();
    private static final Known KNOWN = new StoredKnown(new PoolsKnown(Pools.hostile()));

    @Test
    void every_field_has_its_row() {
        Stream.of(Subject.values())
                .flatMap(subject -> subject.fields().stream())
                .forEach(field -> {
                    String text = field.textWord().equals(field.word()) ? "" : "`" + field.textWord() + "`";
                    assertThat(REFERENCE)
                            .contains("| `" + field.word() + "` | " + text + " | "
                                    + field.type().word() + " | "
                                    + field.facts().sentence() + " |");
                });
    }

    @Test
    void every_condition_operator_and_measure_is_there() {
        Stream<String> words = Stream.of(
                        Words.all(ConditionKind.class).stream(),
                        Words.all(Condition.OrderMeasure.class).stream(),
                        Words.all(Condition.CartMeasure.class).stream(),
                        Words.all(Condition.RankKind.class).stream(),
                        Words.all(Condition.DateOperator.class).stream(),
                        Arrays.stream(Operator.values()).map(Operator::word),
                        Arrays.stream(Operator.values()).map(Operator::sign))
                .flatMap(each -> each);
        assertThat(words)
                .allSatisfy(word -> assertThat(REFERENCE)
                        .containsAnyOf("`" + word + "`", "\"" + word + "\"", "`orders." + word + "`"));
    }

    @Test
    void the_examples_are_rules_and_printed_as_they_stand() {
        List<String> examples = REFERENCE
                .lines()
                .filter(line -> line.startsWith("    ") && !line.contains("{"))
                .map(String::strip)
                .toList();
        assertThat(examples).hasSizeGreaterThan(20);
        assertThat(examples)
                .allSatisfy(text -> assertThat(RuleText.of(RuleReader.read(TextReader.read(text), KNOWN, ApplyTo.BOTH)))
                        .isEqualTo(text));
    }

    @Test
    void the_first_example_is_the_same_in_both_forms() throws IOException {
        String json = REFERENCE.substring(REFERENCE.indexOf("```json") + 7, REFERENCE.indexOf("```\n\n`GET"));
        String text = REFERENCE
                .lines()
                .filter(line -> line.startsWith("    ") && !line.contains("{"))
                .findFirst()
                .orElseThrow();
        assertThat(RuleReader.read(JsonSent.of(new ObjectMapper().readTree(json)), KNOWN, ApplyTo.BOTH))
                .isEqualTo(RuleReader.read(TextReader.read(text), KNOWN, ApplyTo.BOTH));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("docs/segment-rules.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
