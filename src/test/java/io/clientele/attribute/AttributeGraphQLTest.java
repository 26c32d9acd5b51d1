package io.clientele.attribute;

import static io.clientele.attribute.AttributeFixture.ADDRESSES;
import static io.clientele.attribute.AttributeFixture.CUSTOMERS;
import static io.clientele.attribute.AttributeFixture.attribute;
import static io.clientele.attribute.AttributeFixture.code;
import static io.clientele.attribute.AttributeFixture.created;
import static io.clientele.attribute.AttributeFixture.delete;
import static io.clientele.attribute.AttributeFixture.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInRelativeOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(AttributesGone.class)
class AttributeGraphQLTest {

    private static final String FIELDS = "items { __typename code default_value entity_type frontend_class"
            + " frontend_input is_required is_unique label options { __typename is_default label value }"
            + " ... on CustomerAttributeMetadata { input_filter multiline_count sort_order"
            + " validate_rules { name value } } } errors { message type }";

    @Test
    void a_text_has_its_metadata() {
        String code = created(
                "text",
                "is_required",
                true,
                "default_value",
                "chess",
                "sort_order",
                5,
                "input_filter",
                "trim",
                "validation_rules",
                List.of(
                        Map.of("name", "input_validation", "value", "alpha"),
                        Map.of("name", "max_text_length", "value", "20")));
        one("customer", code)
                .body("errors", nullValue())
                .body("data.customAttributeMetadataV2.errors", empty())
                .rootPath("data.customAttributeMetadataV2.items[0]")
                .body("__typename", is("CustomerAttributeMetadata"))
                .body("code", is(code))
                .body("default_value", is("chess"))
                .body("entity_type", is("CUSTOMER"))
                .body("frontend_class", is("required-entry"))
                .body("frontend_input", is("TEXT"))
                .body("is_required", is(true))
                .body("is_unique", is(false))
                .body("label", is("The " + code))
                .body("options", empty())
                .body("input_filter", is("TRIM"))
                .body("multiline_count", is(0))
                .body("sort_order", is(5))
                .body("validate_rules.name", contains("INPUT_VALIDATION", "MAX_TEXT_LENGTH"))
                .body("validate_rules.value", contains("alpha", "20"));
    }

    @Test
    void each_type_tells_what_is_its_own() {
        one("customer", created("boolean", "default_value", "0"))
                .rootPath("data.customAttributeMetadataV2.items[0]")
                .body("frontend_input", is("BOOLEAN"))
                .body("default_value", is("0"))
                .body("options.label", contains("Yes", "No"))
                .body("options.value", contains("1", "0"))
                .body("options.is_default", contains(false, true));
        one(
                        "customer",
                        created(
                                "date",
                                "validation_rules",
                                List.of(
                                        Map.of("name", "date_range_min", "value", "1679443200"),
                                        Map.of("name", "date_range_max", "value", "1679875200"))))
                .rootPath("data.customAttributeMetadataV2.items[0]")
                .body("frontend_input", is("DATE"))
                .body("input_filter", is("DATE"))
                .body("validate_rules.name", contains("DATE_RANGE_MIN", "DATE_RANGE_MAX"))
                .body("validate_rules.value", contains("1679443200", "1679875200"));
        one("customer", created("multiline", "multiline_count", 3))
                .rootPath("data.customAttributeMetadataV2.items[0]")
                .body("frontend_input", is("MULTILINE"))
                .body("input_filter", is("NONE"))
                .body("multiline_count", is(3));
        one(
                        "customer",
                        created(
                                "image",
                                "validation_rules",
                                List.of(
                                        Map.of("name", "max_file_size", "value", "10000"),
                                        Map.of("name", "file_extensions", "value", "png,jpg"),
                                        Map.of("name", "max_image_width", "value", "100"),
                                        Map.of("name", "max_image_heght", "value", "50"))))
                .rootPath("data.customAttributeMetadataV2.items[0]")
                .body("frontend_input", is("IMAGE"))
                .body(
                        "validate_rules.name",
                        contains("MAX_FILE_SIZE", "FILE_EXTENSIONS", "MAX_IMAGE_WIDTH", "MAX_IMAGE_HEIGHT"));
        one(
                        "customer",
                        created(
                                "multiselect",
                                "options",
                                List.of(
                                        Map.of("label", "A", "sort_order", 2, "is_default", true),
                                        Map.of("label", "B", "sort_order", 1))))
                .rootPath("data.customAttributeMetadataV2.items[0]")
                .body("frontend_input", is("MULTISELECT"))
                .body("options.__typename", contains("AttributeOptionMetadata", "AttributeOptionMetadata"))
                .body("options.label", contains("B", "A"))
                .body("options.is_default", contains(false, true));
    }

