package io.clientele.attribute;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.customer.GraphQLFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(AttributesGone.class)
class AdminAttributeGraphQLTest {

    @Test
    void an_attribute_is_made_found_changed_and_deleted() {
        String code = AttributeFixture.code("taste");
        String version = admin(
                        "mutation { adminCreateCustomerAttribute(entity: CUSTOMER, input: {attribute_code: \"" + code
                                + "\", frontend_input: \"select\", default_frontend_label: \"Taste\","
                                + " frontend_labels: [{store_id: 1, label: \"Goût\"}], is_filterable_in_grid: true,"
                                + " used_in_forms: [\"customer_account_edit\"],"
                                + " options: [{label: \"Sweet\", is_default: true}, {label: \"Sour\"}],"
                                + " website_values: [{website_id: 1, is_visible: false}]})"
                                + " { attribute_code frontend_input frontend_labels { store_id label } is_filterable_in_grid"
                                + " used_in_forms options { label value is_default } website_values { website_id is_visible }"
                                + " version } }")
                .body("errors", nullValue())
                .body("data.adminCreateCustomerAttribute.attribute_code", is(code))
                .body("data.adminCreateCustomerAttribute.frontend_labels[0].label", is("Goût"))
                .body("data.adminCreateCustomerAttribute.options.label", equalTo(List.of("Sweet", "Sour")))
                .body("data.adminCreateCustomerAttribute.options.is_default", equalTo(List.of(true, false)))
                .body("data.adminCreateCustomerAttribute.website_values[0].is_visible", is(false))
                .body("data.adminCreateCustomerAttribute.used_in_forms", equalTo(List.of("customer_account_edit")))
                .extract()
                .path("data.adminCreateCustomerAttribute.version");
        AttributeFixture.get(AttributeFixture.CUSTOMERS, code)
                .statusCode(200)
                .body("default_frontend_label", is("Taste"));
        admin("{ adminCustomerAttributes(entity: CUSTOMER, filter: [{field: \"attribute_code\", value: \"" + code
                        + "\"}]) { items { attribute_code version } total_count } }")
                .body("data.adminCustomerAttributes.items.attribute_code", equalTo(List.of(code)))
                .body("data.adminCustomerAttributes.items.version", equalTo(List.of(version)))
                .body("data.adminCustomerAttributes.total_count", is(1));
        admin("{ adminCustomerAttributes(entity: CUSTOMER_ADDRESS) { items { attribute_code } } }")
                .body("data.adminCustomerAttributes.items", hasSize(0));
        admin(
                        "mutation { adminUpdateCustomerAttribute(entity: CUSTOMER, code: \"" + code + "\", version: \""
                                + version
                                + "\", input: {default_frontend_label: \"Flavour\"}) { default_frontend_label options { label } } }")
                .body("errors", nullValue())
                .body("data.adminUpdateCustomerAttribute.default_frontend_label", is("Flavour"))
                .body("data.adminUpdateCustomerAttribute.options.label", hasItem("Sour"));
        admin("mutation { adminDeleteCustomerAttribute(entity: CUSTOMER, code: \"" + code + "\", version: \"" + version
                        + "\") }")
                .body("data", nullValue());
        admin("mutation { adminDeleteCustomerAttribute(entity: CUSTOMER, code: \"" + code + "\") }")
                .body("data.adminDeleteCustomerAttribute", is(true));
        AttributeFixture.get(AttributeFixture.CUSTOMERS, code).statusCode(404);
    }

    @Test
    void what_rest_refuses_is_refused_in_the_same_words() {
        admin("mutation { adminCreateCustomerAttribute(entity: CUSTOMER, input: {attribute_code: \"9lives\","
                        + " frontend_input: \"text\", default_frontend_label: \"x\"}) { attribute_code } }")
                .body("data", nullValue())
                .body("errors[0].extensions.category", is("graphql-input"));
        admin("mutation { adminDeleteCustomerAttribute(entity: CUSTOMER, code: \"nobody_made_it\") }")
                .body("errors[0].extensions.category", is("graphql-no-such-entity"));
    }

    private static ValidatableResponse admin(String document) {
        return GraphQLFixture.graphql(AdminFixture.token(), document);
    }
}
