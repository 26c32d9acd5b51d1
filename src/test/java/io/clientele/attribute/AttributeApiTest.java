package io.clientele.attribute;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.attribute.AttributeFixture.ADDRESSES;
import static io.clientele.attribute.AttributeFixture.CUSTOMERS;
import static io.clientele.attribute.AttributeFixture.attribute;
import static io.clientele.attribute.AttributeFixture.code;
import static io.clientele.attribute.AttributeFixture.created;
import static io.clientele.attribute.AttributeFixture.delete;
import static io.clientele.attribute.AttributeFixture.get;
import static io.clientele.attribute.AttributeFixture.post;
import static io.clientele.attribute.AttributeFixture.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(AttributesGone.class)
class AttributeApiTest {

    private static final String INVALID = "Invalid value of \"%value\" provided for the %fieldName field.";
    private static final String REQUIRED = "\"%fieldName\" is required. Enter and try again.";
    private static final String NONE = "No such entity with %fieldName = %fieldValue, %field2Name = %field2Value";

    @Test
    void an_attribute_answers_whole_and_can_be_read() {
        String code = code("hobby");
        post(
                        CUSTOMERS,
                        attribute(
                                code,
                                "text",
                                "frontend_labels",
                                List.of(Map.of("store_id", 1, "label", "Steckenpferd")),
                                "is_required",
                                true,
                                "default_value",
                                "chess",
                                "sort_order",
                                7,
                                "used_in_forms",
                                List.of("adminhtml_customer", "customer_account_create"),
                                "validation_rules",
                                List.of(
                                        Map.of("name", "max_text_length", "value", "20"),
                                        Map.of("name", "input_validation", "value", "alpha")),
                                "input_filter",
                                "trim",
                                "is_used_in_grid",
                                true,
                                "is_filterable_in_grid",
                                true,
                                "grid_filter_condition_type",
                                "prefix",
                                "is_searchable_in_grid",
                                true,
                                "is_used_for_customer_segment",
                                true,
                                "website_values",
                                List.of(Map.of("website_id", 1, "is_required", false))))
                .statusCode(200);
        get(CUSTOMERS, code)
                .statusCode(200)
                .body("attribute_code", is(code))
                .body("frontend_input", is("text"))
                .body("default_frontend_label", is("The " + code))
                .body("frontend_labels", contains(Map.of("store_id", 1, "label", "Steckenpferd")))
                .body("is_required", is(true))
                .body("is_visible", is(true))
                .body("default_value", is("chess"))
                .body("multiline_count", is(0))
                .body("sort_order", is(7))
                .body("used_in_forms", contains("customer_account_create", "adminhtml_customer"))
                .body("validation_rules.name", contains("max_text_length", "input_validation"))
                .body("validation_rules.value", contains("20", "alpha"))
                .body("input_filter", is("trim"))
                .body("options", empty())
                .body("is_used_in_grid", is(true))
                .body("is_filterable_in_grid", is(true))
                .body("grid_filter_condition_type", is("prefix"))
                .body("is_searchable_in_grid", is(true))
                .body("is_used_for_customer_segment", is(true))
                .body("website_values", contains(Map.of("website_id", 1, "is_required", false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text", "textarea", "multiline", "date", "select", "multiselect", "boolean", "file", "image"})
    void every_type_can_be_defined_for_customers_and_for_addresses_and_sent_back_as_it_was_read(String input) {
        for (String path : List.of(CUSTOMERS, ADDRESSES)) {
            String code = code(input);
            post(path, attribute(code, input)).statusCode(200).body("frontend_input", is(input));
            Map<String, Object> read =
                    get(path, code).statusCode(200).extract().jsonPath().getMap("$");
            Map<String, Object> again =
                    put(path, code, read).statusCode(200).extract().jsonPath().getMap("$");
            assertThat(again).isEqualTo(read);
            delete(path, code).statusCode(200).body(equalTo("true"));
            get(path, code)
                    .statusCode(404)
                    .body("message", is(NONE))
                    .body("parameters.fieldName", is("entityType"))
                    .body("parameters.field2Name", is("attributeCode"))
                    .body("parameters.field2Value", is(code));
        }
    }

    @Test
    void only_what_is_supplied_changes() {
        String code = created("multiline", "multiline_count", 4, "sort_order", 3, "is_required", true);
        put(CUSTOMERS, code, Map.of("default_frontend_label", "New", "attribute_code", "other"))
                .statusCode(200)
                .body("attribute_code", is(code))
                .body("default_frontend_label", is("New"))
                .body("multiline_count", is(4))
                .body("sort_order", is(3))
                .body("is_required", is(true));
        // Every new customer of the tests that follow would need a value.
        delete(CUSTOMERS, code).statusCode(200);
    }

    @Test
    void the_input_type_stays_what_it_is() {
        String code = created("text");
        put(CUSTOMERS, code, Map.of("frontend_input", "date"))
                .statusCode(400)
                .body("message", is("The input type of an attribute cannot be changed. It is \"%1\"."))
                .body("parameters", contains("text"));
    }

    @Test
    void a_code_is_unique_among_those_of_its_owner() {
        String code = created("text");
        post(CUSTOMERS, attribute(code, "date"))
                .statusCode(400)
                .body("message", is("An attribute with the same code (%1) already exists."))
                .body("parameters", contains(code));
        post(ADDRESSES, attribute(code, "date")).statusCode(200);
    }

    @Test
    void a_code_begins_with_a_letter_and_is_short() {
        for (String wrong : List.of("1st", "_a", "Über", "UPPER", "a-b", "a b", "a'b")) {
            post(CUSTOMERS, attribute(wrong, "text"))
                    .statusCode(400)
                    .body(
                            "message",
                            is("Attribute code \"%1\" is invalid. Please use only letters (a-z), numbers (0-9) or"
                                    + " underscore (_) in this field, and the first character should be a letter."))
                    .body("parameters", contains(wrong));
        }
        post(CUSTOMERS, attribute("x".repeat(31), "text"))
                .statusCode(400)
                .body("message", is("An attribute code must not be less than %1 and more than %2 characters."))
                .body("parameters", contains(1, 30));
        post(CUSTOMERS, attribute("", "text"))
                .statusCode(400)
                .body("message", is(REQUIRED))
                .body("parameters.fieldName", is("attribute_code"));
    }

    @Test
    void codes_of_the_system_are_reserved() {
        for (String reserved : List.of("email", "gender", "password", "addresses", "billing_city", "id")) {
            post(CUSTOMERS, attribute(reserved, "text"))
                    .statusCode(400)
                    .body(
                            "message",
                            is("The attribute code \"%1\" is reserved by system. Please try another attribute code."))
                    .body("parameters", contains(reserved));
        }
        for (String reserved : List.of("street", "region", "customer_id", "vat_id")) {
            post(ADDRESSES, attribute(reserved, "text")).statusCode(400).body("parameters", contains(reserved));
        }
        delete(CUSTOMERS, "email").statusCode(404);
        put(CUSTOMERS, "email", Map.of("is_required", false)).statusCode(404);
        get(CUSTOMERS, "email").statusCode(404);
    }

    @Test
    void what_must_be_there_must_be_there() {
        post(CUSTOMERS, Map.of("attribute_code", code("a"), "default_frontend_label", "A"))
                .statusCode(400)
                .body("message", is(REQUIRED))
                .body("parameters.fieldName", is("frontend_input"));
        post(CUSTOMERS, Map.of("attribute_code", code("a"), "frontend_input", "text"))
                .statusCode(400)
                .body("message", is(REQUIRED))
                .body("parameters.fieldName", is("default_frontend_label"));
        String code = created("text");
        put(CUSTOMERS, code, Map.of("default_frontend_label", " "))
                .statusCode(400)
                .body("message", is(REQUIRED))
                .body("parameters.fieldName", is("default_frontend_label"));
    }

    @Test
    void what_does_not_fit_the_type_is_refused() {
        refused("text", "frontend_input", "hidden", "frontend_input", "hidden");
        refused("text", "frontend_input", "price", "frontend_input", "price");
        refused("text", "multiline_count", 2, "multiline_count", 2);
        refused("multiline", "multiline_count", 1, "multiline_count", 1);
        refused("multiline", "multiline_count", 21, "multiline_count", 21);
        refused("text", "used_in_forms", List.of("customer_address_edit"), "used_in_forms", "customer_address_edit");
        refused("select", "input_filter", "trim", "input_filter", "trim");
        refused("text", "input_filter", "date", "input_filter", "date");
        refused("text", "input_filter", "rot13", "input_filter", "rot13");
        refused("text", "options", List.of(Map.of("label", "A")), "options", "text");
        refused("image", "is_filterable_in_grid", true, "is_filterable_in_grid", true);
        refused("text", "grid_filter_condition_type", "regexp", "grid_filter_condition_type", "regexp");
        refused("text", "frontend_labels", List.of(Map.of("store_id", 4711, "label", "x")), "store_id", 4711);
        refused("text", "frontend_labels", List.of(Map.of("store_id", 0, "label", "x")), "store_id", 0);
        refused("text", "website_values", List.of(Map.of("website_id", 4711)), "website_id", 4711);
        refused("text", "website_values", List.of(Map.of("is_required", true)), "website_values", "");
        refused("image", "default_value", "/a/b.png", "default_value", "/a/b.png");
    }

    @Test
    void rules_belong_to_types_and_have_bounds() {
        ruleRefused("text", "no_such_rule", "1", "validation_rules", "no_such_rule");
        ruleRefused("text", "max_text_length", "256", "max_text_length", "256");
        ruleRefused("text", "max_text_length", "many", "max_text_length", "many");
        ruleRefused("select", "max_text_length", "10", "max_text_length", "10");
        ruleRefused("text", "input_validation", "date", "input_validation", "date");
        ruleRefused("date", "date_range_min", "soon", "date_range_min", "soon");
        ruleRefused("text", "max_file_size", "10", "max_file_size", "10");
        ruleRefused("file", "max_file_size", "0", "max_file_size", "0");
        ruleRefused("file", "file_extensions", "pdf,svg", "file_extensions", "pdf,svg");
        ruleRefused("image", "file_extensions", "pdf", "file_extensions", "pdf");
        ruleRefused("image", "max_image_width", "-1", "max_image_width", "-1");
        post(
                        CUSTOMERS,
                        attribute(
                                code("a"),
                                "text",
                                "validation_rules",
                                List.of(
                                        Map.of("name", "min_text_length", "value", "5"),
                                        Map.of("name", "max_text_length", "value", "4"))))
                .statusCode(400)
                .body("message", is(INVALID))
                .body("parameters.fieldName", is("min_text_length"));
        post(
                        CUSTOMERS,
                        attribute(
                                code("a"),
                                "date",
                                "validation_rules",
                                List.of(
                                        Map.of("name", "date_range_min", "value", "2023-03-28"),
                                        Map.of("name", "date_range_max", "value", "1679875200"))))
                .statusCode(400)
                .body("message", is(INVALID))
                .body("parameters.fieldName", is("date_range_min"));
    }

    @Test
    void a_default_value_obeys_the_rules_of_the_attribute() {
        post(CUSTOMERS, attribute(code("a"), "date", "default_value", "soon"))
                .statusCode(400)
                .body("message", is("Invalid date"));
        post(CUSTOMERS, attribute(code("a"), "boolean", "default_value", "true"))
                .statusCode(200)
                .body("default_value", is("1"));
        String code = created("date", "default_value", "2020-02-29 00:00:00");
        get(CUSTOMERS, code).body("default_value", is("2020-02-29"));
        put(CUSTOMERS, code, Map.of("default_value", "")).statusCode(200).body("default_value", nullValue());
    }

    @Test
    void options_are_added_renamed_ordered_and_removed() {
        String code = created(
                "select",
                "options",
                List.of(
                        Map.of("label", "Red", "sort_order", 2),
                        Map.of(
                                "label",
                                "Blue",
                                "sort_order",
                                1,
                                "is_default",
                                true,
                                "store_labels",
                                List.of(Map.of("store_id", 1, "label", "Blau")))));
        List<Map<String, Object>> options = get(CUSTOMERS, code)
                .body("options.label", contains("Blue", "Red"))
                .body("options.is_default", contains(true, false))
                .body("options[0].store_labels", contains(Map.of("store_id", 1, "label", "Blau")))
                .extract()
                .jsonPath()
                .getList("options");
        String blue = (String) options.get(0).get("value");
        get(CUSTOMERS, code).body("default_value", is(blue));
        put(
                        CUSTOMERS,
                        code,
                        Map.of(
                                "options",
                                List.of(
                                        Map.of("value", blue, "label", "Navy", "sort_order", 5),
                                        Map.of("label", "Green"))))
                .statusCode(200)
                .body("options.label", contains("Green", "Navy"))
                .body("options[1].value", is(blue))
                .body("options[1].store_labels", empty())
                .body("default_value", nullValue());
        put(CUSTOMERS, code, Map.of("default_value", blue))
                .statusCode(200)
                .body("default_value", is(blue))
                .body("options.is_default", contains(false, true));
        put(CUSTOMERS, code, Map.of("options", List.of(), "default_value", blue))
                .statusCode(400)
                .body("message", is("Attribute %1 does not contain option with Id %2"))
                .body("parameters", contains(code, blue));
        put(CUSTOMERS, code, Map.of("options", List.of(), "default_value", ""))
                .statusCode(200)
                .body("options", empty());
    }

    @Test
    void options_that_make_no_sense_are_refused() {
        String code = created("select", "options", List.of(Map.of("label", "Red")));
        String other = created("select", "options", List.of(Map.of("label", "Red")));
        String foreign = get(CUSTOMERS, other).extract().path("options[0].value");
        put(CUSTOMERS, code, Map.of("options", List.of(Map.of("value", foreign, "label", "Mine"))))
                .statusCode(400)
                .body("message", is("Attribute %1 does not contain option with Id %2"))
                .body("parameters", contains(code, foreign));
        get(CUSTOMERS, other).body("options.label", contains("Red"));
        put(CUSTOMERS, code, Map.of("options", List.of(Map.of("label", "A"), Map.of("label", " A "))))
                .statusCode(400)
                .body("message", is("The option \"%1\" is there twice. The labels of options must be unique."))
                .body("parameters", contains("A"));
        put(CUSTOMERS, code, Map.of("options", List.of(Map.of("sort_order", 1))))
                .statusCode(400)
                .body("message", is(REQUIRED))
                .body("parameters.fieldName", is("label"));
        put(
                        CUSTOMERS,
                        code,
                        Map.of(
                                "options",
                                List.of(
                                        Map.of("label", "A", "is_default", true),
                                        Map.of("label", "B", "is_default", true))))
                .statusCode(400)
                .body("message", is(INVALID))
                .body("parameters.fieldName", is("is_default"));
        put(
                        CUSTOMERS,
                        code,
                        Map.of(
                                "options",
                                IntStream.range(0, 1001)
                                        .mapToObj(i -> Map.of("label", "o" + i))
                                        .toList()))
                .statusCode(400)
                .body("message", is("An attribute cannot have more than %1 options."))
                .body("parameters", contains(1000));
    }

    @Test
    void a_thousand_options_are_kept_in_their_order() {
        String code = created(
                "multiselect",
                "options",
                IntStream.range(0, 1000)
                        .mapToObj(i -> Map.of("label", "o" + i, "sort_order", 1000 - i))
                        .toList());
        get(CUSTOMERS, code)
                .body("options.size()", is(1000))
                .body("options[0].label", is("o999"))
                .body("options[999].label", is("o0"));
    }

    @Test
    void attributes_are_searched() {
        String code = created("date", "sort_order", 99, "is_filterable_in_grid", true);
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "attribute_code")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", code)
                .get(CUSTOMERS + "/search")
                .then()
                .statusCode(200)
                .body("items.attribute_code", contains(code))
                .body("items[0].sort_order", is(99))
                .body("total_count", is(1));
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "attribute_code")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", code)
                .get(ADDRESSES + "/search")
                .then()
                .statusCode(200)
                .body("total_count", is(0));
    }

    @Test
    void twenty_attributes_are_made_and_dropped_at_once() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                tasks.add(() -> {
                    String code = created("text", "is_filterable_in_grid", true);
                    return delete(CUSTOMERS, code).extract().statusCode();
                });
            }
            for (Future<Integer> each : threads.invokeAll(tasks)) {
                assertThat(each.get()).isEqualTo(200);
            }
        }
    }

    private static void refused(String input, String name, Object value, String fieldName, Object shown) {
        Map<String, Object> attribute = new HashMap<>(attribute(code("a"), input));
        attribute.put(name, value);
        post(CUSTOMERS, attribute)
                .statusCode(400)
                .body("message", is(INVALID))
                .body("parameters.fieldName", is(fieldName))
                .body("parameters.value", is(shown));
    }

    private static void ruleRefused(String input, String rule, String value, String fieldName, Object shown) {
        refused(input, "validation_rules", List.of(Map.of("name", rule, "value", value)), fieldName, shown);
    }
}
