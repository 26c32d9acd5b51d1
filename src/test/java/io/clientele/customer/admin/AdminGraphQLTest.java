package io.clientele.customer.admin;

import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.email;
import static io.clientele.customer.CustomerFixture.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.customer.GraphQLFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdminGraphQLTest {

    private static final String CREATE =
            "mutation($input: AdminCustomerInput!) { adminCreateCustomer(input: $input) { id uid email group_id"
                    + " website_id external_id is_confirmed is_subscribed date_of_birth lock_expires"
                    + " addresses { id city } default_billing_address { city } } }";

    @Inject
    Tokens tokens;

    @Test
    void a_customer_is_made_with_everything_an_administrator_says() {
        String email = email();
        admin(
                        CREATE,
                        Map.of(
                                "input",
                                Map.of(
                                        "email",
                                        email,
                                        "firstname",
                                        "Grace",
                                        "lastname",
                                        "Hopper",
                                        "group_id",
                                        2,
                                        "date_of_birth",
                                        "1906-12-09",
                                        "external_id",
                                        "key-" + email,
                                        "is_subscribed",
                                        true,
                                        "addresses",
                                        List.of(Map.of(
                                                "firstname", "Grace",
                                                "lastname", "Hopper",
                                                "street", List.of("1 Harbour"),
                                                "city", "Arlington",
                                                "postcode", "22201",
                                                "country_code", "US",
                                                "region", Map.of("region_id", 61),
                                                "telephone", "1",
                                                "default_billing", true)))))
                .body("errors", nullValue())
                .body("data.adminCreateCustomer.email", is(email))
                .body("data.adminCreateCustomer.group_id", is(2))
                .body("data.adminCreateCustomer.website_id", is(1))
                .body("data.adminCreateCustomer.external_id", is("key-" + email))
                .body("data.adminCreateCustomer.is_confirmed", is(true))
                .body("data.adminCreateCustomer.is_subscribed", is(true))
                .body("data.adminCreateCustomer.date_of_birth", is("1906-12-09"))
                .body("data.adminCreateCustomer.lock_expires", nullValue())
                .body("data.adminCreateCustomer.default_billing_address.city", is("Arlington"));
    }

    @Test
    void a_customer_is_read_and_changed_by_its_number() {
        long id = createByAdmin(customerWithAddresses(2));
        admin("{ adminCustomer(id: \"" + id
                        + "\") { id firstname addresses { city } default_billing_address { city } } }")
                .body("data.adminCustomer.id", is(Long.toString(id)))
                .body("data.adminCustomer.firstname", is("Ada"))
                .body("data.adminCustomer.addresses.city", equalTo(List.of("Town 0", "Town 1")))
                .body("data.adminCustomer.default_billing_address.city", is("Town 0"));
        admin("mutation { adminUpdateCustomer(id: \"" + id
                        + "\", input: {firstname: \"Augusta\", group_id: 3, middlename: \"\"})"
                        + " { firstname lastname group_id addresses { id } } }")
                .body("data.adminUpdateCustomer.firstname", is("Augusta"))
                .body("data.adminUpdateCustomer.lastname", is("Lovelace"))
                .body("data.adminUpdateCustomer.group_id", is(3))
                .body("data.adminUpdateCustomer.addresses", hasSize(2));
    }

    @Test
    void a_customer_is_deleted() {
        long id = createByAdmin(customer());
        admin("mutation { adminDeleteCustomer(id: \"" + id + "\") }").body("data.adminDeleteCustomer", is(true));
        admin("{ adminCustomer(id: \"" + id + "\") { id } }")
                .body("data.adminCustomer", nullValue())
                .body("errors[0].message", is("No such entity with customerId = " + id))
                .body("errors[0].extensions.category", is("graphql-no-such-entity"));
    }

    @Test
    void what_is_no_number_is_no_id() {
        admin("{ adminCustomer(id: \"abc\") { id } }")
                .body("errors[0].message", is("Invalid value of \"abc\" provided for the id field."))
                .body("errors[0].extensions.category", is("graphql-input"));
    }

    @Test
    void customers_are_filtered_sorted_and_paged() {
        String name = "Grid" + email().replaceAll("\\D", "");
        for (String last : List.of("Able", "Baker", "Charlie")) {
            createByAdmin(with(with(customer(), "firstname", name), "lastname", last));
        }
        String filter = "filter: [{field: \"firstname\", value: \"" + name + "\"}, {field: \"lastname\","
                + " condition: \"in\", values: [\"Able\", \"Baker\"], any: [{field: \"lastname\", value: \"Charlie\"}]}]";
        admin("{ adminCustomers(" + filter + ", sort: [{field: \"lastname\", direction: DESC}], pageSize: 2)"
                        + " { items { lastname } total_count } }")
                .body("errors", nullValue())
                .body("data.adminCustomers.items.lastname", equalTo(List.of("Charlie", "Baker")))
                .body("data.adminCustomers.total_count", is(3));
        admin("{ adminCustomers(" + filter + ", sort: [{field: \"lastname\"}], pageSize: 2, currentPage: 2)"
                        + " { items { lastname } } }")
                .body("data.adminCustomers.items.lastname", equalTo(List.of("Charlie")));
    }

    @Test
    void a_field_or_condition_there_is_not_and_a_page_below_one_are_refused() {
        admin("{ adminCustomers(filter: [{field: \"shoe_size\", value: \"1\"}]) { items { id } } }")
                .body("errors[0].message", is("Invalid attribute name: shoe_size"));
        admin("{ adminCustomers(filter: [{field: \"id\", value: \"1\", condition: \"near\"}]) { items { id } } }")
                .body("errors[0].message", is("Invalid value of \"near\" provided for the condition_type field."));
        admin("{ adminCustomers(pageSize: 0) { items { id } } }")
                .body("errors[0].message", is("Invalid value of \"0\" provided for the pageSize field."));
        admin("{ adminCustomers(currentPage: -1) { items { id } } }")
                .body("errors[0].message", is("Invalid value of \"-1\" provided for the currentPage field."));
    }

    @Test
    void an_address_is_added_changed_and_deleted() {
        long customer = createByAdmin(customer());
        int id = admin("mutation { adminCreateCustomerAddress(customerId: \"" + customer
                        + "\", input: {firstname: \"A\", lastname: \"B\", street: [\"1\"], city: \"Bonn\", postcode:"
                        + " \"53111\", country_code: \"DE\", region: {region_id: 88}, telephone: \"1\", external_id: \"a-"
                        + customer + "\"}) { id city } }")
                .body("errors", nullValue())
                .body("data.adminCreateCustomerAddress.city", is("Bonn"))
                .extract()
                .path("data.adminCreateCustomerAddress.id");
        admin("mutation { adminUpdateCustomerAddress(id: \"" + id
                        + "\", input: {city: \"Cologne\", default_shipping: true}) { city default_shipping street } }")
                .body("data.adminUpdateCustomerAddress.city", is("Cologne"))
                .body("data.adminUpdateCustomerAddress.street", equalTo(List.of("1")))
                .body("data.adminUpdateCustomerAddress.default_shipping", is(true));
        admin("mutation { adminDeleteCustomerAddress(id: \"" + id + "\") }")
                .body("data.adminDeleteCustomerAddress", is(true));
        admin("mutation { adminDeleteCustomerAddress(id: \"" + id + "\") }")
                .body("errors[0].message", is("No such entity with addressId = " + id));
    }

    @Test
    void customers_of_another_website_are_not_there_for_an_administrator_of_one() {
        int website = StoreFixture.website(StoreFixture.code("admingql"));
        int group = StoreFixture.group(website, StoreFixture.code("admingql"));
        int view = StoreFixture.view(website, group, StoreFixture.code("admingql"), true);
        long id = createByAdmin(with(with(customer(), "website_id", website), "store_id", view));
        String limited = tokens.issue(Subject.admin(limitedAdministrator()), 0);
        GraphQLFixture.graphql(limited, "{ adminCustomer(id: \"" + id + "\") { id } }")
                .body("errors[0].message", is("No such entity with customerId = " + id));
        GraphQLFixture.graphql(
                        limited,
                        "{ adminCustomers(filter: [{field: \"id\", value: \"" + id
                                + "\"}]) { items { id } total_count } }")
                .body("data.adminCustomers.items", hasSize(0))
                .body("data.adminCustomers.total_count", is(0));
        GraphQLFixture.graphql(limited, "mutation { adminDeleteCustomer(id: \"" + id + "\") }")
                .body("errors[0].message", is("No such entity with customerId = " + id));
        GraphQLFixture.graphql(
                        limited,
                        "mutation { adminCreateCustomerAddress(customerId: \"" + id
                                + "\", input: {city: \"X\"}) { id } }")
                .body("errors[0].message", is("No such entity with customerId = " + id));
    }

    @Test
    void groups_are_made_found_changed_and_deleted() {
        String code = "gql-" + email().replaceAll("\\D", "");
        String id = admin("mutation { adminCreateCustomerGroup(input: {code: \"" + code
                        + "\", tax_class_id: 3, excluded_website_ids: [1]})"
                        + " { id code tax_class_name excluded_website_ids } }")
                .body("errors", nullValue())
                .body("data.adminCreateCustomerGroup.code", is(code))
                .body("data.adminCreateCustomerGroup.excluded_website_ids", equalTo(List.of(1)))
                .extract()
                .path("data.adminCreateCustomerGroup.id");
        admin("mutation { adminUpdateCustomerGroup(id: " + id
                        + ", input: {excluded_website_ids: []}) { code excluded_website_ids } }")
                .body("data.adminUpdateCustomerGroup.code", is(code))
                .body("data.adminUpdateCustomerGroup.excluded_website_ids", hasSize(0));
        admin("{ adminCustomerGroups(filter: [{field: \"code\", value: \"" + code
                        + "\"}]) { items { id code } total_count } }")
                .body("data.adminCustomerGroups.items.id", equalTo(List.of(id)))
                .body("data.adminCustomerGroups.total_count", is(1));
        admin("mutation { adminDeleteCustomerGroup(id: " + id + ") }").body("data.adminDeleteCustomerGroup", is(true));
        admin("mutation { adminDeleteCustomerGroup(id: 0) }").body("errors[0].message", is("Cannot delete group."));
    }

    @Test
    void settings_are_read_set_and_inherited_again() {
        String path = "general/locale/weight_unit";
        admin("mutation { adminSetSetting(path: \"" + path
                        + "\", value: \"kgs\", scope: \"websites\", scopeId: 1) { value inherited_from } }")
                .body("errors", nullValue())
                .body("data.adminSetSetting.value", is("kgs"))
                .body("data.adminSetSetting.inherited_from", nullValue());
        admin("{ adminSettings(path: \"general/locale\", scope: \"stores\", scopeId: 1)"
                        + " { path value inherited_from type default_value scopes label } }")
                .body("data.adminSettings.path", hasItem(path))
                .body("data.adminSettings.find { it.path == '" + path + "' }.value", is("kgs"))
                .body("data.adminSettings.find { it.path == '" + path + "' }.inherited_from", is("websites"));
        admin("mutation { adminInheritSetting(path: \"" + path
                        + "\", scope: \"websites\", scopeId: 1) { value inherited_from } }")
                .body("data.adminInheritSetting.inherited_from", is("default"));
        admin("mutation { adminSetSetting(path: \"no/such/path\", value: \"1\") { value } }")
                .body("errors[0].extensions.category", is("graphql-no-such-entity"));
    }

    private static int limitedAdministrator() {
        String name = "admingql" + email().replaceAll("\\D", "");
        int role = AdminFixture.asAdmin()
                .body(Map.of(
                        "role",
                        Map.of(
                                "name",
                                name,
                                "resources",
                                List.of(
                                        "Magento_Customer::customer",
                                        "Magento_Customer::manage",
                                        "Magento_Customer::delete"),
                                "website_ids",
                                List.of(1))))
                .post("/rest/V1/admin/roles")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        return AdminFixture.asAdmin()
                .body(Map.of(
                        "user",
                        Map.of(
                                "username",
                                name,
                                "email",
                                name + "@example.com",
                                "firstname",
                                "Li",
                                "lastname",
                                "Mited",
                                "password",
                                "Their-Pass-1",
                                "role_id",
                                role)))
                .post("/rest/V1/admin/users")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static ValidatableResponse admin(String document) {
        return admin(document, Map.of());
    }

    private static ValidatableResponse admin(String document, Map<String, Object> variables) {
        return GraphQLFixture.graphql(AdminFixture.token(), document, variables);
    }
}
