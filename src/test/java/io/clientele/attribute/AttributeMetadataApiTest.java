package io.clientele.attribute;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.attribute.AttributeFixture.CUSTOMERS;
import static io.clientele.attribute.AttributeFixture.created;
import static io.clientele.attribute.AttributeFixture.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInRelativeOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(AttributesGone.class)
class AttributeMetadataApiTest {

    private static final String NONE = "No such entity with %fieldName = %fieldValue, %field2Name = %field2Value";

    @Test
    void a_built_in_attribute_has_exactly_the_fields_of_the_contract() {
        Map<String, Object> postcode = metadata("customerAddress/attribute/postcode")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");
        assertThat(postcode)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("frontend_input", "text"),
                        Map.entry("input_filter", ""),
                        Map.entry("store_label", "Zip/Postal Code"),
                        Map.entry("validation_rules", List.of()),
                        Map.entry("multiline_count", 0),
                        Map.entry("visible", true),
                        Map.entry("required", false),
                        Map.entry("data_model", ""),
                        Map.entry("options", List.of()),
                        Map.entry("frontend_class", ""),
                        Map.entry("user_defined", false),
                        Map.entry("sort_order", 110),
                        Map.entry("frontend_label", "Zip/Postal Code"),
                        Map.entry("note", ""),
                        Map.entry("system", true),
                        Map.entry("backend_type", "static"),
                        Map.entry("is_used_in_grid", true),
                        Map.entry("is_visible_in_grid", true),
                        Map.entry("is_filterable_in_grid", true),
                        Map.entry("is_searchable_in_grid", true),
                        Map.entry("attribute_code", "postcode")));
    }

    @Test
    void what_built_in_attributes_obey_is_shown() {
        metadata("customer/attribute/firstname")
                .body("required", is(true))
                .body("frontend_class", is("required-entry"))
                .body("input_filter", is("trim"))
                .body("validation_rules.name", contains("max_text_length", "min_text_length"))
                .body("validation_rules.value", contains("255", "1"));
        metadata("customer/attribute/gender")
                .body("options.label", contains(" ", "Male", "Female", "Not Specified"))
                .body("options.value", contains("", "1", "2", "3"));
        metadata("customerAddress/attribute/street").body("multiline_count", is(2));
        metadata("customer/attribute/group_id").body("options.label", hasItems("General", "Wholesale", "Retailer"));
        metadata("customerAddress/attribute/country_id").body("options.value", hasItems("DE", "US"));
        metadata("customer/attribute/website_id").body("options.value", hasItem("1"));
    }

    @Test
    void all_are_listed_in_their_order_and_the_custom_ones_by_themselves() {
        String first = created("text", "sort_order", 1001);
        String second = created("text", "sort_order", 1002);
        metadata("customer")
                .statusCode(200)
                .body("attribute_code", containsInRelativeOrder("website_id", "firstname", "gender", first, second));
        metadata("customer/custom")
                .statusCode(200)
                .body("attribute_code", containsInRelativeOrder(first, second))
                .body("attribute_code", not(hasItem("email")))
                .body("user_defined", everyItem(is(true)))
                .body("system", everyItem(is(false)));
        metadata("customerAddress").body("attribute_code", not(hasItem(first)));
    }

    @Test
    void a_custom_attribute_is_shown_as_it_is_defined() {
        String code = created(
                "date",
                "is_required",
                true,
                "sort_order",
                9,
                "validation_rules",
                List.of(
                        Map.of("name", "input_validation", "value", "date"),
                        Map.of("name", "date_range_min", "value", "1679443200"),
                        Map.of("name", "date_range_max", "value", "1679875200")));
        metadata("customer/attribute/" + code)
                .statusCode(200)
                .body("frontend_input", is("date"))
                .body("backend_type", is("datetime"))
                .body("input_filter", is("date"))
                .body("frontend_class", is("required-entry"))
                .body("validation_rules.name", contains("input_validation", "date_range_min", "date_range_max"))
                .body("validation_rules.value", contains("date", "1679443200", "1679875200"));
        metadata("customer/attribute/" + created("boolean"))
                .body("options.label", contains("Yes", "No"))
                .body("options.value", contains("1", "0"));
    }

    @Test
    void forms_show_their_attributes() {
        String code = created("text", "used_in_forms", List.of("customer_account_edit"));
        metadata("customer/form/customer_account_edit")
                .statusCode(200)
                .body("attribute_code", hasItems("firstname", "email", code))
                .body("attribute_code", not(hasItem("created_at")));
        metadata("customer/form/customer_account_create").body("attribute_code", not(hasItem(code)));
        metadata("customer/form/adminhtml_customer").body("attribute_code", hasItem("group_id"));
        metadata("customerAddress/form/customer_register_address").body("attribute_code", hasItems("street", "city"));
        metadata("customer/form/customer_register_address")
                .statusCode(404)
                .body("message", is(NONE))
                .body("parameters.fieldValue", is("customer"))
                .body("parameters.field2Name", is("formCode"))
                .body("parameters.field2Value", is("customer_register_address"));
    }

    @Test
    void what_is_not_there_is_not_found() {
        metadata("customerAddress/attribute/nothing")
                .statusCode(404)
                .body("message", is(NONE))
                .body("parameters.fieldName", is("entityType"))
                .body("parameters.fieldValue", is("customer_address"))
                .body("parameters.field2Name", is("attributeCode"))
                .body("parameters.field2Value", is("nothing"));
    }

    @Test
    void labels_and_what_is_required_follow_the_store_view_of_the_url() {
        int website = StoreFixture.website(StoreFixture.code("meta"));
        int group = StoreFixture.group(website, StoreFixture.code("meta"));
        String view = StoreFixture.code("meta");
        int store = StoreFixture.view(website, group, view, true);
        String code = created(
                "select",
                "is_required",
                true,
                "frontend_labels",
                List.of(Map.of("store_id", store, "label", "Farbe")),
                "website_values",
                List.of(Map.of("website_id", website, "is_required", false)),
                "options",
                List.of(Map.of("label", "Red", "store_labels", List.of(Map.of("store_id", store, "label", "Rot")))));
        metadata("customer/attribute/" + code)
                .body("store_label", is("The " + code))
                .body("required", is(true))
                .body("options.label", contains("Red"));
        asAdmin()
                .get("/rest/" + view + "/V1/attributeMetadata/customer/attribute/" + code)
                .then()
                .body("store_label", is("Farbe"))
                .body("frontend_label", is("The " + code))
                .body("required", is(false))
                .body("options.label", contains("Rot"));
        asAdmin().delete("/rest/V1/store/storeViews/" + store).then().statusCode(200);
        AttributeFixture.get(CUSTOMERS, code).body("frontend_labels", empty());
        put(CUSTOMERS, code, Map.of("website_values", List.of())).statusCode(200);
    }

    private static ValidatableResponse metadata(String path) {
        return asAdmin().get("/rest/V1/attributeMetadata/" + path).then();
    }
}
