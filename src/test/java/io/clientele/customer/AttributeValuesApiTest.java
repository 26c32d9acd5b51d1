package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.attribute.AttributeFixture.ADDRESSES;
import static io.clientele.attribute.AttributeFixture.CUSTOMERS;
import static io.clientele.attribute.AttributeFixture.attribute;
import static io.clientele.attribute.AttributeFixture.code;
import static io.clientele.attribute.AttributeFixture.created;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.attribute.AttributeFixture;
import io.clientele.shared.sql.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The values of custom attributes, over both edges. */
@QuarkusTest
class AttributeValuesApiTest {

    @Inject
    Database database;

    private final List<String> made = new ArrayList<>();

    @AfterEach
    void delete_what_was_defined() {
        made.forEach(path -> asAdmin().delete(path));
    }

    @Test
    void a_value_of_every_kind_is_stored_shown_and_cleared() {
        String text = attributeOf("text");
        String day = attributeOf("date");
        String flag = attributeOf("boolean");
        String lines = attributeOf("multiline", "multiline_count", 3);
        String choice = attributeOf("select", "options", List.of(option("Red"), option("Blue")));
        String choices =
                attributeOf("multiselect", "options", List.of(option("Tea"), option("Coffee"), option("Milk")));
        List<String> one = options(choice);
        List<String> many = options(choices);
        long id = createByAdmin(with(
                customer(),
                "custom_attributes",
                List.of(
                        value(text, "chess"),
                        value(day, "2020-02-29"),
                        value(flag, "1"),
                        value(lines, "a\nb"),
                        value(choice, one.get(1)),
                        value(choices, many.get(2) + "," + many.get(0)))));
        read(id).body("custom_attributes.find { it.attribute_code == '" + text + "' }.value", is("chess"))
                .body("custom_attributes.find { it.attribute_code == '" + day + "' }.value", is("2020-02-29"))
                .body("custom_attributes.find { it.attribute_code == '" + flag + "' }.value", is("1"))
                .body("custom_attributes.find { it.attribute_code == '" + lines + "' }.value", is("a\nb"))
                .body("custom_attributes.find { it.attribute_code == '" + choice + "' }.value", is(one.get(1)))
                .body(
                        "custom_attributes.find { it.attribute_code == '" + choices + "' }.value",
                        is(many.get(0) + "," + many.get(2)));
        change(id, List.of(value(text, ""), value(day, "1999-12-31")));
        read(id).body("custom_attributes.attribute_code", not(hasItem(text)))
                .body("custom_attributes.find { it.attribute_code == '" + day + "' }.value", is("1999-12-31"))
                .body("custom_attributes.find { it.attribute_code == '" + flag + "' }.value", is("1"));
    }

    @Test
    void codes_that_no_attribute_has_are_ignored() {
        long id = createByAdmin(with(customer(), "custom_attributes", List.of(value("no_such_thing", "x"))));
        read(id).body("custom_attributes", nullValue());
    }

