package io.clientele.segment.rule;

import static io.clientele.segment.rule.tree.Condition.Aggregator.ALL;
import static io.clientele.segment.rule.tree.Condition.Aggregator.ANY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.Combine;
import io.clientele.segment.rule.tree.Rule;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two forms of a rule are the same rule. */
class RuleTextTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pools POOLS = Pools.hostile();
    private static final Known KNOWN = new PoolsKnown(POOLS);

    @Test
    void every_rule_is_the_same_after_both_forms() throws JsonProcessingException {
        RandomRules rules = new RandomRules(new Random(20_261_127), POOLS);
        Set<String> types = new HashSet<>();
        for (int run = 0; run < 10_000; run++) {
            Rule rule = rules.rule(1 + run % 6);
            String text = RuleText.of(rule);
            assertThat(text).as("one line").doesNotContain("\n", "\r", "\u2028");
            assertThat(ofText(text)).as(text).isEqualTo(rule);
            assertThat(RuleText.of(ofText(text))).isEqualTo(text);
            String json = JSON.writeValueAsString(RuleJson.of(rule.root()));
            assertThat(ofJson(json)).as(json).isEqualTo(rule);
            RuleFacts.all(rule.root()).forEach(each -> types.add(each.getClass().getSimpleName()));
        }
        assertThat(types).hasSize(Condition.class.getPermittedSubclasses().length);
    }

    @Test
    void rules_of_visitors_are_read_for_them() {
        RandomRules rules = new RandomRules(new Random(4), POOLS);
        for (int run = 0; run < 2_000; run++) {
            Rule rule = rules.visitorRule(1 + run % 4);
            assertThat(RuleReader.read(TextReader.read(RuleText.of(rule)), KNOWN, ApplyTo.VISITORS))
                    .isEqualTo(rule);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders.count(last 90 days) >= 3 and address.any(country = FR and postcode starts with \"75\")",
                "group = 3 and not (newsletter = yes or email contains \"@example.org\")",
                "no address.default_billing",
                "no wishlist.product(category is one of (3, 4))",
                "product.viewed(last 30 days, category = 12)",
                "orders.count(60 to 30 days ago, counting (complete, \"on hold\"), grand_total > 100 and sku = \"A\") >= 3",
                "order_address.billing(from 2026-01-01 to 2026-01-31, city = \"Paris\")",
                "orders.last older than 180 days or orders.first(counting (complete)) after 2026-01-01",
                "rank(orders.total, top 10%, last 365 days) and rank(orders.recency, quantile 5)",
                "segment != 12 and gender = female and birthday_in_days between 0 and 6",
                "taxvat is not empty and dob between 1980-02-29 and 2026-01-31",
                "product.ordered(attribute.colour = \"red\") and no product.ordered(sku = \"B\")",
            })
    void text_is_printed_as_it_was_written(String text) {
        assertThat(RuleText.of(ofText(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    customer_since >= 2026-01-31                 | created_at >= 2026-01-31
                    group_id in (1,2)                            | group is one of (1, 2)
                    email == "a" AND NOT firstname <> "a"        | email = "a" and not (firstname != "a")
                    ((gender = 2))                               | gender = female
                    is_active is true                            | is_active = yes
                    website is not one of (1)                    | website not in (1)
                    email does_not_contain "a"                   | email does not contain "a"
                    taxvat is_empty                              | taxvat is empty
                    address.any(country_id = FR)                 | address.any(all(country = FR))
                    orders.qty(sku = "A", last 1 day) > 1        | orders.qty(last 1 days, sku = "A") > 1
                    store_credit = 1.50                          | store_credit = 1.5
                    group = 1 or group = 2 and group = 3         | group = 1 or (group = 2 and group = 3)
                    cart.product() and address.any()             | cart.product and address.any
                    """)
    void spellings_mean_the_same(String one, String other) {
        assertThat(ofText(one)).isEqualTo(ofText(other));
    }

    @Test
    void combinations_have_a_form_each() {
        Condition a = ofText("group = 1").root();
        Condition b = ofText("group = 2").root();
        assertThat(ofText("not (group = 1 or group = 2)").root()).isEqualTo(new Combine(ALL, false, List.of(a, b)));
        assertThat(ofText("not (group = 1 and group = 2)").root()).isEqualTo(new Combine(ANY, false, List.of(a, b)));
        assertThat(ofText("not ((group = 1 and group = 2))").root())
                .isEqualTo(new Combine(ALL, false, List.of(new Combine(ALL, true, List.of(a, b)))));
        assertThat(ofText("not (group = 1)").root()).isEqualTo(new Combine(ALL, false, List.of(a)));
        assertThat(ofText("not all(group = 1)").root()).isEqualTo(new Combine(ANY, false, List.of(a)));
        assertThat(ofText("not any()").root()).isEqualTo(new Combine(ALL, false, List.of()));
        assertThat(ofText("all(group = 1)").root()).isEqualTo(new Combine(ALL, true, List.of(a)));
        assertThat(ofText("any(group = 1, group = 2)")).isEqualTo(ofText("group = 1 or group = 2"));
    }

    /** What is read twice at each level would take a billion times as long here. */
    @Test
    void deep_and_long_texts_are_read_in_one_pass() {
        String deep = "not (".repeat(18) + "group = 1" + ")".repeat(18);
        String values = "\"" + "x".repeat(900) + "\", ";
        String text = "email is one of (" + values.repeat(999) + "\"x\") or " + "group = 1 or ".repeat(400) + deep;
        assertThat(assertTimeout(Duration.ofSeconds(5), () -> ofText(text)).root())
                .isInstanceOf(Combine.class);
    }

    private static Rule ofText(String text) {
        return RuleReader.read(TextReader.read(text), KNOWN, ApplyTo.REGISTERED);
    }

    private static Rule ofJson(String json) throws JsonProcessingException {
        return RuleReader.read(JsonSent.of(JSON.readTree(json)), KNOWN, ApplyTo.REGISTERED);
    }
}