    @Test
    void what_is_not_there_stands_in_the_payload() {
        String code = code("a");
        post(ADDRESSES, attribute(code, "textarea")).statusCode(200);
        query("{ customAttributeMetadataV2(attributes: [{attribute_code: \"nothing\", entity_type: \"customer\"},"
                        + " {attribute_code: \"" + code + "\", entity_type: \"customer_address\"},"
                        + " {attribute_code: \"x\", entity_type: \"nobody\"}, {entity_type: \"customer\"},"
                        + " {attribute_code: \"sku\", entity_type: \"catalog_product\"}]) { " + FIELDS + " } }")
                .body("errors", nullValue())
                .rootPath("data.customAttributeMetadataV2")
                .body("items.code", contains(code))
                .body("items.entity_type", contains("CUSTOMER_ADDRESS"))
                .body(
                        "errors.message",
                        contains(
                                "Attribute code \"nothing\" could not be found.",
                                "Entity \"nobody\" could not be found.",
                                "Missing attribute_code for the input.",
                                "Attribute code \"sku\" could not be found."))
                .body(
                        "errors.type",
                        contains("ATTRIBUTE_NOT_FOUND", "ENTITY_NOT_FOUND", "UNDEFINED", "ATTRIBUTE_NOT_FOUND"));
    }

    @Test
    void labels_follow_the_store_header() {
        int website = StoreFixture.website(StoreFixture.code("attr"));
        String view = StoreFixture.code("attr");
        int store = StoreFixture.view(website, StoreFixture.group(website, StoreFixture.code("attr")), view, true);
        String code = created(
                "select",
                "frontend_labels",
                List.of(Map.of("store_id", store, "label", "Farbe")),
                "website_values",
                List.of(Map.of("website_id", website, "is_required", true)),
                "options",
                List.of(Map.of("label", "Red", "store_labels", List.of(Map.of("store_id", store, "label", "Rot")))));
        one("customer", code)
                .rootPath("data.customAttributeMetadataV2.items[0]")
                .body("label", is("The " + code))
                .body("is_required", is(false))
                .body("options.label", contains("Red"));
        query(view, metadata("customer", code))
                .rootPath("data.customAttributeMetadataV2.items[0]")
                .body("label", is("Farbe"))
                .body("is_required", is(true))
                .body("options.label", contains("Rot"));
    }

    @Test
    void a_form_shows_what_is_visible_in_the_website_and_follows_every_change() {
        String seen = created("text", "sort_order", 900, "used_in_forms", List.of("customer_account_create"));
        String hidden = created("text", "is_visible", false, "used_in_forms", List.of("customer_account_create"));
        String elsewhere = created(
                "text",
                "website_values",
                List.of(Map.of("website_id", 1, "is_visible", false)),
                "used_in_forms",
                List.of("customer_account_create"));
        form("customer_account_create")
                .body("data.attributesForm.errors", empty())
                .body("data.attributesForm.items.code", containsInRelativeOrder("firstname", "lastname", "email", seen))
                .body("data.attributesForm.items.code", not(hasItem(hidden)))
                .body("data.attributesForm.items.code", not(hasItem(elsewhere)));
        form("customer_account_edit").body("data.attributesForm.items.code", not(hasItem(seen)));
        form("customer_register_address")
                .body("data.attributesForm.items.code", hasItems("firstname", "street", "city", "country_id"))
                .body("data.attributesForm.items.find { it.code == 'country_id' }.options.value", hasItems("DE", "US"))
                .body("data.attributesForm.items.find { it.code == 'street' }.multiline_count", is(2));
        delete(CUSTOMERS, seen).statusCode(200);
        form("customer_account_create").body("data.attributesForm.items.code", not(hasItem(seen)));
    }

