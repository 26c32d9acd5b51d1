package io.clientele.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Rule;
import io.clientele.shared.Refusal;
import io.clientele.shared.RestStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no rule is refused, and the refusal says where. */
class RuleReaderTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Known KNOWN = new PoolsKnown(Pools.hostile());
    private static final String LEAF = "{'type': 'group_id', 'operator': 'is', 'value': 1}";

    /** Every spelling of the operator, and what the contract's clients send for values. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {'type': 'group_id', 'operator': '==', 'value': '3'}                        | group = 3
                    {'type': 'group', 'operator': '=', 'value': 3.0}                            | group = 3
                    {'type': 'email', 'operator': '{}', 'value': 'a'}                           | email contains "a"
                    {'type': 'email', 'operator': '!{}', 'value': 'a'}                          | email does not contain "a"
                    {'type': 'email', 'operator': '()', 'value': ['a', 5]}                      | email is one of ("a", "5")
                    {'type': 'email', 'operator': '!()', 'value': ['a']}                        | email is not one of ("a")
                    {'type': 'email', 'operator': '^=', 'value': 'a'}                           | email starts with "a"
                    {'type': 'email', 'operator': '<=>'}                                        | email is empty
                    {'type': 'age_years', 'operator': '..', 'value': [18, '20.50']}             | age_years between 18 and 20.5
                    {'type': 'newsletter', 'operator': 'is', 'value': '1'}                      | newsletter = yes
                    {'type': 'newsletter', 'operator': 'is', 'value': 0}                        | newsletter = no
                    {'type': 'gender', 'operator': 'is', 'value': '2'}                          | gender = female
                    {'type': 'attribute.hobbies', 'operator': 'contains', 'value': '21'}        | attribute.hobbies contains "21"
                    {'type': 'combine', 'conditions': []}                                       | all()
                    {'type': 'address', 'aggregator': 'any', 'conditions': []}                  | address.any
                    {'type': 'rank', 'measure': 'orders.total', 'top_percent': 10}              | rank(orders.total, top 10%)
                    {'type': 'rank', 'measure': 'total', 'top_percent': 10, 'period': null}     | rank(orders.total, top 10%)
                    {'type': 'segment', 'operator': 'is_not', 'value': 7}                       | segment != 7
                    {'type': 'product_list', 'list': 'cart', 'conditions': [{'type': 'attribute.size', 'operator': '>', 'value': true}]} | cart.product(attribute.size > yes)
                    """)
    void what_clients_send_is_understood(String json, String text) {
        assertThat(RuleText.of(rule(json))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    []                                                                 | $                             | A condition is an object.
                    7                                                                  | $                             | A condition is an object.
                    {}                                                                 | type                          | The property "type" is missing.
                    {'type': 5}                                                        | type                          | There is no condition "5".
                    {'type': 'email) or 1=1'}                                          | type                          | There is no condition "email) or 1=1".
                    {'type': 'combine'}                                                | conditions                    | The property "conditions" is missing.
                    {'type': 'combine', 'conditions': {}}                              | conditions                    | A list is expected.
                    {'type': 'combine', 'conditions': [5]}                             | conditions[0]                 | A condition is an object.
                    {'type': 'combine', 'conditions': [null]}                          | conditions[0]                 | The value "null" is not a text, a number, true or false.
                    {'type': 'combine', 'aggregator': 'any', 'conditions': []}         | conditions                    | Where any condition will do, there must be one.
                    {'type': 'combine', 'aggregator': 'some', 'conditions': []}        | aggregator                    | The value "some" is not one of all, any.
                    {'type': 'combine', 'value': 'yes', 'conditions': []}              | value                         | The value "yes" is not true or false.
                    {'type': 'combine', 'sql': 'x', 'conditions': []}                  | sql                           | The condition "combine" has no property "sql".
                    {'type': 'combine', 'conditions': [LEAF, {'type': 'email', 'operator': 'like', 'value': 'a'}]} | conditions[1].operator | There is no operator "like".
                    {'type': 'group_id', 'value': 1}                                   | operator                      | The property "operator" is missing.
                    {'type': 'group_id', 'operator': 'is'}                             | value                         | The property "value" is missing.
                    {'type': 'group_id', 'operator': 'is', 'value': null}              | value                         | The property "value" is missing.
                    {'type': 'group_id', 'operator': '>', 'value': 1}                  | operator                      | The operator "greater" is not one of those that "group_id" has: is, is_not, is_one_of, is_not_one_of, is_empty.
                    {'type': 'group_id', 'operator': 'is', 'value': 99}                | value                         | There is no "99" that "group_id" could be.
                    {'type': 'group_id', 'operator': 'is', 'value': 1.5}               | value                         | The value "1.5" is not a whole number from 0 to 2147483647.
                    {'type': 'group_id', 'operator': 'is_one_of', 'value': 1}          | value                         | A list is expected.
                    {'type': 'group_id', 'operator': 'is_one_of', 'value': []}         | value                         | The list is empty.
                    {'type': 'group_id', 'operator': 'is_one_of', 'value': [1, 99]}    | value[1]                      | There is no "99" that "group_id" could be.
                    {'type': 'store_credit', 'operator': 'is', 'value': 1e999999}      | value                         | The value "1E+999999" is not a number of at most 20 digits.
                    {'type': 'store_credit', 'operator': 'is', 'value': 'many'}        | value                         | The value "many" is not a number of at most 20 digits.
                    {'type': 'store_credit', 'operator': 'between', 'value': [1]}      | value                         | The value "a list of 1" is not a list of two bounds.
                    {'type': 'store_credit', 'operator': 'between', 'value': [2, 1]}   | value                         | The first bound must not lie behind the second.
                    {'type': 'email', 'operator': 'is', 'value': ''}                   | value                         | An empty text is compared with the operator is_empty.
                    {'type': 'email', 'operator': 'is', 'value': 'a\\u0000b'}          | value                         | The value "a\0b" is not a text of at most 1000 characters.
                    {'type': 'email', 'operator': 'is', 'value': {}}                   | value                         | The value "an object" is not a text.
                    {'type': 'dob', 'operator': 'is', 'value': '2026-02-30'}           | value                         | The value "2026-02-30" is not a day such as 2026-01-31.
                    {'type': 'attribute.none', 'operator': 'is', 'value': 'a'}         | type                          | There is no attribute "none".
                    {'type': 'attribute.secret', 'operator': 'is', 'value': 'a'}       | type                          | The attribute "secret" is not used for customer segments.
                    {'type': 'attribute.size', 'operator': 'is', 'value': '99'}        | value                         | There is no "99" that "attribute.size" could be.
                    {'type': 'attribute.photo', 'operator': 'is', 'value': 'a'}        | operator                      | The operator "is" is not one of those that "attribute.photo" has: is_empty.
                    {'type': 'segment', 'operator': 'is_one_of', 'value': [1]}         | operator                      | The operator "is_one_of" is not one of those that "segment" has: is, is_not.
                    {'type': 'segment', 'operator': 'is', 'value': 0}                  | value                         | The value "0" is not a whole number from 1 to 2147483647.
                    {'type': 'cart', 'measure': 'weight', 'operator': 'is', 'value': 1} | measure                      | The value "weight" is not one of subtotal, grand_total, tax, shipping, store_credit_used, gift_card_used, lines, qty.
                    {'type': 'cart', 'measure': 'qty', 'operator': 'is_empty'}         | operator                      | The operator "is_empty" is not one of those that "cart.qty" has: is, is_not, greater_or_equal, greater, less_or_equal, less, between, is_one_of, is_not_one_of.
                    {'type': 'product_list', 'conditions': []}                         | list                          | The property "list" is missing.
                    {'type': 'address', 'kind': 'third'}                               | kind                          | The value "third" is not one of any, default_billing, default_shipping.
                    {'type': 'address', 'conditions': [{'type': 'sku', 'operator': 'is', 'value': 'a'}]} | conditions[0].type | The condition "address" has no field "sku".
                    {'type': 'address', 'conditions': [{'type': 'combine', 'conditions': []}]} | conditions[0].type    | What is tested in a condition cannot be combined any further.
                    {'type': 'address', 'conditions': [{'type': 'country_id', 'operator': 'is', 'value': 'XX'}]} | conditions[0].value | There is no "XX" that "country_id" could be.
                    {'type': 'order_address', 'conditions': [{'type': 'attribute.floor', 'operator': 'is', 'value': 'a'}]} | conditions[0].type | The condition "order_address" has no field "attribute.floor".
                    {'type': 'product_list', 'list': 'cart', 'conditions': [{'type': 'attribute.A', 'operator': 'is', 'value': 1}]} | conditions[0].type | There is no attribute "A".
                    {'type': 'orders', 'measure': 'recency', 'operator': 'is', 'value': 1} | measure                   | The value "recency" is not a measure of orders, but of ranks only.
                    {'type': 'orders', 'measure': 'count', 'operator': 'is', 'value': 1, 'period': {'last_days': 0}} | period.last_days | The value "0" is not a whole number from 1 to 36500.
                    {'type': 'orders', 'measure': 'count', 'operator': 'is', 'value': 1, 'period': {'last_days': 5, 'to': '2026-01-01'}} | period.to | The condition "period" has no property "to".
                    {'type': 'orders', 'measure': 'count', 'operator': 'is', 'value': 1, 'period': {}} | period                 | A period has last_days, or from_days_ago and to_days_ago, or from or to or both.
                    {'type': 'orders', 'measure': 'count', 'operator': 'is', 'value': 1, 'period': {'from_days_ago': 5, 'to_days_ago': 5}} | period.to_days_ago | The first bound must not lie behind the second.
                    {'type': 'orders', 'measure': 'count', 'operator': 'is', 'value': 1, 'period': {'from': '2026-02-01', 'to': '2026-01-01'}} | period.to | The first bound must not lie behind the second.
                    {'type': 'orders', 'measure': 'count', 'operator': 'is', 'value': 1, 'status': 'complete'} | status         | A list is expected.
                    {'type': 'order_date', 'which': 'last', 'operator': 'since', 'value': 1} | operator                | The value "since" is not one of older_than_days, within_days, before, after.
                    {'type': 'order_date', 'which': 'last', 'operator': 'within_days', 'value': -1} | value             | The value "-1" is not a whole number from 0 to 36500.
                    {'type': 'rank', 'measure': 'orders.total'}                        | $                             | A rank has exactly one of top_percent, bottom_percent and quantile.
                    {'type': 'rank', 'measure': 'orders.total', 'top_percent': 1, 'quantile': 1} | $                   | A rank has exactly one of top_percent, bottom_percent and quantile.
                    {'type': 'rank', 'measure': 'orders.total', 'top_percent': 0}      | top_percent                   | The value "0" is not a percentage above 0, up to 100.
                    {'type': 'rank', 'measure': 'orders.total', 'quantile': 6}         | quantile                      | The value "6" is not a whole number from 1 to 5.
                    """)
    void json_is_refused_with_its_path(String json, String path, String message) {
        Refusal refusal = refusalOf(() -> rule(json));
        assertThat(refusal.rendered()).isEqualTo(message.replace("\\0", "\0") + " Path: " + path + ".");
        assertThat(parameters(refusal)).containsEntry("path", path);
        assertThat(RestStatus.of(refusal.kind())).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    group                                    | 6  | The rule ends where an operator should be.
                    group IN (1)                             | 7  | Found "IN" where an operator should be.
                    group = 1 group = 2                      | 11 | Found "group" where "and", "or" or the end should be.
                    group = 99                               | 9  | There is no "99" that "group_id" could be.
                    groop = 1                                | 1  | There is no condition "groop".
                    email = "a                               | 9  | The text that begins here has no end.
                    email = "a\\x"                           | 11 | The sign "\\x" has no meaning here.
                    email = 'a'                              | 9  | The sign "'" has no meaning here.
                    email = "a" and ; drop                   | 17 | The sign ";" has no meaning here.
                    email starts "a"                         | 7  | Found "starts" where an operator should be.
                    (group = 1                               | 11 | The rule ends where ")" should be.
                    not not group = 1                        | 5  | Found "not" where a parenthesis or a condition should be.
                    no group = 1                             | 4  | Found "group" where an address or a product should be.
                    postcode = 75                            | 1  | There is no condition "postcode".
                    address.any(not (city = "a" and (fax = "b" or fax = "c"))) | 34 | What is tested in a condition cannot be combined any further.
                    address.some(city = "a")                 | 1  | The value "some" is not one of any, default_billing, default_shipping.
                    address.any(city = "a", fax = "b")       | 25 | Found "fax" where "and" or "or" should be.
                    orders.count(last 5 days, last 6 days) > 1 | 27 | Found "last" where no second period should be.
                    orders.count(last 5 weeks) > 1           | 21 | Found "weeks" where "days" should be.
                    orders.count(last 0 days) > 1            | 19 | The value "0" is not a whole number from 1 to 36500.
                    orders.weight > 1                        | 1  | The value "weight" is not one of count, total, average, min, max, qty, average_qty, distinct_skus, distinct_days, mean_gap_days, recency.
                    orders.last = 5                          | 13 | Found "=" where older than, within, before or after should be.
                    cart.weight > 1                          | 1  | The value "weight" is not one of subtotal, grand_total, tax, shipping, store_credit_used, gift_card_used, lines, qty.
                    rank(orders.total, best 5%)              | 25 | Found "5" where top, bottom or quantile before it should be.
                    any()                                    | 1  | Where any condition will do, there must be one.
                    lastname = yes                           | 12 | The value "true" is not a text of at most 1000 characters.
                    """)
    void text_is_refused_with_its_column(String text, int column, String message) {
        Refusal refusal = refusalOf(() -> ofText(text));
        assertThat(refusal.rendered()).isEqualTo(message + " Column: " + column + ".");
        assertThat(parameters(refusal)).containsEntry("column", column);
        assertThat(RestStatus.of(refusal.kind())).isEqualTo(400);
    }

    @Test
    void a_rule_is_twenty_deep_and_no_deeper() {
        assertThat(rule(deep(19))).isNotNull();
        tooLarge(deep(20), "Conditions cannot stand more than 20 deep in each other.", 20);
        tooLarge(deep(60), "Conditions cannot stand more than 20 deep in each other.", 20);
        assertThat(ofText("not (".repeat(19) + "group = 1" + ")".repeat(19))).isNotNull();
        Refusal refusal = refusalOf(() -> ofText("(".repeat(100_000)));
        assertThat(refusal.rendered())
                .isEqualTo("Conditions cannot stand more than 20 deep in each other. Column: 101.");
        assertThat(RestStatus.of(refusal.kind())).isEqualTo(422);
    }

    @Test
    void tests_count_for_depth_and_for_number() {
        String address = "{'type': 'address', 'conditions': [{'type': 'city', 'operator': 'is', 'value': 'a'}]}";
        assertThat(rule(deep(18, address))).isNotNull();
        tooLarge(deep(19, address), "Conditions cannot stand more than 20 deep in each other.", 20);
        assertThat(rule(wide(249, address))).isNotNull();
        tooLarge(wide(250, address), "A rule cannot have more than 500 conditions.", 500);
        assertThat(rule(wide(499, LEAF))).isNotNull();
        tooLarge(wide(500, LEAF), "A rule cannot have more than 500 conditions.", 500);
    }

    @Test
    void a_list_has_a_thousand_values_and_no_more() {
        assertThat(rule(values(1_000))).isNotNull();
        tooLarge(values(1_001), "A list cannot have more than 1000 values.", 1_000);
        Refusal refusal = refusalOf(() -> ofText("email in (" + "\"a\", ".repeat(1_000) + "\"a\")"));
        assertThat(RestStatus.of(refusal.kind())).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    group = 1                     | group_id
                    address.any                   | address
                    wishlist.product              | product_list
                    cart.tax > 1                  | cart
                    orders.count > 1              | orders
                    orders.last within 5 days     | order_date
                    order_address.any             | order_address
                    rank(orders.total, top 5%)    | rank
                    segment = 1                   | segment
                    """)
    void visitors_have_fewer_conditions(String text, String type) {
        String inside = "cart.qty > 1 and (product.viewed or " + text + ")";
        assertThat(ofText(inside)).isNotNull();
        assertThat(RuleReader.read(TextReader.read(inside), KNOWN, ApplyTo.BOTH))
                .isNotNull();
        Refusal refusal = refusalOf(() -> RuleReader.read(TextReader.read(inside), KNOWN, ApplyTo.VISITORS));
        assertThat(refusal.template())
                .isEqualTo("Segments of visitors do not have the condition \"%type\". Column: %column.");
        assertThat(parameters(refusal))
                .containsEntry("column", 37)
                .hasEntrySatisfying(
                        "type",
                        found -> assertThat(found.toString().equals("group") ? "group_id" : found)
                                .isEqualTo(type));
    }

    @Test
    void what_was_saved_is_read_after_what_it_names_is_gone() {
        Known nothing = new StoredKnown(new PoolsKnown(new Pools(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of())));
        String text = "group = 3 and attribute.gone = \"21\" and address.any(country = FR)";
        assertThat(RuleText.of(RuleReader.read(TextReader.read(text), nothing, ApplyTo.BOTH)))
                .isEqualTo(text);
    }

    private static void tooLarge(String json, String message, int max) {
        Refusal refusal = refusalOf(() -> rule(json));
        assertThat(refusal.rendered()).startsWith(message);
        assertThat(parameters(refusal)).containsEntry("max", max).containsKey("path");
        assertThat(RestStatus.of(refusal.kind())).isEqualTo(422);
    }

    private static String deep(int levels) {
        return deep(levels, LEAF);
    }

    private static String deep(int levels, String inside) {
        return "{'type': 'combine', 'conditions': [".repeat(levels) + inside + "]}".repeat(levels);
    }

    private static String wide(int size, String each) {
        return "{'type': 'combine', 'conditions': [" + (each + ", ").repeat(size - 1) + each + "]}";
    }

    private static String values(int size) {
        return "{'type': 'email', 'operator': 'is_one_of', 'value': [" + "'a', ".repeat(size - 1) + "'a']}";
    }

    private static Map<String, Object> parameters(Refusal refusal) {
        Map<String, Object> parameters = new HashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(refusal.parameters()))
                .forEach((name, value) -> parameters.put(name.toString(), value));
        return parameters;
    }

    private static Refusal refusalOf(Runnable reading) {
        return Objects.requireNonNull(catchThrowableOfType(Refusal.class, reading::run), "nothing was refused");
    }

    private static Rule ofText(String text) {
        return RuleReader.read(TextReader.read(text), KNOWN, ApplyTo.REGISTERED);
    }

    private static Rule rule(String json) {
        try {
            String sent = json.replace("LEAF", LEAF).replace('\'', '"');
            return RuleReader.read(JsonSent.of(JSON.readTree(sent)), KNOWN, ApplyTo.REGISTERED);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
