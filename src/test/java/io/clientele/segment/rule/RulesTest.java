package io.clientele.segment.rule;

import static io.clientele.attribute.AttributeFixture.ADDRESSES;
import static io.clientele.attribute.AttributeFixture.CUSTOMERS;
import static io.clientele.attribute.AttributeFixture.attribute;
import static io.clientele.attribute.AttributeFixture.code;
import static io.clientele.attribute.AttributeFixture.delete;
import static io.clientele.attribute.AttributeFixture.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Rule;
import io.clientele.shared.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules name what the installation has. */
@QuarkusTest
class RulesTest {

    @Inject
    Rules rules;

    @Test
    void attributes_are_those_that_are_used_for_segments() {
        String used = code("used");
        String unused = code("unused");
        String floor = code("floor");
        post(CUSTOMERS, attribute(used, "text", "is_used_for_customer_segment", true))
                .statusCode(200);
        post(CUSTOMERS, attribute(unused, "text")).statusCode(200);
        post(ADDRESSES, attribute(floor, "boolean", "is_used_for_customer_segment", true))
                .statusCode(200);
        String text = "attribute." + used + " = \"a\" and address.any(attribute." + floor + " = yes)";
        Rule rule = read(text);
        assertThat(rules.text(rule)).isEqualTo(text);
        assertThat(refusal("attribute." + unused + " = \"a\""))
                .isEqualTo("The attribute \"" + unused + "\" is not used for customer segments. Column: 1.");
        assertThat(refusal("group = 1 and attribute." + floor + " = yes"))
                .isEqualTo("There is no attribute \"" + floor + "\". Column: 15.");
        assertThat(refusal("address.any(attribute." + floor + " = \"x\")"))
                .startsWith("The value \"x\" is not true or false.");
        assertThat(rules.conditionTypes(ApplyTo.REGISTERED))
                .extracting(ConditionType::type)
                .contains("attribute." + used)
                .doesNotContain("attribute." + unused);
        assertThat(rules.schema().toString()).contains("attribute." + used).doesNotContain("attribute." + unused);
        JsonNode json = rules.json(rule);
        delete(CUSTOMERS, used).statusCode(200);
        assertThat(refusal(text)).isEqualTo("There is no attribute \"" + used + "\". Column: 1.");
        assertThat(rules.stored(json)).isEqualTo(rule);
    }

    @Test
    void values_of_a_choice_are_its_options() {
        String size = code("size");
        String option = post(
                        CUSTOMERS,
                        attribute(
                                size,
                                "select",
                                "is_used_for_customer_segment",
                                true,
                                "options",
                                List.of(Map.of("label", "Small"), Map.of("label", "Large"))))
                .statusCode(200)
                .extract()
                .path("options[1].value");
        assertThat(rules.text(read("attribute." + size + " = " + option)))
                .isEqualTo("attribute." + size + " = \"" + option + "\"");
        assertThat(refusal("attribute." + size + " = 999999"))
                .isEqualTo("There is no \"999999\" that \"attribute." + size + "\" could be. Column: "
                        + (size.length() + 14) + ".");
        ConditionType type = rules.conditionTypes(ApplyTo.BOTH).stream()
                .filter(each -> each.type().equals("attribute." + size))
                .findFirst()
                .orElseThrow();
        assertThat(type.options()).contains(new RuleOption(option, "Large")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    group = 3                            | group = 4711
                    website = 1                          | website = 4711
                    store is one of (1)                  | store is one of (1, 4711)
                    gender = female                      | gender = 4
                    address.any(country = FR)            | address.any(country = XX)
                    address.any(region_id = 12)          | address.any(region_id = 999999)
                    orders.count(country = DE) > 1       | orders.count(country = de) > 1
                    """)
    void what_a_rule_names_must_exist(String right, String wrong) {
        assertThat(rules.text(read(right))).isEqualTo(right);
        assertThat(refusal(wrong)).startsWith("There is no \"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    group = 1                                         | PROFILE          | false | false
                    age_years > 18                                    | PROFILE          | true  | false
                    newsletter = yes or store_credit > 1              | NEWSLETTER BALANCE | false | false
                    address.any and cart.qty > 1                      | ADDRESS CART     | false | false
                    cart.product(sku = "a")                           | CART             | false | false
                    wishlist.product(category = 3)                    | WISHLIST PRODUCT | false | false
                    product.viewed(last 3 days, attribute.a = "b")    | VIEW PRODUCT     | true  | false
                    product.ordered(from 2026-01-01, sku = "a")       | ORDER            | false | false
                    orders.qty(category = 3 and sku = "a") > 1        | ORDER            | false | false
                    orders.qty(type = "simple") > 1                   | ORDER PRODUCT    | false | false
                    orders.qty(attribute.a = 1, 9 to 3 days ago) > 1  | ORDER PRODUCT    | true  | false
                    order_address.any(last 3 days)                    | ORDER            | true  | false
                    orders.last before 2026-01-01                     | ORDER            | false | false
                    orders.last within 3 days                         | ORDER            | true  | false
                    rank(orders.total, top 10%)                       | ORDER            | false | true
                    rank(orders.total, top 10%, last 9 days)          | ORDER            | true  | true
                    not (segment = 5 and all(segment != 6))           | SEGMENT          | false | false
                    """)
    void what_a_rule_reads_is_known(String text, String kinds, boolean moves, boolean compares) {
        Rule rule = read(text);
        assertThat(rules.reads(rule)).extracting(FactKind::name).containsExactlyInAnyOrder(kinds.split(" "));
        assertThat(rules.movesWithTime(rule)).isEqualTo(moves);
        assertThat(rules.comparesCustomers(rule)).isEqualTo(compares);
        assertThat(rules.segments(rule)).isEqualTo(text.contains("segment") ? Set.of(5L, 6L) : Set.of());
    }

    private Rule read(String text) {
        return rules.read(JsonNodeFactory.instance.textNode(text), ApplyTo.REGISTERED);
    }

    private String refusal(String text) {
        return catchThrowableOfType(Refusal.class, () -> read(text)).rendered();
    }
}