    @Test
    void what_breaks_a_rule_is_refused_and_nothing_is_stored() {
        String choice = attributeOf("select", "options", List.of(option("Red")));
        Map<String, Object> customer = with(customer(), "custom_attributes", List.of(value(choice, "987654")));
        asAdmin()
                .body(body(customer))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400)
                .body("message", is("Attribute %1 does not contain option with Id %2"))
                .body("parameters", equalTo(List.of(choice, "987654")));
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "email")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", customer.get("email"))
                .get("/rest/V1/customers/search")
                .then()
                .body("total_count", is(0));
    }

    @Test
    void a_required_attribute_is_demanded_of_new_customers_and_cannot_be_cleared() {
        long before = createByAdmin(customer());
        String required = attributeOf("text", "is_required", true);
        String message = "\"%1\" is a required value.";
        asAdmin()
                .body(body(customer()))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400)
                .body("message", is(message))
                .body("parameters[0]", is("The " + required));
        long id = createByAdmin(with(customer(), "custom_attributes", List.of(value(required, "x"))));
        asAdmin()
                .body(body(Map.of("custom_attributes", List.of(value(required, "")))))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(400)
                .body("message", is(message));
        asAdmin()
                .body(body(Map.of("firstname", "Still")))
                .put("/rest/V1/customers/" + before)
                .then()
                .statusCode(200);
    }

    @Test
    void shoppers_see_and_write_only_what_is_visible_in_their_website() {
        String hidden = attributeOf("text", "is_visible", false);
        String shown = attributeOf("text");
        Map<String, Object> customer = customer();
        long id = CustomerFixture.create(
                with(customer, "custom_attributes", List.of(value(hidden, "me"), value(shown, "b"))));
        read(id).body("custom_attributes.attribute_code", equalTo(List.of(shown)));
        change(id, List.of(value(hidden, "secret")));
        String token = token(customer.get("email"));
        as(token).get("/rest/V1/customers/me").then().body("custom_attributes.attribute_code", equalTo(List.of(shown)));
        GraphQLFixture.graphql(token, "{ customer { custom_attributes { code } } }")
                .body("data.customer.custom_attributes.code", equalTo(List.of(shown)));
        as(token)
                .body(body(with(customer, "custom_attributes", List.of(value(hidden, "changed")))))
                .put("/rest/V1/customers/me")
                .then()
                .statusCode(200);
        read(id).body("custom_attributes.find { it.attribute_code == '" + hidden + "' }.value", is("secret"));
    }

    @Test
    void graphql_takes_and_shows_values_with_the_labels_of_the_options() {
        String text = attributeOf("text");
        String choices = attributeOf("multiselect", "options", List.of(option("Tea"), option("Coffee")));
        List<String> options = options(choices);
        Map<String, Object> customer = customer();
        long id = CustomerFixture.create(customer);
        String token = token(customer.get("email"));
        String shown = "custom_attributes { code ... on AttributeValue { value }"
                + " ... on AttributeSelectedOptions { selected_options { label value } } }";
        GraphQLFixture.graphql(
                        token,
                        "mutation($list: [AttributeValueInput]) { updateCustomerV2(input: {custom_attributes: $list})"
                                + " { customer { " + shown + " } } }",
                        Map.of(
                                "list",
                                List.of(
                                        Map.of("attribute_code", text, "value", "go"),
                                        Map.of(
                                                "attribute_code",
                                                choices,
                                                "selected_options",
                                                List.of(
                                                        Map.of("value", options.get(1)),
                                                        Map.of("value", options.get(0)))))))
                .body("errors", nullValue())
                .body("data.updateCustomerV2.customer.custom_attributes.code", containsInAnyOrder(text, choices))
                .body(
                        "data.updateCustomerV2.customer.custom_attributes.find { it.code == '" + text + "' }.value",
                        is("go"))
                .body(
                        "data.updateCustomerV2.customer.custom_attributes.find { it.code == '" + choices
                                + "' }.selected_options.label",
                        equalTo(List.of("Tea", "Coffee")));
        GraphQLFixture.graphql(token, "{ customer { custom_attributes(attributeCodes: [\"" + text + "\"]) { code } } }")
                .body("data.customer.custom_attributes.code", equalTo(List.of(text)));
        GraphQLFixture.graphql(
                        token,
                        "mutation { updateCustomerV2(input: {custom_attributes: [{attribute_code: \"" + choices
                                + "\", selected_options: [{value: \"5\"}]}]}) { customer { id } } }")
                .body("errors[0].message", is("Attribute " + choices + " does not contain option with Id 5"))
                .body("errors[0].extensions.category", is("graphql-input"));
        GraphQLFixture.graphql(AdminFixture.token(), "{ adminCustomer(id: \"" + id + "\") { " + shown + " } }")
                .body("data.adminCustomer.custom_attributes.code", containsInAnyOrder(text, choices));
    }

    @Test
    void addresses_have_values_over_both_edges() {
        String code = code("floor");
        AttributeFixture.post(ADDRESSES, attribute(code, "text")).statusCode(200);
        made.add(ADDRESSES + "/" + code);
        Map<String, Object> customer = with(
                customer(), "addresses", List.of(with(address(), "custom_attributes", List.of(value(code, "3rd")))));
        long id = CustomerFixture.create(customer);
        read(id).body("addresses[0].custom_attributes[0].value", is("3rd"));
        String token = token(customer.get("email"));
        String shown =
                "custom_attributes { attribute_code value } custom_attributesV2 { code ... on AttributeValue { value } }";
        int address = GraphQLFixture.graphql(token, "{ customer { addresses { id " + shown + " } } }")
                .body("data.customer.addresses[0].custom_attributesV2[0].value", is("3rd"))
                .body("data.customer.addresses[0].custom_attributes[0].attribute_code", is(code))
                .extract()
                .path("data.customer.addresses[0].id");
        GraphQLFixture.graphql(
                        token,
                        "mutation { updateCustomerAddress(id: " + address + ", input: {custom_attributesV2:"
                                + " [{attribute_code: \"" + code + "\", value: \"4th\"}]}) { city " + shown + " } }")
                .body("errors", nullValue())
                .body("data.updateCustomerAddress.city", is("Austin"))
                .body("data.updateCustomerAddress.custom_attributesV2[0].value", is("4th"));
    }

    @Test
    void customers_are_found_by_values_of_every_kind() {
        String mark = "av" + System.nanoTime();
        String text = attributeOf("text");
        String day = attributeOf("date");
        String flag = attributeOf("boolean");
        String choices =
                attributeOf("multiselect", "options", List.of(option("Tea"), option("Coffee"), option("Milk")));
        List<String> many = options(choices);
        int one = (int) createByAdmin(with(
                with(customer(), "lastname", mark),
                "custom_attributes",
                List.of(
                        value(text, "Blue Moon"),
                        value(day, "2020-05-05"),
                        value(flag, true),
                        value(choices, many.get(0) + "," + many.get(1)))));
        int two = (int) createByAdmin(with(
                with(customer(), "lastname", mark),
                "custom_attributes",
                List.of(
                        value(text, "Red Sun"),
                        value(day, "2021-05-05"),
                        value(flag, false),
                        value(choices, many.get(2)))));
        int none = (int) createByAdmin(with(customer(), "lastname", mark));
        ids(mark, text, "blue moon", "eq", one);
        ids(mark, text, "%e%o%", "like", one);
        ids(mark, text, "Blue Moon,red sun", "in", one, two);
        ids(mark, text, "", "null", none);
        ids(mark, day, "2020-12-31", "gt", two);
        ids(mark, day, "2020-05-05 00:00:00", "lteq", one);
        ids(mark, flag, "1", "eq", one);
        ids(mark, flag, "0", "eq", two);
        ids(mark, choices, many.get(1), "finset", one);
        ids(mark, choices, many.get(1) + "," + many.get(2), "in", one, two);
        ids(mark, choices, many.get(1), "neq", two);
        ids(mark, choices, "", "notnull", one, two);
        search(mark, day, "tomorrow", "eq").statusCode(400).body("parameters.fieldName", is(day));
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "lastname")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", mark)
                .queryParam("searchCriteria[sort_orders][0][field]", day)
                .queryParam("searchCriteria[sort_orders][0][direction]", "DESC")
                .get("/rest/V1/customers/search")
                .then()
                .body("items.id", equalTo(List.of(two, one, none)));
    }

    @Test
    void the_billing_address_is_searched_by_its_attributes() {
        String mark = "aw" + System.nanoTime();
        String code = code("floor");
        AttributeFixture.post(ADDRESSES, attribute(code, "text")).statusCode(200);
        made.add(ADDRESSES + "/" + code);
        Map<String, Object> billing =
                with(with(address(), "default_billing", true), "custom_attributes", List.of(value(code, "9th")));
        int id = (int) createByAdmin(with(with(customer(), "lastname", mark), "addresses", List.of(billing)));
        createByAdmin(with(with(customer(), "lastname", mark), "addresses", List.of(address())));
        ids(mark, "billing_" + code, "9th", "eq", id);
    }

    @Test
    void an_option_in_use_is_not_removed() {
        String choices = attributeOf("multiselect", "options", List.of(option("Tea"), option("Coffee")));
        List<String> options = options(choices);
        createByAdmin(with(customer(), "custom_attributes", List.of(value(choices, options.get(0)))));
        AttributeFixture.put(
                        CUSTOMERS,
                        choices,
                        Map.of("options", List.of(Map.of("value", options.get(1), "label", "Coffee"))))
                .statusCode(400)
                .body("parameters", hasItem(options.get(0)));
        AttributeFixture.put(
                        CUSTOMERS, choices, Map.of("options", List.of(Map.of("value", options.get(0), "label", "Tea"))))
                .statusCode(200);
    }

    @Test
    void the_values_of_a_deleted_attribute_are_nobodys_and_do_not_come_back_with_its_code() {
        String code = code("again");
        AttributeFixture.post(CUSTOMERS, attribute(code, "text")).statusCode(200);
        long id = createByAdmin(with(customer(), "custom_attributes", List.of(value(code, "old"))));
        AttributeFixture.delete(CUSTOMERS, code).statusCode(200);
        read(id).body("custom_attributes", nullValue());
        search("x", code, "old", "eq").statusCode(400).body("message", is("Invalid attribute name: %1"));
        AttributeFixture.post(CUSTOMERS, attribute(code, "text")).statusCode(200);
        made.add(CUSTOMERS + "/" + code);
        read(id).body("custom_attributes", nullValue());
    }

    private String attributeOf(String input, Object... more) {
        String code = created(input, more);
        made.add(CUSTOMERS + "/" + code);
        return code;
    }

    private static Map<String, Object> option(String label) {
        return Map.of("label", label);
    }

    private static List<String> options(String code) {
        return AttributeFixture.get(CUSTOMERS, code).statusCode(200).extract().path("options.value");
    }

    private static Map<String, Object> value(String code, Object value) {
        return Map.of("attribute_code", code, "value", value);
    }

    private static ValidatableResponse read(long id) {
        return asAdmin().get("/rest/V1/customers/" + id).then().statusCode(200);
    }

    private static void change(long id, List<Map<String, Object>> values) {
        asAdmin()
                .body(body(Map.of("custom_attributes", values)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
    }

    private static void ids(String mark, String field, String value, String condition, Integer... ids) {
        search(mark, field, value, condition).statusCode(200).body("items.id", containsInAnyOrder(ids));
    }

    private static ValidatableResponse search(String mark, String field, String value, String condition) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "lastname")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", mark)
                .queryParam("searchCriteria[filter_groups][1][filters][0][field]", field)
                .queryParam("searchCriteria[filter_groups][1][filters][0][value]", value)
                .queryParam("searchCriteria[filter_groups][1][filters][0][condition_type]", condition)
                .get("/rest/V1/customers/search")
                .then();
    }
}
