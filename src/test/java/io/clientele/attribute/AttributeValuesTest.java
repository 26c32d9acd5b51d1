package io.clientele.attribute;

import static io.clientele.attribute.Made.attribute;
import static io.clientele.attribute.Made.inWebsite;
import static io.clientele.attribute.Made.option;
import static io.clientele.attribute.Made.required;
import static io.clientele.attribute.Made.values;
import static io.clientele.attribute.Made.withDefault;
import static io.clientele.attribute.Made.withFilter;
import static io.clientele.attribute.Made.withOptions;
import static io.clientele.attribute.Made.withRules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.attribute.AttributeValues.SelectedOption;
import io.clientele.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributeValuesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ValueScope CHANGE =
            new ValueScope(1, 0, false, ValueScope.Writer.ADMINISTRATOR, ValueScope.Unknown.IGNORE);
    private static final ValueScope CREATE =
            new ValueScope(1, 0, true, ValueScope.Writer.ADMINISTRATOR, ValueScope.Unknown.IGNORE);

    private static final Attribute TEXT = attribute(1, "hobby", InputType.TEXT);
    private static final Attribute DATE = attribute(2, "since", InputType.DATE);
    private static final Attribute COLOUR =
            withOptions(attribute(3, "colour", InputType.SELECT), option("11", 0), option("12", 1));
    private static final Attribute TASTES = withOptions(
            attribute(4, "tastes", InputType.MULTISELECT), option("23", 0), option("21", 1), option("22", 2));
    private static final Attribute VIP = attribute(5, "vip", InputType.BOOLEAN);
    private static final Attribute NOTE = attribute(6, "note", InputType.MULTILINE);
    private static final Attribute LOGO = attribute(7, "logo", InputType.IMAGE);

    private static final AttributeValues VALUES = values(TEXT, DATE, COLOUR, TASTES, VIP, NOTE, LOGO);

    @Test
    void every_type_has_one_form_it_is_kept_in() {
        assertThat(merge("{}", """
                        {"hobby": "chess", "since": "2020-02-29 00:00:00", "colour": 12, "tastes": "22,23,22",
                         "vip": "1", "note": "one\\r\\n\\nthree\\n"}""")).isEqualTo(json("""
                                {"hobby": "chess", "since": "2020-02-29", "colour": "12", "tastes": ["23", "22"],
                                 "vip": true, "note": ["one", "", "three"]}"""));
        assertThat(merge(
                        "{}",
                        "{\"tastes\": [21, \"23\"], \"colour\": [\"11\"], \"note\": [\"a\", \"b\"], \"vip\": false}"))
                .isEqualTo(
                        json(
                                "{\"tastes\": [\"23\", \"21\"], \"colour\": \"11\", \"note\": [\"a\", \"b\"], \"vip\": false}"));
    }

    @Test
    void an_empty_value_clears_and_what_is_not_given_stays() {
        String stored = "{\"hobby\": \"chess\", \"since\": \"2020-02-29\", \"tastes\": [\"21\"], \"vip\": true,"
                + " \"note\": [\"one\"], \"logo\": \"/a/b.png\", \"colour\": \"11\"}";
        assertThat(merge(
                        stored,
                        "{\"hobby\": \" \", \"since\": \"\", \"tastes\": [], \"vip\": null, \"note\": \"\\n\","
                                + " \"logo\": \"\"}"))
                .isEqualTo(json("{\"colour\": \"11\"}"));
        assertThat(merge(stored, "{\"logo\": \"/a/b.png\"}")).isEqualTo(json(stored));
    }

    @Test
    void what_is_stored_is_not_changed_in_place() {
        ObjectNode stored = json("{\"hobby\": \"chess\"}");
        VALUES.merge(AttributeOwner.CUSTOMER, stored, given("{\"hobby\": \"go\"}"), CHANGE);
        assertThat(stored).isEqualTo(json("{\"hobby\": \"chess\"}"));
    }

    @Test
    void an_option_that_is_none_is_named() {
        refused("{\"colour\": \"21\"}", "Attribute %1 does not contain option with Id %2", "colour", "21");
        refused("{\"tastes\": \"21,99\"}", "Attribute %1 does not contain option with Id %2", "tastes", "99");
        refused("{\"vip\": \"2\"}", "Attribute %1 does not contain option with Id %2", "vip", "2");
    }

    @Test
    void what_has_another_shape_is_refused() {
        refused("{\"hobby\": {\"a\": 1}}", "Invalid value of \"%value\" provided for the %fieldName field.");
        refused("{\"colour\": [\"11\", \"12\"]}", "Invalid value of \"%value\" provided for the %fieldName field.");
        refused("{\"hobby\": \"a\\u0000b\"}", "Invalid value of \"%value\" provided for the %fieldName field.");
        refused("{\"tastes\": [[\"21\"]]}", "Invalid value of \"%value\" provided for the %fieldName field.");
        refused("{\"logo\": \"../../etc/passwd\"}", "\"%1\" is not a valid file.", "The logo");
    }

    @Test
    void a_date_is_a_day_of_the_calendar() {
        for (String wrong : List.of("2023-02-29", "23-01-01", "tomorrow", "2023-01-01 12:00:00", "0", "2023-13-01")) {
            refused("{\"since\": \"" + wrong + "\"}", "Invalid date");
        }
    }

    @Test
    void a_date_stays_within_its_bounds() {
        Attribute both = withRules(DATE, Map.of("date_range_min", "1679443200", "date_range_max", "2023-03-27"));
        assertThat(merge(values(both), "{\"since\": \"2023-03-22\"}")).isEqualTo(json("{\"since\": \"2023-03-22\"}"));
        assertThat(merge(values(both), "{\"since\": \"2023-03-27\"}")).isEqualTo(json("{\"since\": \"2023-03-27\"}"));
        refused(
                values(both),
                "{\"since\": \"2023-03-28\"}",
                "Please enter a valid date between %1 and %2 at %3.",
                "22/03/2023",
                "27/03/2023",
                "The since");
        refused(
                values(withRules(DATE, Map.of("date_range_min", "2023-03-22"))),
                "{\"since\": \"2023-03-21\"}",
                "Please enter a valid date equal to or greater than %1 at %2.",
                "22/03/2023",
                "The since");
        refused(
                values(withRules(DATE, Map.of("date_range_max", "2023-03-22"))),
                "{\"since\": \"2023-03-23\"}",
                "Please enter a valid date less than or equal to %1 at %2.",
                "22/03/2023",
                "The since");
    }

    @Test
    void lengths_are_counted_in_characters_not_in_code_units() {
        AttributeValues short_ = values(withRules(TEXT, Map.of("min_text_length", "2", "max_text_length", "3")));
        assertThat(merge(short_, "{\"hobby\": \"😀😀😀\"}")).isEqualTo(json("{\"hobby\": \"😀😀😀\"}"));
        refused(
                short_,
                "{\"hobby\": \"😀\"}",
                "\"%1\" length must be equal or greater than %2 characters.",
                "The hobby",
                2);
        refused(
                short_,
                "{\"hobby\": \"abcd\"}",
                "\"%1\" length must be equal or less than %2 characters.",
                "The hobby",
                3);
        refused(
                "{\"hobby\": \"" + "x".repeat(256) + "\"}",
                "\"%1\" length must be equal or less than %2 characters.",
                "The hobby",
                255);
    }

    @Test
    void a_text_has_the_shape_its_rule_asks_for() {
        shaped("alphanumeric", "Zürich8001", "a b", "\"%1\" contains non-alphabetic or non-numeric characters.");
        shaped("numeric", "0123", "12a", "\"%1\" contains non-numeric characters.");
        shaped("alpha", "Straße", "a1", "\"%1\" contains non-alphabetic characters.");
        shaped("email", "jörg@example.com", "a@b", "\"%1\" is not a valid email address.");
        shaped("url", "https://example.com/a?b=c", "javascript:alert(1)", "\"%1\" is not a valid URL.");
        shaped("length", "anything!", null, "");
    }

    @Test
    void alphanumeric_with_blanks_trims_and_leaves_one_blank_between_words() {
        AttributeValues with = values(withRules(TEXT, Map.of("input_validation", "alphanum-with-spaces")));
        assertThat(merge(with, "{\"hobby\": \"  a   b  1 \"}")).isEqualTo(json("{\"hobby\": \"a b 1\"}"));
        refused(with, "{\"hobby\": \"a-b\"}", "\"%1\" contains non-alphabetic or non-numeric characters.", "The hobby");
    }

    @Test
    void filters_change_what_is_kept() {
        assertThat(merge(values(withFilter(TEXT, InputFilter.TRIM)), "{\"hobby\": \"  chess \"}"))
                .isEqualTo(json("{\"hobby\": \"chess\"}"));
        assertThat(merge(
                        values(withFilter(TEXT, InputFilter.STRIPTAGS)),
                        "{\"hobby\": \"1 < 2 <b>bold</b><scr<i>ipt>alert()</script>\"}"))
                .isEqualTo(json("{\"hobby\": \"1  2 boldscriptalert()\"}"));
        AttributeValues escaping = values(withFilter(TEXT, InputFilter.ESCAPEHTML));
        ObjectNode once = merge(escaping, "{\"hobby\": \"<b>R&D &amp; 'x'\"}");
        assertThat(once).isEqualTo(json("{\"hobby\": \"&lt;b&gt;R&amp;D &amp; &#039;x&#039;\"}"));
        assertThat(merge(escaping, once.toString())).isEqualTo(once);
    }

    @Test
    void several_lines_are_counted() {
        refused("{\"note\": \"1\\n2\\n3\\n4\"}", "\"%1\" cannot contain more than %2 lines.", "The note", 3);
    }

    @Test
    void a_required_value_is_demanded_of_what_is_new_and_cannot_be_cleared() {
        AttributeValues needed = values(required(TEXT, true));
        refused(needed, CREATE, "{}", "\"%1\" is a required value.", "The hobby");
        refused(needed, CREATE, "{\"hobby\": \"\"}", "\"%1\" is a required value.", "The hobby");
        refused(needed, CHANGE, "{\"hobby\": \"\"}", "\"%1\" is a required value.", "The hobby");
        assertThat(merge(needed, "{}")).isEqualTo(json("{}"));
        ValueScope german = new ValueScope(1, 1, true, ValueScope.Writer.SHOPPER, ValueScope.Unknown.IGNORE);
        refused(needed, german, "{}", "\"%1\" is a required value.", "Das hobby");
    }

    @Test
    void a_website_may_want_it_otherwise() {
        AttributeValues elsewhere = values(inWebsite(required(TEXT, true), 1, false, null));
        assertThat(elsewhere.merge(AttributeOwner.CUSTOMER, json("{}"), Map.of(), CREATE))
                .isEmpty();
        ValueScope other = new ValueScope(2, 0, true, ValueScope.Writer.ADMINISTRATOR, ValueScope.Unknown.IGNORE);
        refused(elsewhere, other, "{}", "\"%1\" is a required value.", "The hobby");
    }

    @Test
    void shoppers_do_not_fill_what_they_do_not_see() {
        AttributeValues hidden = values(inWebsite(required(TEXT, true), 1, null, false));
        ValueScope shopper = new ValueScope(1, 0, true, ValueScope.Writer.SHOPPER, ValueScope.Unknown.IGNORE);
        assertThat(hidden.merge(AttributeOwner.CUSTOMER, json("{}"), given("{\"hobby\": \"chess\"}"), shopper))
                .isEmpty();
    }

    @Test
    void what_is_new_gets_defaults() {
        AttributeValues filled =
                values(withDefault(TEXT, "chess"), withDefault(TASTES, "22,21"), withDefault(VIP, "0"));
        assertThat(filled.merge(AttributeOwner.CUSTOMER, json("{}"), Map.of(), CREATE))
                .isEqualTo(json("{\"hobby\": \"chess\", \"tastes\": [\"21\", \"22\"], \"vip\": false}"));
        assertThat(filled.merge(AttributeOwner.CUSTOMER, json("{}"), given("{\"hobby\": \"\", \"vip\": 1}"), CREATE))
                .isEqualTo(json("{\"vip\": true, \"tastes\": [\"21\", \"22\"]}"));
        assertThat(merge(filled, "{}")).isEmpty();
    }

    @Test
    void unknown_codes_are_ignored_or_refused_and_built_in_ones_have_no_effect() {
        assertThat(merge("{}", "{\"nothing\": \"x\", \"gender\": \"1\"}")).isEmpty();
        ValueScope strict = new ValueScope(1, 0, false, ValueScope.Writer.ADMINISTRATOR, ValueScope.Unknown.REFUSE);
        refused(
                VALUES,
                strict,
                "{\"nothing\": \"x\", \"gender\": \"1\"}",
                "Attribute code \"%1\" could not be found.",
                "nothing");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> merge("{}", "{\"since\": \"never\", \"colour\": \"1\"}"));
        assertThat(refusal.errors())
                .extracting(Refusal::rendered)
                .containsExactly("Invalid date", "Attribute colour does not contain option with Id 1");
    }

    @Test
    void values_are_shown_as_texts_in_the_order_of_the_attributes() {
        Map<String, JsonNode> shown = VALUES.shown(
                AttributeOwner.CUSTOMER,
                json(
                        "{\"note\": [\"a\", \"b\"], \"vip\": false, \"tastes\": [\"23\", \"21\"], \"hobby\": \"go\", \"gone\": 1}"));
        assertThat(shown.keySet()).containsExactly("hobby", "tastes", "vip", "note");
        assertThat(shown.values()).extracting(JsonNode::asText).containsExactly("go", "23,21", "0", "a\nb");
    }

    @Test
    void options_are_shown_with_their_labels() {
        assertThat(AttributeValues.selected(
                        TASTES, json("{\"v\": [\"21\", \"23\"]}").path("v"), 1))
                .containsExactly(new SelectedOption("23", "Wahl 23"), new SelectedOption("21", "Wahl 21"));
        assertThat(AttributeValues.selected(VIP, json("{\"v\": true}").path("v"), 0))
                .containsExactly(new SelectedOption("1", "Option 1"));
    }

    private static void shaped(String rule, String right, String wrong, String template) {
        AttributeValues values = values(withRules(TEXT, Map.of("input_validation", rule)));
        assertThat(merge(values, "{\"hobby\": \"" + right + "\"}").path("hobby").asText())
                .isEqualTo(right);
        if (wrong != null) {
            refused(values, "{\"hobby\": \"" + wrong + "\"}", template, "The hobby");
        }
    }

    private static void refused(String given, String template, Object... parameters) {
        refused(VALUES, given, template, parameters);
    }

    private static void refused(AttributeValues values, String given, String template, Object... parameters) {
        refused(values, CHANGE, given, template, parameters);
    }

    private static void refused(
            AttributeValues values, ValueScope scope, String given, String template, Object... parameters) {
        assertThatThrownBy(() -> values.merge(AttributeOwner.CUSTOMER, json("{}"), given(given), scope))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.template()).isEqualTo(template);
                    if (parameters.length > 0) {
                        assertThat(refusal.parameters()).isEqualTo(List.of(parameters));
                    }
                });
    }

    private static ObjectNode merge(String stored, String given) {
        return VALUES.merge(AttributeOwner.CUSTOMER, json(stored), given(given), CHANGE);
    }

    private static ObjectNode merge(AttributeValues values, String given) {
        return values.merge(AttributeOwner.CUSTOMER, json("{}"), given(given), CHANGE);
    }

    private static Map<String, JsonNode> given(String text) {
        Map<String, JsonNode> given = new LinkedHashMap<>();
        json(text).properties().forEach(each -> given.put(each.getKey(), each.getValue()));
        return given;
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