    @Test
    void forms_of_administrators_and_unknown_ones_are_not_found() {
        for (String form : List.of("adminhtml_customer", "adminhtml_checkout", "nothing")) {
            form(form)
                    .body("errors", nullValue())
                    .body("data.attributesForm.items", empty())
                    .body("data.attributesForm.errors.type", contains("ENTITY_NOT_FOUND"))
                    .body("data.attributesForm.errors.message", contains("Form \"" + form + "\" could not be found."));
        }
    }

    @Test
    void the_merchant_s_attributes_are_listed_and_filtered() {
        String used = created("text", "is_used_for_customer_segment", true);
        String unused = created("text");
        String hidden = created("text", "is_visible", false);
        list("CUSTOMER", "")
                .body("data.attributesList.items.code", hasItems(used, unused))
                .body("data.attributesList.items.code", not(hasItem(hidden)))
                .body("data.attributesList.errors", empty());
        list("CUSTOMER", ", filters: {is_used_for_customer_segment: true}")
                .body("data.attributesList.items.code", hasItem(used))
                .body("data.attributesList.items.code", not(hasItem(unused)));
        list("CUSTOMER", ", filters: {is_filterable: true}")
                .body("data.attributesList.items", empty())
                .body("data.attributesList.errors.type", contains("FILTER_NOT_FOUND"))
                .body(
                        "data.attributesList.errors.message",
                        contains("Cannot filter by \"is_filterable\" as that field does not belong to \"customer\"."));
        list("CUSTOMER_ADDRESS", "").body("data.attributesList.items.code", not(hasItem(used)));
        list("CATALOG_PRODUCT", "")
                .body("errors", nullValue())
                .body("data.attributesList.items", empty())
                .body("data.attributesList.errors", empty());
    }

    @Test
    void older_clients_get_their_form() {
        String code = created("select", "options", List.of(Map.of("label", "Red")));
        query("{ customAttributeMetadata(attributes: [{attribute_code: \"" + code + "\", entity_type: \"customer\"},"
                        + " {attribute_code: \"email\", entity_type: \"customer\"}]) { items { attribute_code"
                        + " attribute_type entity_type input_type attribute_options { label value } } } }")
                .body("errors", nullValue())
                .body("data.customAttributeMetadata.items.attribute_code", contains(code, "email"))
                .body("data.customAttributeMetadata.items.attribute_type", contains("Int", "String"))
                .body("data.customAttributeMetadata.items.entity_type", contains("customer", "customer"))
                .body("data.customAttributeMetadata.items.input_type", contains("select", "text"))
                .body("data.customAttributeMetadata.items[0].attribute_options.label", contains("Red"));
    }

    private static ValidatableResponse one(String owner, String code) {
        return query(metadata(owner, code));
    }

    private static String metadata(String owner, String code) {
        return "{ customAttributeMetadataV2(attributes: [{attribute_code: \"" + code + "\", entity_type: \"" + owner
                + "\"}]) { " + FIELDS + " } }";
    }

    private static ValidatableResponse form(String form) {
        return query("{ attributesForm(formCode: \"" + form + "\") { " + FIELDS + " } }");
    }

    private static ValidatableResponse list(String owner, String filters) {
        return query(
                "{ attributesList(entityType: " + owner + filters + ") { items { code } errors { message type } } }");
    }

    private static ValidatableResponse query(String document) {
        return query("", document);
    }

    private static ValidatableResponse query(String store, String document) {
        return given().contentType(ContentType.JSON)
                .header("Store", store)
                .body(Map.of("query", document))
                .post("/graphql")
                .then()
                .statusCode(200);
    }
}
