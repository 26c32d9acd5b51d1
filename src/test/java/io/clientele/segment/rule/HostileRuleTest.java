package io.clientele.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Rule;
import io.clientele.segment.rule.tree.ValueType;
import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever a rule holds is refused, or stands in the tree as it was sent; no name goes further than the registry. */
class HostileRuleTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Known KNOWN = new PoolsKnown(Pools.hostile());
    private static final List<String> BAITS = List.of(
            "'",
            "''",
            "\"",
            "`",
            ";",
            "--",
            "/*",
            "*/",
            "\\",
            "\\'",
            "%",
            "_",
            "\0",
            "$1",
            "?",
            "??",
            "::int",
            "@?",
            "$.**",
            ") or (1=1",
            "||chr(65)",
            "\uD800",
            "pg_sleep(5)",
            "id",
            "email_key",
            "c.email",
            "attribute.",
            "[0]",
            "{}",
            "\u2028",
            "\n",
            "is",
            "=",
            "and",
            "(");

    private static final List<String> SPELLINGS = SchemaParts.spellings(ValueType.TEXT.operators());

    private final Random random = new Random(20_261_127);

    @Test
    void names_and_operators_are_refused_and_values_kept_as_they_are() {
        int read = 0;
        for (int run = 0; run < 10_000; run++) {
            ObjectNode leaf =
                    JSON.objectNode().put("type", "email").put("operator", "is").put("value", bait());
            switch (random.nextInt(4)) {
                case 0 -> leaf.put("type", bait());
                case 1 -> leaf.put("type", "attribute." + bait());
                case 2 -> leaf.put("operator", bait());
                default -> {}
            }
            ObjectNode rule = random.nextBoolean() ? leaf : inContainer(leaf);
            Condition root = read(rule);
            if (root != null) {
                read++;
                assertThat(leaf.get("type").asText()).isIn("email", "city");
                assertThat(leaf.get("operator").asText()).isIn(SPELLINGS);
                assertThat(texts(root)).containsExactly(leaf.get("value").asText());
                String text = RuleText.of(new Rule(root));
                assertThat(RuleReader.read(TextReader.read(text), KNOWN, ApplyTo.BOTH)
                                .root())
                        .as(text)
                        .isEqualTo(root);
            }
        }
        assertThat(read).isBetween(1_000, 5_000);
    }

    @Test
    void texts_of_any_kind_are_refused_or_rules() {
        for (int run = 0; run < 10_000; run++) {
            String text = IntStream.rangeClosed(0, random.nextInt(12))
                    .mapToObj(i ->
                            random.nextBoolean() ? bait() : oneOf(List.of("group", "=", "1", "not", "address.any(")))
                    .collect(Collectors.joining(" "));
            try {
                Condition root = RuleReader.read(TextReader.read(text), KNOWN, ApplyTo.BOTH)
                        .root();
                assertThat(RuleReader.read(TextReader.read(RuleText.of(new Rule(root))), KNOWN, ApplyTo.BOTH)
                                .root())
                        .as(text)
                        .isEqualTo(root);
            } catch (Refusal refusal) {
                assertThat(refusal.kind()).isEqualTo(RefusalKind.INPUT);
                assertThat(refusal.rendered()).contains("Column: ");
            }
        }
    }

    private static Condition read(JsonNode rule) {
        try {
            return RuleReader.read(JsonSent.of(rule), KNOWN, ApplyTo.BOTH).root();
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(RefusalKind.INPUT);
            assertThat(refusal.rendered()).contains("Path: ");
            return null;
        }
    }

    private static ObjectNode inContainer(ObjectNode leaf) {
        if (leaf.get("type").equals(TextNode.valueOf("email"))) {
            leaf.put("type", "city");
        }
        ObjectNode rule = JSON.objectNode().put("type", "address");
        rule.putArray("conditions").add(leaf);
        return rule;
    }

    private static List<String> texts(Condition condition) {
        List<Condition.Operand> operands = new ArrayList<>();
        switch (condition) {
            case Condition.Profile profile -> operands.add(profile.operand());
            case Condition.Addresses addresses ->
                addresses.tests().tests().forEach(test -> operands.add(test.operand()));
            default -> throw new AssertionError(condition);
        }
        return operands.stream()
                .map(operand -> ((Condition.Operand.Text) operand).text())
                .toList();
    }

    private String bait() {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> oneOf(BAITS))
                .collect(Collectors.joining());
    }

    private String oneOf(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
