package io.clientele.store;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractLimitsApiTest {

    @Inject
    Tokens tokens;

    private static final String GROUPS = "/rest/V1/customerGroups/search?searchCriteria";

    @AfterEach
    void put_the_settings_back() {
        StoreFixture.inherit("webapi/validation/input_limit_enabled", "default", 0);
        StoreFixture.inherit("webapi/validation/maximum_page_size", "default", 0);
        StoreFixture.inherit("webapi/validation/default_page_size", "default", 0);
        StoreFixture.inherit("webapi/validation/complex_array_limit", "default", 0);
        StoreFixture.inherit("graphql/validation/input_limit_enabled", "default", 0);
        StoreFixture.inherit("graphql/validation/maximum_page_size", "default", 0);
        StoreFixture.inherit("clientele/webapi/items_without_page_size", "default", 0);
    }

    @Test
    void a_list_without_page_size_is_bounded_by_a_setting() {
        StoreFixture.set("clientele/webapi/items_without_page_size", "2", "default", 0);
        asAdmin().get(GROUPS).then().statusCode(200).body("items", hasSize(2));
    }

    @Test
    void no_page_is_larger_than_ours_and_the_contracts_limit_is_off() {
        asAdmin().get(GROUPS + "[pageSize]=301").then().statusCode(200);
        asAdmin()
                .get(GROUPS + "[pageSize]=10001")
                .then()
                .statusCode(400)
                .body("message", is("Maximum SearchCriteria pageSize is %max"))
                .body("parameters", equalTo(Map.of("max", 10_000)));
    }

    @Test
    void the_contracts_limits_hold_once_they_are_on() {
        StoreFixture.set("webapi/validation/input_limit_enabled", "1", "default", 0);
        asAdmin().get(GROUPS + "[pageSize]=300").then().statusCode(200);
        asAdmin().get(GROUPS + "[pageSize]=301").then().statusCode(400).body("parameters", equalTo(Map.of("max", 300)));
        StoreFixture.set("webapi/validation/maximum_page_size", "5", "default", 0);
        StoreFixture.set("webapi/validation/default_page_size", "3", "default", 0);
        asAdmin().get(GROUPS).then().statusCode(200).body("items", hasSize(3));
        asAdmin().get(GROUPS + "[pageSize]=6").then().statusCode(400).body("parameters", equalTo(Map.of("max", 5)));
    }

    @Test
    void a_list_of_objects_in_a_body_is_limited_once_the_limits_are_on() {
        createByAdmin(customerWithAddresses(21));
        StoreFixture.set("webapi/validation/input_limit_enabled", "1", "default", 0);
        createByAdmin(customerWithAddresses(20));
        tooMany(sent(customerWithAddresses(21)), "customer-data-address-interface", 20);
        StoreFixture.set("webapi/validation/complex_array_limit", "2", "default", 0);
        createByAdmin(with(customerWithAddresses(2), "custom_attributes", List.of()));
        tooMany(sent(customerWithAddresses(3)), "customer-data-address-interface", 2);
    }

    @Test
    void a_list_of_the_search_criteria_is_limited_once_the_limits_are_on() {
        String filter =
                "[filter_groups][%d][filters][%d][field]=id&searchCriteria[filter_groups][%1$d][filters][%2$d][value]=1";
        String groups = GROUPS + filter.formatted(0, 0) + "&searchCriteria" + filter.formatted(1, 0);
        String filters = GROUPS + filter.formatted(0, 0) + "&searchCriteria" + filter.formatted(0, 1);
        String sorts = GROUPS + "[sort_orders][0][field]=id&searchCriteria[sort_orders][1][field]=code";
        for (String path : List.of(groups, filters, sorts)) {
            asAdmin().get(path).then().statusCode(200);
        }
        StoreFixture.set("webapi/validation/input_limit_enabled", "1", "default", 0);
        StoreFixture.set("webapi/validation/complex_array_limit", "1", "default", 0);
        tooMany(asAdmin().get(groups), "framework-search-filter-group", 1);
        tooMany(asAdmin().get(filters), "framework-filter", 1);
        tooMany(asAdmin().get(sorts), "framework-sort-order", 1);
    }

    @Test
    void a_page_over_graphql_is_limited_by_settings_of_its_own() {
        String token = tokens.issue(Subject.customer(createByAdmin(customer())), 1);
        StoreFixture.set("webapi/validation/input_limit_enabled", "1", "default", 0);
        page(token, "addressesV2", 301).body("errors", nullValue());
        StoreFixture.set("graphql/validation/input_limit_enabled", "1", "default", 0);
        page(token, "addressesV2", 300).body("errors", nullValue());
        for (String field : List.of("addressesV2", "orders")) {
            page(token, field, 301)
                    .body("errors[0].message", is("Maximum pageSize is 300"))
                    .body("errors[0].path", is(List.of("customer", field)))
                    .body("errors[0].extensions.category", is("graphql-input"));
        }
        StoreFixture.set("graphql/validation/maximum_page_size", "7", "default", 0);
        page(token, "addressesV2", 8).body("errors[0].message", is("Maximum pageSize is 7"));
        page(token, "addressesV2", 7).body("errors", nullValue());
    }

    private static ValidatableResponse page(String token, String field, int size) {
        String query = "query ($size: Int) { customer { %s(pageSize: $size) { total_count } } }".formatted(field);
        return as(token)
                .body(Map.of("query", query, "variables", Map.of("size", size)))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    private static Response sent(Map<String, Object> customer) {
        return asAdmin().body(Map.of("customer", customer)).post("/rest/V1/customers");
    }

    private static void tooMany(Response answer, String type, int most) {
        answer.then()
                .statusCode(400)
                .body("message", is("Maximum items of type \"%type\" is %max"))
                .body("parameters", equalTo(Map.of("type", type, "max", most)));
    }
}
